/** What may stand between the conversation and the text field: the code, a question, a fault, the end. */

import { html, nothing } from "lit";
import { copyIcon } from "./icons";
import { ID, type Template, type View } from "./view";

/** Copies the code. Where the browser does not let us, it is marked, so that the user can. */
async function copy(code: HTMLElement, { words, notify }: View): Promise<void> {
  try {
    await navigator.clipboard.writeText(code.textContent);
    notify(words.copied);
  } catch {
    getSelection()?.selectAllChildren(code);
    notify(words.notCopied);
  }
}

/** The receipt code, until the user says that it is written down. */
export function receipt(view: View): Template {
  const { state, words, session } = view;
  if (!state.receipt) return nothing;
  const hide = () => (state.receiptSaved ? session.note({ type: "receipt_hidden" }) : view.notify(words.saveFirst));
  const check = (event: Event) =>
    session.note({ type: "receipt_saved", saved: (event.target as HTMLInputElement).checked });
  const copyCode = (event: Event) =>
    copy((event.currentTarget as HTMLElement).closest(".box")!.querySelector("output")!, view);
  return html`<section class="box" data-color="success" data-part="receipt" aria-labelledby=${ID.receipt}>
    <h3 class="ds-heading" id=${ID.receipt} tabindex="-1">${words.receipt}</h3>
    <p class="ds-paragraph">${words.receiptHint}</p>
    <div class="row">
      <output class="code" id=${ID.code} data-part="code">${state.receipt.code}</output>
      <button type="button" class="ds-button" data-variant="secondary" data-color="accent" @click=${copyCode}>
        ${copyIcon}<span>${words.copy}</span>
      </button>
    </div>
    <label class="toggle">
      <input class="ds-input" type="checkbox" .checked=${state.receiptSaved} @change=${check} />
      <span>${words.saved}</span>
    </label>
    <button type="button" class="ds-button" data-color="accent" aria-disabled=${state.receiptSaved ? nothing : "true"}
      @click=${hide}>${words.hideCode}</button>
  </section>`;
}

/** «Vil du slette samtalen?» */
function deleteBox({ words, session }: View): Template {
  return html`<section class="box" data-color="danger" data-part="delete-box" aria-labelledby=${ID.delete}>
    <h3 class="ds-heading" id=${ID.delete} tabindex="-1">${words.deleteQuestion}</h3>
    <p class="ds-paragraph">${words.deleteHint}</p>
    <div class="row">
      <button type="button" class="ds-button" data-color="danger" @click=${() => session.delete()}>
        ${words.deleteYes}
      </button>
      <button type="button" class="ds-button" data-variant="secondary" data-color="neutral"
        @click=${() => session.note({ type: "box", box: "none" })}>
        ${words.deleteNo}
      </button>
    </div>
  </section>`;
}

/** The way in for who has a code. */
function resumeBox({ state, words, session }: View): Template {
  const { problem } = state;
  const failed =
    problem?.command.do === "resume"
      ? problem.kind === "refused"
        ? words.noSuchCode
        : words.failures[problem.kind]
      : null;
  const submit = (event: Event) => {
    event.preventDefault();
    const code = new FormData(event.target as HTMLFormElement).get("code");
    if (typeof code === "string" && code.trim()) void session.resume(code.trim());
  };
  return html`<form class="box" data-part="resume-box" @submit=${submit}>
    <label class="ds-label" for=${ID.resume}>${words.code}</label>
    <p class="aside" id="resume-hint">${words.codeHint} ${state.phase === "open" ? words.codeWarning : ""}</p>
    <input class="ds-input" id=${ID.resume} name="code" type="text" autocomplete="off"
      autocapitalize="characters" spellcheck="false" aria-describedby="resume-hint resume-failed"
      aria-invalid=${failed ? "true" : nothing} />
    <p class="ds-validation-message" id="resume-failed" role="alert" ?hidden=${!failed}>${failed ?? nothing}</p>
    <div class="row">
      <button type="submit" class="ds-button">${words.useCode}</button>
      <button type="button" class="ds-button" data-variant="secondary"
        @click=${() => session.note({ type: "box", box: "none" })}>
        ${words.cancel}
      </button>
    </div>
  </form>`;
}

/** The box the user opened, if any. */
export function openBox(view: View): Template {
  const { box } = view.state;
  return box === "delete" ? deleteBox(view) : box === "resume" ? resumeBox(view) : nothing;
}

/** What went wrong, and the way on. A message that will never be taken is not offered again. */
export function problem({ state, words, session }: View): Template {
  const { problem: fault, phase } = state;
  if (!fault || fault.command.do === "resume") return nothing;
  return html`<div class="box" role="alert" data-color="warning" data-part="problem" data-kind=${fault.kind}>
    <p class="ds-paragraph">${phase === "open" ? (fault.detail ?? words.failures[fault.kind]) : words.cannotOpen}</p>
    ${
      fault.kind === "refused"
        ? nothing
        : html`<button type="button" class="ds-button" id=${ID.problem} data-part="again" data-color="accent"
          @click=${() => session.retry(fault.command)}>
          ${words.again}
        </button>`
    }
  </div>`;
}

/** «Samtalen slettes om 5 minutter …» */
export function endsSoon({ state, words, session }: View): Template {
  if (state.endsIn === null) return nothing;
  return html`<div class="box" role="alert" data-color="warning" data-part="ends-soon">
    <p class="ds-paragraph">${words.endsSoon(state.endsIn)}</p>
    <button type="button" class="ds-button" data-color="accent" @click=${() => session.prolong()}>${words.goOn}</button>
  </div>`;
}

/** The conversation is over: timed out, or deleted. */
export function over({ state, words, session }: View): Template {
  const deleted = state.unheard ? words.deletedUnheard : words.deleted;
  return html`<section class="box" data-part="over" data-phase=${state.phase}>
    <p class="ds-paragraph" id=${ID.over} tabindex="-1">${state.phase === "deleted" ? deleted : words.ended}</p>
    <button type="button" class="ds-button" @click=${() => session.open()}>${words.startAgain}</button>
  </section>`;
}
