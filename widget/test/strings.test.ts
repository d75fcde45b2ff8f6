import { expect, test } from "vitest";
import { STRINGS } from "../src/strings";

/** Every text with its path; texts that take a number are tried with one and with several. */
function texts(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] => {
    const at = `${path}${name}`;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "function")
      return [1, 3].map((count) => [`${at}(${count})`, String((value as (...n: number[]) => string)(count, 7))]);
    return texts(value as object, `${at}.`);
  });
}

test("Bokmål and Nynorsk say the same things", () => {
  expect(texts(STRINGS.nn).map(([path]) => path)).toEqual(texts(STRINGS.nb).map(([path]) => path));
});

test("no text is empty", () => {
  expect([...texts(STRINGS.nb), ...texts(STRINGS.nn)].filter(([, text]) => !text.trim())).toEqual([]);
});

test("Nynorsk has no words that are only Bokmål", () => {
  const bokmaal = /(?<!\p{L})(ikke|noe|noen|jeg|hva|hvem|hvor|fra|også|bare|nå|siden|være|gjøre|kommer)(?!\p{L})/iu;
  expect(texts(STRINGS.nn).filter(([, text]) => bokmaal.test(text))).toEqual([]);
});
