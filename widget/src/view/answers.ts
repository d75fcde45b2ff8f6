/** What can be pressed to answer: choices, toggles, and the ways around a question. */

import { html, nothing } from "lit";
import type { Option } from "../contract";
import { rehearsed, underWay } from "../rehearsal";
import { answersOf, currentTurn } from "../state";
import { choiceButton } from "./message";
import { ID, type Template, type View } from "./view";

function toggles(options: readonly Option[], view: View): Template {
  const { state, words, session } = view;
  const chosen = options.filter((option) => state.chosen.includes(option.payload));
  const send = () =>
    chosen.length
      ? session.say({ payloads: chosen.map(({ payload }) => payload) }, chosen.map(({ title }) => title).join(", "))
      : view.notify(words.chooseFirst);
  return html`<p class="aside">${words.chooseSeveral}</p>
    <div class="choices">
      ${options.map(
        ({ title, payload }) => html`<label class="toggle" data-part="toggle">
          <input class="ds-input" type="checkbox" .checked=${state.chosen.includes(payload)}
            ?disabled=${state.sending !== null} @change=${() => session.note({ type: "toggled", payload })} />
          <span>${title}</span>
        </label>`,
      )}
    </div>
    <button type="button" class="ds-button" data-part="send-choices"
      aria-disabled=${chosen.length && !state.sending ? nothing : "true"} @click=${send}>
      ${words.sendChosen(chosen.length)}
    </button>`;
}

/** The answers to the question that waits for one; nothing when it is answered in words alone, as a youth is. */
export function answers(view: View): Template {
  const current = currentTurn(view.state);
  if (!current || underWay(current.turn)) return nothing;
  const { ways, several, ...answered } = answersOf(current.turn);
  const options = rehearsed(current.turn) ? [] : answered.options;
  if (!options.length && !ways.length) return nothing;
  const asked = current.turn.messages.at(-1)?.text;
  return html`<div class="answers" data-part="answers" id=${ID.answers} role="group" tabindex="-1"
    lang=${current.locale} aria-label=${asked ? nothing : view.words.choose}
    aria-labelledby=${asked ? ID.question : nothing}>
    ${
      several
        ? toggles(options, view)
        : options.length === 0
          ? nothing
          : html`<div class="choices">${options.map((option) => choiceButton(option, view, "answer"))}</div>`
    }
    ${ways.length ? html`<div class="ways">${ways.map((option) => choiceButton(option, view, "way"))}</div>` : nothing}
  </div>`;
}
