/** The text field. Words are always welcome, whatever there is to press. */

import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { MAX_LENGTH } from "../contract";
import { currentTurn } from "../state";
import { length } from "../text";
import { sendIcon } from "./icons";
import { commands } from "./practice";
import { ID, type Template, type View } from "./view";

/** The counter appears when this share of the room is used. */
const NEARLY_FULL = 0.9;

function counter(left: number, max: number, { words }: View): Template {
  if (left > max * (1 - NEARLY_FULL)) return nothing;
  const over = left < 0;
  return html`<p class=${over ? "ds-validation-message" : "aside"} id="counter" data-part="counter">
    ${over ? words.over(-left) : words.left(left)}
  </p>`;
}

/** Field and button. Enter sends, Shift+Enter begins a new line; a text that is too long stays until it is shorter. */
export function composer(view: View): Template {
  const { state, words, session } = view;
  const max = currentTurn(state)?.turn.input.maxLength ?? MAX_LENGTH;
  const left = max - length(state.draft.trim());
  const ready = state.phase === "open" && !state.sending && left >= 0;
  const submit = (event: Event) => {
    event.preventDefault();
    const text = state.draft.trim();
    if (ready && text) void session.say({ text }, text);
  };
  const input = (event: InputEvent) =>
    session.note({ type: "typed", text: (event.target as HTMLTextAreaElement).value });
  const keydown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  };
  return html`<form class="composer" data-part="composer" @submit=${submit}>
    <div class="above">
      <label class="ds-label" for=${ID.draft}>${words.write}</label>
      ${commands(view)}
    </div>
    <div class="field">
      <textarea class="ds-input" id=${ID.draft} rows="1" autocomplete="off" spellcheck="false" data-gramm="false"
        aria-describedby="write-hint counter" aria-invalid=${left < 0 ? "true" : nothing} .value=${live(state.draft)}
        @input=${input} @keydown=${keydown}></textarea>
      <button class="ds-button" type="submit" data-part="send" aria-disabled=${ready ? nothing : "true"}>
        ${words.send}${sendIcon}
      </button>
    </div>
    <p class="ds-sr-only" id="write-hint">${words.writeHint}</p>
    ${counter(left, max, view)}
  </form>`;
}
