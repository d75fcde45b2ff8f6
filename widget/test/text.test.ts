import { expect, test } from "vitest";
import { blocks, length, questionAt, spans } from "../src/text";

test("an empty line separates paragraphs and a single line break stays in one", () => {
  expect(blocks("Hei.\nVelkommen.\n\nHva vil du?")).toEqual([
    { kind: "paragraph", lines: ["Hei.", "Velkommen."], start: 1 },
    { kind: "paragraph", lines: ["Hva vil du?"], start: 1 },
  ]);
});

test("lines with a dash are a list, with the sentence before and after it as paragraphs", () => {
  expect(
    blocks("Dette har du sagt:\n- barnehage\n– 4 år\nStemmer det?").map(({ kind, lines }) => [kind, lines]),
  ).toEqual([
    ["paragraph", ["Dette har du sagt:"]],
    ["bullets", ["barnehage", "4 år"]],
    ["paragraph", ["Stemmer det?"]],
  ]);
});

test("points of a numbered list may stand apart, and a new 1 begins a new list", () => {
  expect(blocks("1. Ring\n\n2. Noter\n\n1. Igjen").map(({ kind, lines }) => [kind, lines])).toEqual([
    ["numbers", ["Ring", "Noter"]],
    ["numbers", ["Igjen"]],
  ]);
});

test("a numbered list keeps the number it starts with", () => {
  expect(blocks("3) Tredje\n4) Fjerde")).toEqual([{ kind: "numbers", lines: ["Tredje", "Fjerde"], start: 3 }]);
});

test("markup is text like any other", () => {
  expect(blocks("<script>alert(1)</script>")).toEqual([
    { kind: "paragraph", lines: ["<script>alert(1)</script>"], start: 1 },
  ]);
});

test("nothing has no blocks and asks nothing", () => {
  expect(blocks(" \n ")).toEqual([]);
  expect(questionAt([])).toBe(-1);
});

test.each([
  ["Fint.\n\nHva er du bekymret for?\n\nVelg alt som passer.", 1],
  ["Hva? Svar:\n- ja\n- nei", 0],
  ["Skriv med egne ord.\n- uten navn?", 1],
])("the question of %j is block %i", (text, at) => {
  expect(questionAt(blocks(text))).toBe(at);
});

test.each([
  ["Ring 112 nå.", ["112"]],
  ["Politiet på 02800, legevakt 116 117 eller 113.", ["02800", "116 117", "113"]],
  ["Barnevernet: 55 55 55 55 eller 555 55 555", ["55 55 55 55", "555 55 555"]],
  ["Straffeloven § 112 og §§ 113", []],
  ["1124 kroner, 2.112 saker, 112-113, 99112", []],
  ["Den 02.11.2026 og 112/2026", []],
  ["112ere", []],
])("the numbers to call in %j are %j", (text, numbers) => {
  expect(
    spans(text)
      .filter(({ kind }) => kind === "telephone")
      .map((span) => span.text),
  ).toEqual(numbers);
});

test("a paragraph sign stays with its number and letter", () => {
  expect(spans("helsepersonelloven § 33 a og barnevernsloven § 13-2 annet ledd")).toEqual([
    { kind: "text", text: "helsepersonelloven " },
    { kind: "paragraph", text: "§ 33 a" },
    { kind: "text", text: " og barnevernsloven " },
    { kind: "paragraph", text: "§ 13-2" },
    { kind: "text", text: " annet ledd" },
  ]);
});

test.each(["", "Ring 112 eller 116 111.", "§ 196", "ingen tall"])(
  "the spans of %j put together are the same text",
  (text) => {
    expect(
      spans(text)
        .map((span) => span.text)
        .join(""),
    ).toBe(text);
  },
);

test("an emoji counts as one character", () => {
  expect(length("a😀ø")).toBe(3);
});
