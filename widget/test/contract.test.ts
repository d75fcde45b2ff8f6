import { expect, test } from "vitest";
import { MAX_LENGTH, readOpening, readTurn } from "../src/contract";

const TURN = {
  messages: [
    {
      text: "Hvor?",
      buttons: [{ title: "Tilbake", payload: "/tilbake" }],
      sources: [{ title: "Loven", ref: "loven § 1" }],
    },
  ],
  understood: { kind: "answer", name: "rolle", confidence: 0.9 },
  progress: { flow: "plikt", step: "rolle", index: 2, count: 7 },
  input: { kind: "choices", options: [{ title: "Skole", payload: "/svar" }], max_length: 500 },
  summary: [{ step: "alder", label: "Alder", value: "6–12 år", change: "/endre" }],
  masked: "[PERSON] sa det",
  documents: [{ id: "d1", kind: "pliktvurdering", formats: ["docx", "html"] }],
  receipt: "ABCD",
};

test("a whole turn is read as it stands", () => {
  expect(readTurn(TURN)).toEqual({
    messages: TURN.messages,
    acute: false,
    progress: { ...TURN.progress, label: "" },
    input: { kind: "choices", options: TURN.input.options, maxLength: 500 },
    summary: TURN.summary,
    masked: TURN.masked,
    documents: TURN.documents,
    receipt: TURN.receipt,
  });
});

test.each([
  null,
  undefined,
  7,
  "hei",
  [],
  {},
  { messages: null, input: "x", summary: {}, documents: 3, masked: [], progress: "2/7" },
])("%j becomes an empty turn that can be answered in words", (raw) => {
  expect(readTurn(raw)).toEqual({
    messages: [],
    acute: false,
    progress: null,
    input: { kind: "text", options: [], maxLength: MAX_LENGTH },
    summary: [],
    masked: null,
    documents: [],
    receipt: null,
  });
});

test("an unknown kind of input is answered in words", () => {
  expect(readTurn({ input: { kind: "hologram", options: [{ title: "Ja", payload: "/ja" }] } }).input.kind).toBe("text");
});

test("what can neither be read nor pressed is left out", () => {
  const { messages, input } = readTurn({
    messages: [null, { text: "  " }, { text: "Hei", buttons: [{ title: "Ja" }, { payload: "/nei" }, null] }],
    input: {
      options: [
        { title: "", payload: "/x" },
        { title: "Ja", payload: "/ja" },
      ],
    },
  });
  expect(messages).toEqual([{ text: "Hei", buttons: [], sources: [] }]);
  expect(input.options).toEqual([{ title: "Ja", payload: "/ja" }]);
});

test.each([
  [{ index: 9, count: 7 }, 7],
  [{ index: 0, count: 7 }, 1],
  [{ count: 3 }, 1],
])("progress %j stands at step %i", (progress, index) => {
  expect(readTurn({ progress }).progress?.index).toBe(index);
});

test("a document without a format that can be fetched is left out", () => {
  expect(readTurn({ documents: [{ id: "d", formats: ["../x"] }, { formats: ["docx"] }] }).documents).toEqual([]);
});

test("an acute turn is told apart", () => {
  expect(readTurn({ understood: { kind: "acute" } }).acute).toBe(true);
});

test("a session without a token cannot be opened", () => {
  expect(() => readOpening({ turn: TURN })).toThrow(TypeError);
  expect(readOpening({ token: "t", turn: TURN }).expiresAt).toBeNull();
});
