/** What every part of the view is drawn from. */

import { nothing, type TemplateResult } from "lit";
import type { Session } from "../session";
import type { State } from "../state";
import type { Words } from "../strings";

export type Template = TemplateResult | typeof nothing;

export interface View {
  readonly state: State;
  readonly words: Words;
  readonly session: Session;
  /** The widget's name, as the page gives it. */
  readonly heading: string;
  /** What is being said briefly, or nothing. */
  readonly notice: string;
  /** Says something briefly, on the screen and to a screen reader. */
  notify(text: string): void;
  /** Leaves the page in a hurry. */
  leave(): void;
  /** Closes the panel; null when the widget is part of the page. */
  readonly close: (() => void) | null;
}

/** The ids that focus and labels meet at. They are the shadow root's own. */
export const ID = {
  heading: "heading",
  question: "question",
  answers: "answers",
  draft: "draft",
  receipt: "receipt",
  code: "code",
  over: "over",
  problem: "problem",
  delete: "delete",
  deleteOpener: "delete-opener",
  resume: "resume",
  resumeOpener: "resume-opener",
} as const;
