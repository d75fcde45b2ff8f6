/** The few drawings of the widget. All are decoration: the words beside them say the same. */

import { svg, html, type TemplateResult } from "lit";

const icon = (paths: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor"
    stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

/** A speech bubble that shelters a smaller one: the widget's mark. */
export const mark = html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
  <path class="mark-outer" d="M20 3C10.1 3 3 9.6 3 18.2c0 4.6 2.1 8.6 5.5 11.3L7.3 37l7.9-4.3c1.5.4 3.1.6 4.8.6 9.9 0 17-6.6 17-15.1S29.9 3 20 3Z"/>
  <path class="mark-inner" d="M20 26.6s-8-4.3-8-9.9c0-2.7 2-4.6 4.3-4.6 1.6 0 3 .9 3.7 2.3.7-1.4 2.1-2.3 3.7-2.3 2.3 0 4.3 1.9 4.3 4.6 0 5.6-8 9.9-8 9.9Z"/>
</svg>`;

export const leaveIcon = icon(
  svg`<path d="M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5"/><path d="M4 12h11"/><path d="m11 8 4 4-4 4"/>`,
);
export const closeIcon = icon(svg`<path d="m6 6 12 12M18 6 6 18"/>`);
export const sendIcon = icon(svg`<path d="M4 12h15"/><path d="m13 6 6 6-6 6"/>`);
export const fileIcon = icon(svg`<path d="M12 4v11"/><path d="m7.5 10.5 4.5 4.5 4.5-4.5"/><path d="M5 20h14"/>`);
export const printIcon = icon(
  svg`<path d="M7 9V4h10v5"/><path d="M7 17H4v-7a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v7h-3"/><path d="M7 14h10v6H7z"/>`,
);
export const copyIcon = icon(svg`<path d="M9 9h10v11H9z"/><path d="M15 9V4H5v11h4"/>`);
export const keyIcon = icon(svg`<circle cx="8" cy="15" r="4"/><path d="m11 12 8-8"/><path d="m15.5 7.5 3 3"/>`);
export const deleteIcon = icon(svg`<path d="M5 7h14"/><path d="M10 7V4h4v3"/><path d="m7 7 1 13h8l1-13"/>`);
export const againIcon = icon(svg`<path d="M4 5v5h5"/><path d="M4.6 10A8 8 0 1 1 4 13.5"/>`);
