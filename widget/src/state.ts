/** What a conversation is at any moment, and how each event changes it. Pure: no network, no clock, no DOM. */

import type { FailureKind } from "./api";
import type { DocumentRef, Locale, MessageBody, Option, Turn } from "./contract";

/**
 * - `idle`: nothing has begun
 * - `opening`: a session was asked for
 * - `open`: the conversation goes on
 * - `ended`: it timed out and is gone
 * - `deleted`: the user deleted it
 */
export type Phase = "idle" | "opening" | "open" | "ended" | "deleted";

/** What the user said. `masked` is the text as it is kept, when it differs. */
export interface UserItem {
  readonly from: "user";
  readonly id: number;
  readonly text: string;
  readonly masked: boolean;
  readonly pending: boolean;
}

/** What the bot answered, in the language it was answered in. */
export interface TurnItem {
  readonly from: "bot";
  readonly id: number;
  readonly turn: Turn;
  readonly locale: Locale;
}

export type Item = UserItem | TurnItem;

/** A message on its way. The key stays the same however often it is sent. */
export interface Outgoing {
  readonly key: string;
  readonly body: MessageBody;
  /** As it stands in the user's own bubble. */
  readonly label: string;
}

/** The code that was given with a turn. It is kept here alone, and only until the user hides it. */
export interface Receipt {
  readonly code: string;
  readonly item: number;
}

/** Something that can be tried again. */
export type Command =
  | { readonly do: "open" }
  | { readonly do: "say"; readonly outgoing: Outgoing }
  | { readonly do: "translate"; readonly locale: Locale }
  | { readonly do: "prolong" }
  | { readonly do: "resume"; readonly code: string }
  | { readonly do: "document"; readonly document: DocumentRef; readonly format: string };

/** What went wrong, and what «Prøv igjen» would do. */
export interface Problem {
  readonly kind: FailureKind;
  readonly detail: string | null;
  readonly command: Command;
}

/** The one extra box that may be open above the text field. */
export type Box = "none" | "delete" | "resume";

export interface State {
  readonly phase: Phase;
  readonly locale: Locale;
  readonly items: readonly Item[];
  readonly sending: Outgoing | null;
  /** The answer is taking long enough that the user should see that something happens. */
  readonly waiting: boolean;
  /** Seconds the server asked us to wait before the message goes out. */
  readonly heldFor: number | null;
  readonly problem: Problem | null;
  /** What stands in the text field. */
  readonly draft: string;
  /** Payloads of the toggles that are on. */
  readonly chosen: readonly string[];
  readonly receipt: Receipt | null;
  /** The user says that the code is written down. */
  readonly receiptSaved: boolean;
  readonly box: Box;
  /** Minutes until the session ends, once that is near. */
  readonly endsIn: number | null;
  /** The server could not be told that the session was deleted. */
  readonly unheard: boolean;
}

export type Event =
  | { readonly type: "opening" }
  | { readonly type: "opened"; readonly turn: Turn }
  | { readonly type: "sent"; readonly outgoing: Outgoing }
  | { readonly type: "waiting" }
  | { readonly type: "held"; readonly seconds: number }
  | { readonly type: "answered"; readonly turn: Turn; readonly locale?: Locale | null }
  | { readonly type: "failed"; readonly problem: Problem }
  | { readonly type: "settled" }
  | { readonly type: "translated"; readonly turn: Turn }
  | { readonly type: "locale"; readonly locale: Locale }
  | { readonly type: "typed"; readonly text: string }
  | { readonly type: "toggled"; readonly payload: string }
  | { readonly type: "box"; readonly box: Box }
  | { readonly type: "receipt_saved"; readonly saved: boolean }
  | { readonly type: "receipt_hidden" }
  | { readonly type: "ends_soon"; readonly minutes: number }
  | { readonly type: "prolonged" }
  | { readonly type: "ended" }
  | { readonly type: "deleted"; readonly unheard: boolean };

export const initial = (locale: Locale): State => ({
  phase: "idle",
  locale,
  items: [],
  sending: null,
  waiting: false,
  heldFor: null,
  problem: null,
  draft: "",
  chosen: [],
  receipt: null,
  receiptSaved: false,
  box: "none",
  endsIn: null,
  unheard: false,
});

/** Nothing is left but the language, and the words in the text field that nobody has seen yet. */
const emptied = (state: State, phase: Phase): State => ({
  ...initial(state.locale),
  phase,
  draft: draftWithUnsent(state),
});

const notSending = { sending: null, waiting: false, heldFor: null } as const;

/** The text field's content when the message on its way is taken back: it stands before what was typed since. */
function draftWithUnsent({ draft, sending }: State): string {
  const unsent = sending && "text" in sending.body ? sending.body.text : "";
  return unsent && draft && unsent !== draft ? `${unsent}\n${draft}` : unsent || draft;
}

