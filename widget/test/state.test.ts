import { expect, test } from "vitest";
import { readTurn, type MessageBody } from "../src/contract";
import {
  answersOf,
  currentTurn,
  initial,
  outgoing,
  reduce,
  type Event,
  type Outgoing,
  type Problem,
  type State,
} from "../src/state";

const turn = (text: string, more: object = {}) => readTurn({ messages: [{ text }], ...more });
const run = (...events: Event[]): State => events.reduce(reduce, initial("nb"));
const words = (text: string, key = "k1"): Outgoing => ({ key, body: { text }, label: text });
const said = (message: Outgoing): Problem["command"] => ({ do: "say", outgoing: message });
const failure = (kind: Problem["kind"], message: Outgoing): Event => ({
  type: "failed",
  problem: { kind, detail: null, command: said(message) },
});
const readable = (state: State) =>
  state.items.map((item) =>
    item.from === "user" ? `du: ${item.text}` : item.turn.messages.map(({ text }) => text).join(),
  );

const OPENED: Event = { type: "opened", turn: turn("Hei") };
const SENT: Event = { type: "sent", outgoing: words("Hallo") };
const TYPED: Event = { type: "typed", text: "Hallo " };

test("what was sent leaves the text field and stands among what was said", () => {
  const state = run(OPENED, TYPED, SENT);
  expect(readable(state)).toEqual(["Hei", "du: Hallo"]);
  expect(state.draft).toBe("");
});

test("words typed while a button's answer is awaited are not lost", () => {
  const button: Outgoing = { key: "k", body: { payload: "/ja" }, label: "Ja" };
  expect(run(OPENED, { type: "sent", outgoing: button }, TYPED, { type: "answered", turn: turn("Fint") }).draft).toBe(
    "Hallo ",
  );
});

test("an answer ends the waiting and takes the toggles back", () => {
  const state = run(
    OPENED,
    { type: "toggled", payload: "/a" },
    SENT,
    { type: "waiting" },
    { type: "answered", turn: turn("Fint") },
  );
  expect(readable(state)).toEqual(["Hei", "du: Hallo", "Fint"]);
  expect([
    state.sending,
    state.waiting,
    state.chosen,
    state.items.some((item) => item.from === "user" && item.pending),
  ]).toEqual([null, false, [], false]);
});

test("the user's own words are replaced by what is kept of them", () => {
  const state = run(OPENED, SENT, { type: "answered", turn: turn("Fint", { masked: "[PERSON] sa hallo" }) });
  expect(state.items[1]).toMatchObject({ text: "[PERSON] sa hallo", masked: true });
  expect(JSON.stringify(state)).not.toContain('"Hallo"');
});

test("an answer nobody waits for is not shown", () => {
  expect(readable(run(OPENED, { type: "answered", turn: turn("Sent") }))).toEqual(["Hei"]);
});

test("when sending fails the words are in the field again and not among what was said", () => {
  const state = run(OPENED, TYPED, SENT, failure("offline", words("Hallo")));
  expect(readable(state)).toEqual(["Hei"]);
  expect(state.draft).toBe("Hallo");
  expect(state.problem?.command).toEqual(said(words("Hallo")));
});

test("words that came back do not overwrite those typed since", () => {
  const state = run(OPENED, TYPED, SENT, { type: "typed", text: "og mer" }, failure("offline", words("Hallo")));
  expect(state.draft).toBe("Hallo\nog mer");
});

test("sending again empties the field that the words came back to", () => {
  expect(run(OPENED, TYPED, SENT, failure("offline", words("Hallo")), SENT).draft).toBe("");
});

test("a session that is gone clears the conversation but keeps the words nobody has seen", () => {
  const state = run(OPENED, TYPED, SENT, failure("ended", words("Hallo")));
  expect([state.phase, state.items, state.draft, state.problem]).toEqual(["ended", [], "Hallo", null]);
  expect(reduce(reduce(state, { type: "opening" }), OPENED).draft).toBe("Hallo");
});

test("a deleted conversation leaves nothing, not even the draft", () => {
  expect(run(OPENED, TYPED, SENT, { type: "deleted", unheard: false })).toEqual({ ...initial("nb"), phase: "deleted" });
});

test("another language replaces the last turn and leaves what was said before", () => {
  const state = run(
    OPENED,
    SENT,
    { type: "answered", turn: turn("Hvor?") },
    { type: "locale", locale: "nn" },
    { type: "translated", turn: turn("Kvar?") },
  );
  expect(readable(state)).toEqual(["Hei", "du: Hallo", "Kvar?"]);
  expect(currentTurn(state)?.locale).toBe("nn");
});

test("the code is kept in one place, outlives later turns, and is gone when it is hidden", () => {
  const given = [OPENED, SENT, { type: "answered", turn: turn("Lagret", { receipt: "HEMMELIG" }) }] as const;
  const later = [...given, { ...SENT }, { type: "answered", turn: turn("Og?") }] as const;
  expect(JSON.stringify(run(...given)).split("HEMMELIG")).toHaveLength(2);
  expect(run(...later).receipt?.code).toBe("HEMMELIG");
  expect(JSON.stringify(run(...later, { type: "receipt_hidden" }))).not.toContain("HEMMELIG");
});

test("a toggle pressed twice is off", () => {
  const on = run(OPENED, { type: "toggled", payload: "/a" }, { type: "toggled", payload: "/b" });
  expect(on.chosen).toEqual(["/a", "/b"]);
  expect(reduce(on, { type: "toggled", payload: "/a" }).chosen).toEqual(["/b"]);
});

test.each([
  ["offline", { text: "Hallo" }, "k1"],
  ["unavailable", { text: "Hallo" }, "k1"],
  ["offline", { text: "Hallo igjen" }, "ny"],
  ["offline", { payload: "Hallo" }, "ny"],
  ["refused", { text: "Hallo" }, "ny"],
] as [Problem["kind"], MessageBody, string][])(
  "after a message was %s, saying %j has the key %s",
  (kind, body, key) => {
    const state = run(OPENED, SENT, failure(kind, words("Hallo")));
    expect(outgoing(state, body, "x", () => "ny").key).toBe(key);
  },
);

test("options are the answers, and the last message's own buttons the ways around them", () => {
  const asked = readTurn({
    messages: [
      { text: "A", buttons: [{ title: "Gammel", payload: "/g" }] },
      {
        text: "B?",
        buttons: [
          { title: "Ja", payload: "/ja" },
          { title: "Tilbake", payload: "/t" },
        ],
      },
    ],
    input: { kind: "choices", options: [{ title: "Ja", payload: "/ja" }] },
  });
  expect(answersOf(asked)).toEqual({
    options: [{ title: "Ja", payload: "/ja" }],
    ways: [{ title: "Tilbake", payload: "/t" }],
    several: true,
  });
});

test("a turn without options is answered with the buttons of its last message, unless it asks for words", () => {
  const [messages, button] = [
    [{ text: "Hva?", buttons: [{ title: "Meny", payload: "/m" }] }],
    { title: "Meny", payload: "/m" },
  ];
  const answers = (kind: string) => answersOf(readTurn({ messages, input: { kind } }));
  expect(answers("none")).toEqual({ options: [button], ways: [], several: false });
  expect(answers("text")).toEqual({ options: [], ways: [button], several: false });
  expect(answersOf(readTurn({}))).toEqual({ options: [], ways: [], several: false });
});
