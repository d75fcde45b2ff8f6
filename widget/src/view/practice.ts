/** Beside the text field in a rehearsal: the line that stands there all the time, and what can be done but talk. */

import { html, nothing } from "lit";
import { rehearsed, scene } from "../rehearsal";
import { currentTurn } from "../state";
import { choiceButton, line } from "./message";
import { ID, type Template, type View } from "./view";

/** The line that tells that one rehearses, and where to turn; nothing outside a rehearsal. */
export function standing({ state }: View): Template {
  const current = currentTurn(state);
  if (!current || !rehearsed(current.turn)) return nothing;
  return html`<p class="aside" id=${ID.question} data-part="standing" lang=${current.locale}>
    ${line(scene(current.turn).standing)}
  </p>`;
}

/** «Hint», «Pause», «Ferdig»: never further away than the text field. */
export function commands(view: View): Template {
  const current = currentTurn(view.state);
  if (!current || !rehearsed(current.turn)) return nothing;
  return html`<div class="commands" data-part="commands" role="group" lang=${current.locale}
    aria-label=${view.words.rehearsal}>
    ${current.turn.input.options.map((option) => choiceButton(option, view, "way"))}
  </div>`;
}
