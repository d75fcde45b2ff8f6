import type { Plugin as PostcssPlugin } from "postcss";
import { defineConfig } from "vitest/config";

/** Parts of the design system's theme that the widget never shows: dark mode, brand colours, the second typeface. */
const UNUSED = /data-color-scheme="?(auto|dark)|data-color="?brand|data-typography="?secondary/;

/**
 * Makes the design system fit a shadow root: what it says of the document (`:root`) is said of the element
 * (`:host`), what it says of `body` is left to the page, and what the widget never shows is dropped.
 */
const intoShadowRoot: PostcssPlugin = {
  postcssPlugin: "into-shadow-root",
  OnceExit(root) {
    root.walkRules((rule) => {
      rule.selectors = rule.selectors.map((selector) => selector.replace(":root", ":host"));
      const kept = rule.selectors.filter((selector) => selector !== "body" && !UNUSED.test(selector));
      if (kept.length) rule.selectors = kept;
      else rule.remove();
    });
  },
};

export default defineConfig({
  publicDir: "demo",
  css: { postcss: { plugins: [intoShadowRoot] } },
  build: {
    target: "es2022",
    // One classic script, so that a single <script src defer> is enough and it can tell where it came from.
    lib: { entry: "src/main.ts", formats: ["iife"], name: "TryggSamtale", fileName: () => "trygg-samtale.js" },
    rolldownOptions: {
      output: {
        postBanner:
          "/*! Contains Lit (BSD-3-Clause, Google LLC) and Designsystemet (MIT, Digitaliseringsdirektoratet). */",
      },
    },
  },
  test: { include: ["test/**/*.test.ts"] },
});
