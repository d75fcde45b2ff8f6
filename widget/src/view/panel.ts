/** The whole widget: header, conversation, answers, text field, and the lines that are always there. */

import { html, nothing } from "lit";
import type { Locale } from "../contract";
import { rehearsed } from "../rehearsal";
import { currentTurn } from "../state";
import { LANGUAGES } from "../strings";
import { answers } from "./answers";
import { endsSoon, openBox, over, problem } from "./boxes";
import { composer } from "./composer";
import { closeIcon, deleteIcon, keyIcon, leaveIcon, mark } from "./icons";
import { log } from "./log";
import { standing } from "./practice";
import { ID, type Template, type View } from "./view";

/** The way to the other language, by its own name. */
function language({ state, session }: View): Template {
  const other: Locale = state.locale === "nb" ? "nn" : "nb";
  return html`<button type="button" class="ds-button language" data-part="language" data-variant="tertiary"
    lang=${other} @click=${() => session.translate(other)}>${LANGUAGES[other]}</button>`;
}

function header(view: View): Template {
  const { words, heading, close, leave } = view;
  return html`<header data-part="header">
    <h2 class="ds-heading" id=${ID.heading}>${mark}<span>${heading}</span></h2>
    ${language(view)}
    <button type="button" class="ds-button leave" data-part="leave" data-color="neutral"
      aria-describedby="leave-hint" @click=${leave}>
      <span>${words.leave}</span>${leaveIcon}
    </button>
    <p class="ds-sr-only" id="leave-hint">${words.leaveHint}</p>
    ${
      close
        ? html`<button type="button" class="ds-button close" data-part="close" data-variant="tertiary" data-icon
          aria-label=${words.close} @click=${close}>${closeIcon}</button>`
        : nothing
    }
  </header>`;
}

function progress({ state, words }: View): Template {
  const turn = currentTurn(state)?.turn;
  if (turn && rehearsed(turn))
    return html`<p class="progress" data-part="progress">
      <strong class="badge">${words.rehearsal}</strong><span>${words.fictitious}</span>
    </p>`;
  const at = turn?.progress;
  if (!at) return nothing;
  const name = at.label || words.flows[at.flow];
  return html`<div class="progress" data-part="progress">
    <label for="progress">
      <strong>${words.step(at.index, at.count)}</strong>${name ? html`<span>${name}</span>` : nothing}
    </label>
    <progress id="progress" max=${at.count} value=${at.index}></progress>
  </div>`;
}

function waiting({ state, words }: View): Template {
  const said = state.heldFor ? words.held(state.heldFor) : state.waiting ? words.waiting : "";
  return html`<p class="waiting" role="status" data-part="waiting" ?data-empty=${!said}>
    ${said ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${said}` : nothing}
  </p>`;
}

/** The numbers that are always there, and the two things that can be done at any time. */
function footer({ state, words, session }: View): Template {
  const tel = (number: string) => html`<a class="ds-link" href="tel:${number.replaceAll(" ", "")}">${number}</a>`;
  return html`<footer data-part="footer">
    <p class="numbers">
      <strong>${words.dangerNow} ${words.call} ${tel("112")}</strong>
      <span>${words.police} ${tel("02800")}</span>
      <span class="more">${words.doctor} ${tel("116 117")}</span>
    </p>
    ${
      state.phase === "open" || state.phase === "deleted" || state.phase === "ended"
        ? html`<div class="always">
          <button type="button" class="ds-link" id=${ID.resumeOpener} aria-expanded=${state.box === "resume"}
            @click=${() => session.note({ type: "box", box: state.box === "resume" ? "none" : "resume" })}>
            ${keyIcon}<span>${words.haveCode}</span>
          </button>
          ${
            state.phase === "open"
              ? html`<button type="button" class="ds-link" id=${ID.deleteOpener} aria-expanded=${state.box === "delete"}
                @click=${() => session.note({ type: "box", box: state.box === "delete" ? "none" : "delete" })}>
                ${deleteIcon}<span>${words.delete}</span>
              </button>`
              : nothing
          }
        </div>`
        : nothing
    }
  </footer>`;
}

function body(view: View): Template {
  const { state, words } = view;
  switch (state.phase) {
    case "idle":
    case "opening":
      return state.problem ? problem(view) : html`<p class="waiting" role="status">${words.opening}</p>`;
    case "open":
      return html`${log(view)}${waiting(view)}${answers(view)}`;
    case "ended":
    case "deleted":
      return over(view);
  }
}

/** A short notice; it stands empty until there is one, so that a screen reader hears it come. */
export const noticeOf = (text: string): Template =>
  html`<p class="notice" role="status" data-part="notice" ?data-empty=${!text}>${text}</p>`;

/** The panel in its present state. */
export function panel(view: View): Template {
  const { state, words } = view;
  const open = state.phase === "open";
  return html`<section class="panel" data-part="panel" data-phase=${state.phase} aria-labelledby=${ID.heading}>
    <div class="inside">
      ${header(view)} ${progress(view)}
      <div class="scroll" data-part="scroll" role="region" aria-label=${words.conversation} tabindex="0">
        ${body(view)}
      </div>
      <div class="below" aria-busy=${state.sending || state.phase === "opening" ? "true" : "false"}>
        ${open ? html`${endsSoon(view)}${problem(view)}` : nothing} ${openBox(view)}
        ${open ? standing(view) : nothing} ${open || state.draft ? composer(view) : nothing}
      </div>
      ${footer(view)}
    </div>
    ${noticeOf(view.notice)}
  </section>`;
}
