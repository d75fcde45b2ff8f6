/** One message of the bot: its text, where it comes from, and its own buttons. */

import { html, nothing } from "lit";
import type { Message, Option, Source } from "../contract";
import type { Part } from "../rehearsal";
import { blocks, questionAt, spans, type Block, type Span } from "../text";
import { againIcon } from "./icons";
import { ID, type Template, type View } from "./view";

function span({ kind, text }: Span): Template | string {
  switch (kind) {
    case "text":
      return text;
    case "telephone":
      return html`<a class="ds-link tel" href="tel:${text.replaceAll(" ", "")}">${text}</a>`;
    case "paragraph":
      return html`<span class="paragraph">${text}</span>`;
  }
}

/** A line of text with its telephone numbers and paragraphs. */
export const line = (text: string): Template => html`${spans(text).map(span)}`;

function block(part: Block, id: string | typeof nothing): Template {
  const points = () => part.lines.map((point) => html`<li>${line(point)}</li>`);
  switch (part.kind) {
    case "bullets":
      return html`<ul class="ds-list" id=${id}>${points()}</ul>`;
    case "numbers":
      return html`<ol class="ds-list" id=${id} start=${part.start}>${points()}</ol>`;
    case "paragraph":
      return html`<p class="ds-paragraph" id=${id}>
        ${part.lines.map((words) => html`<span class="line">${line(words)}</span>`)}
      </p>`;
  }
}

/** A text as paragraphs and lists. With `asks`, its question is what the answers are labelled by. */
export function textOf(text: string, asks = false): Template {
  const parts = blocks(text);
  const question = asks ? questionAt(parts) : -1;
  return html`${parts.map((part, at) => block(part, at === question ? ID.question : nothing))}`;
}

/** «Tittel, lov § 1», or only the reference when it already says the title. */
const source = ({ title, ref }: Source): Template =>
  line(ref.toLowerCase().includes(title.toLowerCase()) ? ref : [title, ref].filter(Boolean).join(", "));

function sourcesOf(sources: readonly Source[], { words }: View): Template {
  const [first] = sources;
  if (!first) return nothing;
  if (sources.length === 1) return html`<p class="sources" data-part="sources">${words.source}: ${source(first)}</p>`;
  return html`<details class="sources" data-part="sources">
    <summary>${words.sources(sources.length)}</summary>
    <ul class="ds-list">${sources.map((one) => html`<li>${source(one)}</li>`)}</ul>
  </details>`;
}

/** A button that sends its payload and reads as the user's own words. */
export function choiceButton(
  option: Option,
  { state, session }: View,
  kind: "answer" | "way" | "change",
  label = "",
): Template {
  const { sending } = state;
  const pressed = sending !== null && "payload" in sending.body && sending.body.payload === option.payload;
  return html`<button type="button" class="ds-button choice" data-part=${kind}
    data-variant=${kind === "answer" ? "secondary" : "tertiary"} data-pressed=${pressed || nothing}
    aria-disabled=${sending ? "true" : nothing} aria-label=${label || nothing}
    @click=${() => session.say({ payload: option.payload }, label || option.title)}>${option.title}</button>`;
}

const row = (buttons: readonly Option[], view: View): Template =>
  buttons.length
    ? html`<div class="row">${buttons.map((option) => choiceButton(option, view, "answer"))}</div>`
    : nothing;

/** A message. Its buttons are shown here only with `buttons`: those of the last message stand beside the answers. */
export function messageOf(message: Message, view: View, { asks = false, buttons = false } = {}): Template {
  return html`<div class="bubble" data-part="message">
    ${textOf(message.text, asks)} ${sourcesOf(message.sources, view)}
    ${buttons ? row(message.buttons, view) : nothing}
  </div>`;
}

/** Back to before the line that this answered. */
function againButton(way: Option, { state, session }: View): Template {
  return html`<button type="button" class="ds-button again" data-part="again" data-variant="tertiary" data-icon
    aria-disabled=${state.sending ? "true" : nothing} aria-label=${way.title} title=${way.title}
    @click=${() => session.say({ payload: way.payload }, way.title)}>${againIcon}</button>`;
}

/** A part of a rehearsal. `way` leads back to before what it answers; its other buttons can be pressed when `current`. */
export function partOf({ kind, who, message }: Part, view: View, way: Option | undefined, current: boolean): Template {
  switch (kind) {
    case "spoken":
      return html`<div class="spoken">
        <div class="bubble" data-part="spoken"><p class="who">${who}</p>${textOf(message.text)}</div>
        ${way && message.buttons.includes(way) ? againButton(way, view) : nothing}
      </div>`;
    case "note":
      return html`<div class="note" data-part="note"><p class="who">${who}</p>${textOf(message.text)}</div>`;
    case "said":
      return messageOf(message, view, { buttons: current });
  }
}
