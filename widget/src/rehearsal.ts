/** How a rehearsal looks: who speaks, what stands beside the talk, and which lines were taken back. Pure. */

import type { Message, Option, Turn } from "./contract";
import type { Item } from "./state";

const FLOW = "trygghetssamtale";
const STEP = "replikk";

/** What the program says about the talk; every other name before a colon is someone in the room. */
const NOTES: readonly string[] = ["Hint", "Kort tilbakemelding"];

/** «Balder: Ok.», «Moren til Idunn: Hun sover ikke.»: at most four words before the colon. */
const NAMED = /^(?<who>\p{Lu}[^\s:.?!]*(?: [^\s:.?!]+){0,3}): (?<said>\S[^]*)$/u;

/** Whether what is written next is said to a fictitious youth. A question to the guide in between is none of it. */
export const rehearsed = ({ progress, input }: Turn): boolean => within(progress) && input.kind === "text";

const within = (progress: Turn["progress"]): boolean => progress?.flow === FLOW && progress.step === STEP;

/** A message of a rehearsal. `spoken` by someone in the room, a `note` on the talk, or said by the program. */
export interface Part {
  readonly kind: "spoken" | "note" | "said";
  readonly who: string;
  /** The message without the name. */
  readonly message: Message;
}

function partOf(message: Message): Part {
  const { who = "", said = "" } = NAMED.exec(message.text)?.groups ?? {};
  if (!who) return { kind: "said", who, message };
  return { kind: NOTES.includes(who) ? "note" : "spoken", who, message: { ...message, text: said } };
}

/** The messages of a rehearsal's turn, and the line that stands there all the time: the last of the last message. */
export function scene({ messages }: Turn): { readonly parts: readonly Part[]; readonly standing: string } {
  const lines = messages.at(-1)?.text.split("\n") ?? [];
  const standing = lines.pop() ?? "";
  const before = lines.join("\n").trim();
  const last = { text: before, buttons: [], sources: [] };
  return { parts: [...messages.slice(0, -1), ...(before ? [last] : [])].map(partOf), standing };
}

/** Whether someone in the room has just spoken, or the talk is remarked on: then the guide is asked nothing. */
export const underWay = (turn: Turn): boolean =>
  rehearsed(turn) && scene(turn).parts.some(({ kind }) => kind !== "said");

/** How to go back to before a line of the guide: by the button that came with the answer to it. */
export interface Retries {
  /** The way back to each line of the rehearsal that goes on, by the id of its answer. */
  readonly ways: ReadonlyMap<number, Option>;
  /** Answers to lines that were taken back: a way to the same place was offered again after them. */
  readonly undone: ReadonlySet<number>;
}

/** The ways back as they stand after everything that was said. */
export function retries(items: readonly Item[]): Retries {
  const undone = new Set<number>();
  let ways: [number, Option][] = [];
  for (const item of items) {
    if (item.from === "user") continue;
    if (!within(item.turn.progress)) ways = [];
    const way = rehearsed(item.turn) ? wayBack(item.turn) : undefined;
    if (!way) continue;
    const same = ways.findIndex(([, { payload }]) => payload === way.payload);
    if (same >= 0) for (const [id] of ways.splice(same)) undone.add(id);
    ways.push([item.id, way]);
  }
  return { ways: new Map(ways), undone };
}

const wayBack = (turn: Turn): Option | undefined =>
  scene(turn).parts.find(({ kind, message }) => kind === "spoken" && message.buttons.length)?.message.buttons[0];