function answered(state: State, turn: Turn): State {
  const items = state.items.map((item) =>
    item.from === "user" && item.pending
      ? { ...item, pending: false, masked: turn.masked !== null, text: turn.masked ?? item.text }
      : item,
  );
  return {
    ...withTurn({ ...state, ...notSending, items }, turn),
    problem: null,
    chosen: [],
    endsIn: null,
  };
}

const nextId = (state: State): number => (state.items.at(-1)?.id ?? 0) + 1;

/** The state with one more turn. Its code is moved out of it: a second copy would outlive the first. */
function withTurn(state: State, turn: Turn): State {
  const item = turnItem(state, turn, nextId(state));
  return {
    ...state,
    items: [...state.items, item],
    ...(turn.receipt ? { receipt: { code: turn.receipt, item: item.id }, receiptSaved: false } : {}),
  };
}

const turnItem = ({ locale }: State, turn: Turn, id: number): TurnItem => ({
  from: "bot",
  id,
  turn: { ...turn, receipt: null },
  locale,
});

function sent(state: State, outgoing: Outgoing): State {
  const text = "text" in outgoing.body ? outgoing.body.text : null;
  return {
    ...state,
    items: [...state.items, { from: "user", id: nextId(state), text: outgoing.label, masked: false, pending: true }],
    sending: outgoing,
    problem: null,
    draft: text !== null && state.draft.trim() === text ? "" : state.draft,
  };
}

function failed(state: State, problem: Problem): State {
  if (problem.kind === "ended") return emptied(state, "ended");
  return {
    ...state,
    ...notSending,
    phase: state.phase === "opening" ? "idle" : state.phase,
    items: state.items.filter((item) => item.from === "bot" || !item.pending),
    draft: draftWithUnsent(state),
    problem,
  };
}

function translated(state: State, turn: Turn): State {
  const last = state.items.findLastIndex((item) => item.from === "bot");
  return {
    ...state,
    items: state.items.map((item, at) => (at === last ? turnItem(state, turn, item.id) : item)),
    problem: null,
    endsIn: null,
  };
}

/** The state after an event. */
export function reduce(state: State, event: Event): State {
  switch (event.type) {
    case "opening":
      return emptied(state, "opening");
    case "opened":
      return withTurn({ ...initial(state.locale), phase: "open", draft: state.draft }, event.turn);
    case "sent":
      return sent(state, event.outgoing);
    case "waiting":
      return { ...state, waiting: true };
    case "held":
      return { ...state, heldFor: event.seconds };
    case "answered":
      return state.sending ? answered({ ...state, locale: event.locale ?? state.locale }, event.turn) : state;
    case "failed":
      return failed(state, event.problem);
    case "settled":
      return { ...state, problem: null };
    case "translated":
      return translated(state, event.turn);
    case "locale":
      return { ...state, locale: event.locale };
    case "typed":
      return { ...state, draft: event.text };
    case "toggled": {
      const { chosen } = state;
      const { payload } = event;
      return {
        ...state,
        chosen: chosen.includes(payload) ? chosen.filter((one) => one !== payload) : [...chosen, payload],
      };
    }
    case "box":
      return { ...state, box: event.box };
    case "receipt_saved":
      return { ...state, receiptSaved: event.saved };
    case "receipt_hidden":
      return { ...state, receipt: null, receiptSaved: false };
    case "ends_soon":
      return { ...state, endsIn: event.minutes };
    case "prolonged":
      return { ...state, endsIn: null, problem: null };
    case "ended":
      return emptied(state, "ended");
    case "deleted":
      return { ...initial(state.locale), phase: "deleted", unheard: event.unheard };
  }
}

/** The turn that waits for an answer. */
export function currentTurn(state: State): TurnItem | null {
  const item = state.items.findLast((one) => one.from === "bot");
  return item?.from === "bot" ? item : null;
}

/** What can be pressed to answer a turn, and what only goes with it («Tilbake», «Hvorfor spør du?»). */
export interface Answers {
  readonly options: readonly Option[];
  readonly ways: readonly Option[];
  readonly several: boolean;
}

/**
 * The answers of a turn. Its options are the answers, and the buttons of its last message go beside them, as they do
 * when words are asked for; any other turn is answered with those buttons. What stands twice is shown once.
 */
export function answersOf({ input, messages }: Turn): Answers {
  const offered = new Set(input.options.map((option) => option.payload));
  const buttons = (messages.at(-1)?.buttons ?? []).filter((button) => !offered.has(button.payload));
  return input.options.length || input.kind === "text"
    ? { options: input.options, ways: buttons, several: input.kind === "choices" }
    : { options: buttons, ways: [], several: false };
}

/**
 * The message to send. One that failed without the server having refused it keeps its key when the user says the
 * same again, so that it is acted on once even if it did arrive the first time.
 */
export function outgoing(state: State, body: MessageBody, label: string, newKey: () => string): Outgoing {
  const command = state.problem?.command;
  const unanswered = command?.do === "say" && state.problem?.kind !== "refused" ? command.outgoing : null;
  const same = unanswered !== null && JSON.stringify(unanswered.body) === JSON.stringify(body);
  return { key: same ? unanswered.key : newKey(), body, label };
}
