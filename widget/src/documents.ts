/** Handing a document to the user without it ever having an address of its own. */

/** Milliseconds a saved file's temporary address is kept: long enough for a slow dialogue «save as». */
const KEPT = 60_000;

/** Downloads a file. */
export function save(blob: Blob, filename: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

const STYLE = /<style[^>]*>([^]*?)<\/style>/gi;

/** An HTML text without its <style> elements, and their rules. */
export function withoutStyles(html: string): { html: string; css: string } {
  const css = [...html.matchAll(STYLE)].map((match) => match[1]).join("\n");
  return { html: html.replace(STYLE, ""), css };
}

/**
 * Shows an HTML document in a tab that was opened for it, ready to be printed.
 *
 * The tab inherits the page's content security policy, which ignores a <style> but not the same rules as a
 * constructed sheet. Nothing in the document runs: scripts that were parsed like this are never executed.
 */
export async function openPage(tab: Window, blob: Blob): Promise<void> {
  const { html, css } = withoutStyles(await blob.text());
  const page = new DOMParser().parseFromString(html, "text/html");
  tab.document.replaceChild(tab.document.adoptNode(page.documentElement), tab.document.documentElement);
  const sheet = new (tab as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(css);
  tab.document.adoptedStyleSheets = [sheet];
}
