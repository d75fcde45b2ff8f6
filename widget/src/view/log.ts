/** The conversation so far, as a live region that a screen reader follows. */

import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { DocumentRef, SummaryLine, Turn } from "../contract";
import { rehearsed, retries, scene, type Retries } from "../rehearsal";
import { currentTurn, type TurnItem, type UserItem } from "../state";
import { receipt } from "./boxes";
import { fileIcon, printIcon } from "./icons";
import { choiceButton, messageOf, partOf, textOf } from "./message";
import type { Template, View } from "./view";

function userItem(item: UserItem, { words }: View): Template {
  return html`<div class="item user" data-part="user" data-id=${item.id} data-pending=${item.pending || nothing}>
    <div class="bubble">
      <span class="ds-sr-only">${words.you}: </span>${textOf(item.text)}
      ${item.masked ? html`<p class="aside" data-part="masked">${words.masked}</p>` : nothing}
    </div>
  </div>`;
}

/** The read-back. Its lines can be changed as long as it is what the user is asked about. */
function summaryOf(lines: readonly SummaryLine[], current: boolean, view: View): Template {
  if (!lines.length) return nothing;
  const { words } = view;
  return html`<div class="bubble" data-part="summary">
    <h3 class="ds-heading">${words.summary}</h3>
    <dl class="summary">
      ${lines.map((line) => {
        const change = { title: words.change, payload: line.change };
        return html`<div class="line" data-step=${line.step}>
          <dt>${line.label}</dt>
          <dd>${line.value}</dd>
          ${
            current && line.change
              ? html`<dd class="change">${choiceButton(change, view, "change", `${words.change} ${line.label}`)}</dd>`
              : nothing
          }
        </div>`;
      })}
    </dl>
  </div>`;
}

/** What most people want comes first; a format we do not know comes last. */
const FORMATS = ["ics", "docx", "html", "json"];
const place = (format: string): number => (FORMATS.includes(format) ? FORMATS.indexOf(format) : FORMATS.length);

function documentButtons(document: DocumentRef, { words, session }: View): Template[] {
  const formats = document.formats.toSorted((one, other) => place(one) - place(other));
  return formats.map((format, at) => {
    const page = format === "html";
    return html`<button type="button" class="ds-button" data-variant=${at ? "secondary" : nothing} data-part="document"
      data-format=${format} @click=${() => session.document(document, format)}>
      ${page ? printIcon : fileIcon}<span>${words.formats[format] ?? `${words.download} ${format.toUpperCase()}`}</span>
      ${page ? html`<span class="ds-sr-only"> (${words.newTab})</span>` : nothing}
    </button>`;
  });
}

/** A document's buttons; beside others it is called by its name. */
function documentOf(document: DocumentRef, named: boolean, view: View): Template {
  const name = named ? view.words.kinds[document.kind] : undefined;
  const heading = `document-${document.id}`;
  return html`<div role="group" data-document=${document.id} data-kind=${document.kind}
    aria-labelledby=${name ? heading : nothing}>
    ${name ? html`<h4 class="ds-heading" id=${heading}>${name}</h4>` : nothing}
    <div class="row">${documentButtons(document, view)}</div>
  </div>`;
}

function documentsOf(documents: readonly DocumentRef[], view: View): Template {
  if (!documents.length) return nothing;
  const several = documents.length > 1;
  return html`<div class="bubble" data-part="documents">
    <h3 class="ds-heading">${several ? view.words.severalDocuments : view.words.documents}</h3>
    <p class="ds-paragraph">${several ? view.words.severalDocumentsHint : view.words.documentsHint}</p>
    ${documents.map((document) => documentOf(document, several, view))}
  </div>`;
}

/** A turn's documents; one that a later turn hands out again stands there alone. */
function latest({ id, turn }: TurnItem, { state }: View): DocumentRef[] {
  const later = state.items.flatMap((item) => (item.from === "bot" && item.id > id ? item.turn.documents : []));
  return turn.documents.filter((document) => !later.some((other) => other.id === document.id));
}

/** What a turn says. In a rehearsal the line that stands there all the time is left to the text field. */
function messagesOf({ id, turn }: TurnItem, current: boolean, view: View, { ways }: Retries): Template[] {
  if (rehearsed(turn)) {
    const way = current ? undefined : ways.get(id);
    return scene(turn).parts.map((part) => partOf(part, view, way, current));
  }
  const last = turn.messages.length - 1;
  return turn.messages.map((message, at) =>
    messageOf(message, view, { asks: current && at === last, buttons: current && at < last }),
  );
}

const speaker = (turn: Turn, { words }: View): string =>
  turn.acute ? words.acute : rehearsed(turn) ? words.rehearsal : words.bot;

function turnItem(item: TurnItem, current: boolean, view: View, before: Retries): Template {
  const { id, turn, locale } = item;
  const { acute, summary } = turn;
  const undone = before.undone.has(id);
  return html`<div class="item bot" data-part="turn" data-id=${id} data-acute=${acute || nothing}
    data-undone=${undone || nothing} lang=${locale}>
    ${undone ? html`<p class="aside" data-part="undone">${view.words.takenBack}</p>` : nothing}
    <span class="ds-sr-only">${speaker(turn, view)}: </span>
    ${messagesOf(item, current, view, before)}
    ${summaryOf(summary, current, view)} ${documentsOf(latest(item, view), view)}
    ${view.state.receipt?.item === id ? receipt(view) : nothing}
  </div>`;
}

/** Everything said, oldest first. */
export function log(view: View): Template {
  const { state, words } = view;
  const current = currentTurn(state);
  const before = retries(state.items);
  return html`<div class="log" data-part="log" role="log" aria-live="polite" aria-relevant="additions"
    aria-label=${words.conversation}>
    ${repeat(
      state.items,
      (item) => item.id,
      (item) => (item.from === "user" ? userItem(item, view) : turnItem(item, item === current, view, before)),
    )}
  </div>`;
}
