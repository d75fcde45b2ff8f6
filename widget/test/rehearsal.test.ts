import { expect, test } from "vitest";
import { readTurn, type Turn } from "../src/contract";
import { rehearsed, retries, scene, underWay } from "../src/rehearsal";
import type { Item } from "../src/state";

const REHEARSAL = { flow: "trygghetssamtale", step: "replikk", index: 5, count: 6 };
const STANDING = "Du øver med Balder. Fare nå: 112.";

const turn = (texts: string[], more: object = {}): Turn =>
  readTurn({ messages: texts.map((text) => ({ text })), progress: REHEARSAL, input: { kind: "text" }, ...more });

/** An answer to the line of that number: with the way back to before it. */
const answer = (number: number): Turn => {
  const buttons = [{ title: "Prøv igjen herfra", payload: `/igjen_${number}` }];
  const last = { text: STANDING, buttons: [{ title: "Tilbake", payload: "/t" }] };
  return turn([], { messages: [{ text: "Balder: Ok.", buttons }, last] });
};
const asItems = (...turns: Turn[]): Item[] => turns.map((turn, id) => ({ from: "bot", id, turn, locale: "nb" }));
const parts = (...texts: string[]) =>
  scene(turn([...texts, STANDING])).parts.map(({ kind, who, message }) => [kind, who, message.text]);

test("only what is written to the youth is rehearsed, not a question to the guide in between", () => {
  expect(rehearsed(turn([STANDING]))).toBe(true);
  expect(rehearsed(turn(["Vil du avslutte?"], { input: { kind: "choice" } }))).toBe(false);
  expect(rehearsed(turn(["Hei"], { progress: { ...REHEARSAL, step: "ungdom" } }))).toBe(false);
  expect(rehearsed(turn(["Hei"], { progress: null }))).toBe(false);
});

test("who speaks stands before the words; a note is no one's line", () => {
  const said = ["Balder: (ser ned) Jeg vet det: det var dumt.", "Kort tilbakemelding: Skyld. Ansvaret er ikke hans."];
  expect(parts(...said)).toEqual([
    ["spoken", "Balder", "(ser ned) Jeg vet det: det var dumt."],
    ["note", "Kort tilbakemelding", "Skyld. Ansvaret er ikke hans."],
  ]);
  expect(parts("Moren til Idunn: Hun sover ikke.\nHva gjør jeg?")[0]).toEqual([
    "spoken",
    "Moren til Idunn",
    "Hun sover ikke.\nHva gjør jeg?",
  ]);
});

test("a sentence with a colon in it is nobody's", () => {
  for (const text of ["Vi går tilbake til før du sa det: prøv igjen.", "Er noen i fare? Ring: 112", "ok: ja", "Balder:"])
    expect(parts(text)).toEqual([["said", "", text]]);
});

test("the last line stands there all the time; what comes before it in the same message is said", () => {
  const { parts, standing } = scene(turn([`Balder går i niende.\n\nSkriv det første du vil si.\n${STANDING}`]));
  expect(standing).toBe(STANDING);
  expect(parts.map(({ message }) => message.text)).toEqual(["Balder går i niende.\n\nSkriv det første du vil si."]);
  expect(scene(turn([]))).toEqual({ parts: [], standing: "" });
});

test("a talk is under way when someone has spoken", () => {
  expect(underWay(turn([`Balder går i niende.\n${STANDING}`]))).toBe(false);
  expect(underWay(turn(["Hint: Spør åpent.", STANDING]))).toBe(true);
  expect(underWay(answer(0))).toBe(true);
});

test("each line can be taken back, until the same line is said anew", () => {
  const back = turn(["Vi går tilbake.", STANDING]);
  const { ways, undone } = retries(asItems(answer(0), answer(1), answer(2), back, answer(1)));
  expect([...ways].map(([id, { payload }]) => [id, payload])).toEqual([
    [0, "/igjen_0"],
    [4, "/igjen_1"],
  ]);
  expect([...undone]).toEqual([1, 2]);
});

test("a new rehearsal takes nothing back of the one before it", () => {
  const { ways, undone } = retries(asItems(answer(0), turn(["Takk for øvingen."], { progress: null }), answer(0)));
  expect([...ways.keys()]).toEqual([2]);
  expect(undone.size).toBe(0);
});
