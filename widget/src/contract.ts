/**
 * What the server says, as types, and the one place where its JSON is read.
 *
 * The server is ours, but a page may be older or newer than it: whatever is missing or of an unknown kind becomes
 * something harmless here, so that nothing behind this module has to check again.
 */

export type Locale = "nb" | "nn";

/** A choice to press; the payload is sent back as it came. */
export interface Option {
  readonly title: string;
  readonly payload: string;
}

/** Where a professional statement comes from. */
export interface Source {
  readonly title: string;
  readonly ref: string;
}

export interface Message {
  readonly text: string;
  readonly buttons: readonly Option[];
  readonly sources: readonly Source[];
}

/** Where in a guided dialogue the question stands: step `index` of `count`. */
export interface Progress {
  readonly flow: string;
  readonly step: string;
  /** The step's name as the user reads it; a server may leave it out. */
  readonly label: string;
  readonly index: number;
  readonly count: number;
}

export type InputKind = "choice" | "choices" | "text" | "none";

export interface Input {
  readonly kind: InputKind;
  readonly options: readonly Option[];
  /** Characters (code points) of a typed message. */
  readonly maxLength: number;
}

/** One answer of the read-back; `change` is the payload that asks its question again. */
export interface SummaryLine {
  readonly step: string;
  readonly label: string;
  readonly value: string;
  readonly change: string;
}

export interface DocumentRef {
  readonly id: string;
  readonly kind: string;
  readonly formats: readonly string[];
}

/** One answer of the bot. */
export interface Turn {
  readonly messages: readonly Message[];
  readonly acute: boolean;
  readonly progress: Progress | null;
  readonly input: Input;
  readonly summary: readonly SummaryLine[];
  /** The user's text as it is kept, when something in it was masked. */
  readonly masked: string | null;
  readonly documents: readonly DocumentRef[];
  /** The code that opens what was stored; the server says it once. */
  readonly receipt: string | null;
}

/** What a new or resumed session begins with. */
export interface Opening {
  readonly token: string;
  readonly expiresAt: string | null;
  readonly turn: Turn;
}

/** What the user says: words, one choice, or several. */
export type MessageBody =
  { readonly text: string } | { readonly payload: string } | { readonly payloads: readonly string[] };

export const MAX_LENGTH = 4000;
const KINDS: readonly string[] = ["choice", "choices", "text", "none"];

type Fields = Record<string, unknown>;

const fields = (raw: unknown): Fields => (raw !== null && typeof raw === "object" ? (raw as Fields) : {});
const list = (raw: unknown): unknown[] => (Array.isArray(raw) ? raw : []);
const text = (raw: unknown): string => (typeof raw === "string" ? raw.trim() : "");
const count = (raw: unknown): number =>
  typeof raw === "number" && Number.isFinite(raw) ? Math.max(0, Math.round(raw)) : 0;

/** The options that can both be read and be sent. */
function readOptions(raw: unknown): Option[] {
  return list(raw)
    .map((option) => ({ title: text(fields(option)["title"]), payload: text(fields(option)["payload"]) }))
    .filter(({ title, payload }) => title && payload);
}

function readMessage(raw: unknown): Message {
  const { text: words, buttons, sources } = fields(raw);
  return {
    text: text(words),
    buttons: readOptions(buttons),
    sources: list(sources)
      .map((source) => ({ title: text(fields(source)["title"]), ref: text(fields(source)["ref"]) }))
      .filter(({ title, ref }) => title || ref),
  };
}

function readProgress(raw: unknown): Progress | null {
  const { flow, step, label, index, count: of } = fields(raw);
  const total = count(of);
  if (!total) return null;
  const at = Math.min(Math.max(1, count(index)), total);
  return { flow: text(flow), step: text(step), label: text(label), index: at, count: total };
}

function readInput(raw: unknown): Input {
  const { kind, options, max_length } = fields(raw);
  return {
    kind: KINDS.includes(kind as string) ? (kind as InputKind) : "text",
    options: readOptions(options),
    maxLength: count(max_length) || MAX_LENGTH,
  };
}

function readSummaryLine(raw: unknown): SummaryLine {
  const { step, label, value, change } = fields(raw);
  return { step: text(step), label: text(label), value: text(value), change: text(change) };
}

function readDocument(raw: unknown): DocumentRef {
  const { id, kind, formats } = fields(raw);
  return {
    id: text(id),
    kind: text(kind),
    formats: list(formats)
      .map(text)
      .filter((format) => /^[a-z0-9]+$/.test(format)),
  };
}

/** A turn from any JSON; never throws. Messages with neither text, buttons nor sources are dropped. */
export function readTurn(raw: unknown): Turn {
  const turn = fields(raw);
  return {
    messages: list(turn["messages"])
      .map(readMessage)
      .filter((message) => message.text || message.buttons.length || message.sources.length),
    acute: fields(turn["understood"])["kind"] === "acute",
    progress: readProgress(turn["progress"]),
    input: readInput(turn["input"]),
    summary: list(turn["summary"])
      .map(readSummaryLine)
      .filter((line) => line.label),
    masked: text(turn["masked"]) || null,
    documents: list(turn["documents"])
      .map(readDocument)
      .filter((document) => document.id && document.formats.length),
    receipt: text(turn["receipt"]) || null,
  };
}

/** A session's opening. Throws TypeError when there is no token: without one nothing more can be said. */
export function readOpening(raw: unknown): Opening {
  const opening = fields(raw);
  const token = text(opening["token"]);
  if (!token) throw new TypeError("the server opened a session without a token");
  return { token, expiresAt: text(opening["expires_at"]) || null, turn: readTurn(opening["turn"]) };
}
