/** The custom element: attributes in, keys, focus and scrolling, the page's coming and going. */

import { LitElement, html, nothing, unsafeCSS, type PropertyValues } from "lit";
import { Client } from "./api";
import type { Locale } from "./contract";
import { PressedTwice, exitAddress, leavePage } from "./exit";
import { Session } from "./session";
import { initial, type Event as StateEvent, type State } from "./state";
import { STRINGS } from "./strings";
import css from "./styles/index.css?inline";
import { mark } from "./view/icons";
import { noticeOf, panel } from "./view/panel";
import { ID, type Template, type View } from "./view/view";

/** Milliseconds a short notice stays on the screen. */
const NOTICE = 5000;

/** Where the next answer is given: among the choices, else in words. */
const ANSWER = [ID.answers, ID.draft];

/** Pixels left above what is scrolled to. */
const ABOVE = 12;

/** Answers that only go beside a question («Tilbake») do not take the focus from the text field. */
const FOCUSABLE = ":not(.answers), :has(> .choices)";

/** A panel on a screen this small covers the page, and is then modal. */
const SMALL = "(max-width: 40rem), (max-height: 30rem)";

/** The address this script came from: the server of the conversation, unless the page names another. */
const ORIGIN = new URL(document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href)
  .origin;

/**
 * `<trygg-samtale>`: an anonymous conversation.
 *
 * Without `inline` it is a button that opens a panel; with it, it fills its container. It keeps nothing: no cookie,
 * no storage, and the session's token only in memory. A new page is a new conversation.
 */
export class TryggSamtale extends LitElement {
  static override styles = unsafeCSS(css);

  static override properties = {
    api: { type: String },
    locale: { type: String, reflect: true },
    heading: { type: String },
    exitUrl: { type: String, attribute: "exit-url" },
    open: { type: Boolean, reflect: true },
    inline: { type: Boolean, reflect: true },
    state: { state: true },
    notice: { state: true },
  };

  /** Base address of the API; the origin of this script when it is not set. */
  declare api: string | null;
  declare locale: Locale;
  /** The widget's name; «Trygg samtale» when it is not set. */
  declare heading: string | null;
  /** Where «Forlat siden» leads. */
  declare exitUrl: string | null;
  /** Whether the panel is open; nothing to an inline widget. */
  declare open: boolean;
  declare inline: boolean;

  declare private state: State;
  declare private notice: string;
  #session: Session | null = null;
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #escapes = new PressedTwice();
  /** The user's own doing should take the focus along; what the page does by itself should not. */
  #takeFocus = false;

  constructor() {
    super();
    this.locale = "nb";
    this.open = false;
    this.inline = false;
    this.state = initial("nb");
    this.notice = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#keydown);
    document.addEventListener("visibilitychange", this.#visible);
    addEventListener("pagehide", this.#pagehide);
    addEventListener("pageshow", this.#pageshow);
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#keydown);
    document.removeEventListener("visibilitychange", this.#visible);
    removeEventListener("pagehide", this.#pagehide);
    removeEventListener("pageshow", this.#pageshow);
    // A page may move the element; only one that stays away is gone.
    queueMicrotask(() => this.isConnected || this.#clear());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!(this.locale in STRINGS)) this.locale = "nb";
    if (changed.has("locale")) {
      this.lang = this.locale;
      if (this.#session && this.#session.state.locale !== this.locale) void this.#session.translate(this.locale);
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("open") || changed.has("inline")) {
      this.#showPanel();
      this.#begin();
    }
  }

  protected override render(): Template {
    if (this.inline) return this.#panel();
    // A modal panel silences what is outside it, and a closed one what is inside: each has its own place for notices.
    return html`${this.#launcher()}${noticeOf(this.open ? "" : this.notice)}`;
  }

  #panel(): Template {
    const session = this.#session;
    if (!session) return nothing;
    const words = STRINGS[this.state.locale];
    const view: View = {
      state: this.state,
      words,
      session,
      heading: this.heading || words.heading,
      notice: this.notice,
      notify: this.#notify,
      leave: this.#leave,
      close: this.inline ? null : () => (this.open = false),
    };
    return panel(view);
  }

  #launcher(): Template {
    const words = STRINGS[this.state.locale];
    const closed = () => (this.open = false);
    return html`<button type="button" class="ds-button launcher" data-part="launcher" aria-haspopup="dialog"
        aria-expanded=${this.open ? "true" : "false"} ?hidden=${this.open} @click=${() => (this.open = true)}>
        ${mark}<span>${words.launcher}</span>
      </button>
      <dialog aria-labelledby=${ID.heading} @close=${closed}>${this.open ? this.#panel() : nothing}</dialog>`;
  }

  /** Shows or hides the panel of the launcher, and moves the focus in or back. */
  #showPanel(): void {
    const dialog = this.renderRoot.querySelector("dialog");
    if (!dialog || dialog.open === this.open) return;
    if (!this.open) {
      dialog.close();
      this.renderRoot.querySelector<HTMLElement>(".launcher")?.focus();
    } else {
      if (matchMedia(SMALL).matches) dialog.showModal();
      else dialog.show();
      this.#focus(...ANSWER);
      this.#takeFocus = true;
    }
  }

  /** Begins a conversation when there is somewhere to show it. */
  #begin(): void {
    this.#session ??= new Session(new Client((this.api ?? ORIGIN).replace(/\/+$/, "")), this.locale, this.#changed);
    if (this.inline || this.open)
      if (this.#session.state.phase === "idle" && !this.#session.state.problem) void this.#session.open();
  }

  readonly #changed = (state: State, event: StateEvent): void => {
    this.#takeFocus ||= this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement !== null;
    this.state = state;
    this.locale = state.locale;
    void this.updateComplete.then(() => this.#settle(event));
  };

  /** After a change is drawn: scroll to what is new, and never leave the focus on something that is gone. */
  #settle(event: StateEvent): void {
    if (event.type === "opened") this.renderRoot.querySelector(".scroll")?.scrollTo(0, 0);
    if (event.type === "answered") this.#scrollToAnswer(event.turn.receipt !== null);
    if (event.type === "waiting" || event.type === "held")
      this.renderRoot.querySelector(".waiting")?.scrollIntoView({ block: "nearest" });
    if (!this.#takeFocus) return;
    if (this.state.phase === "ended" || this.state.phase === "deleted") {
      this.#takeFocus = false;
      return this.#focus(ID.over);
    }
    switch (event.type) {
      case "opened":
      case "answered":
        this.#takeFocus = false;
        return event.turn.receipt ? this.#focus(ID.receipt) : this.#focus(...ANSWER);
      case "box":
        this.#takeFocus = false;
        if (event.box === "delete") return this.#focus(ID.delete);
        if (event.box === "resume") return this.#focus(ID.resume);
        return this.#focusIfLost(ID.deleteOpener);
      case "receipt_hidden":
      case "prolonged":
      case "settled":
      case "failed":
        this.#takeFocus = false;
        return this.#focusIfLost(ID.problem, ...ANSWER);
    }
  }

  #focusIfLost(...ids: string[]): void {
    if (this.shadowRoot?.activeElement == null) this.#focus(...ids);
  }

  #focus(...ids: string[]): void {
    const target = ids.map((id) => this.shadowRoot?.getElementById(id)).find((element) => element?.matches(FOCUSABLE));
    target?.focus({ preventScroll: target.id === ID.answers || target.id === ID.receipt });
  }

  /** Brings the user's own words, and with them the start of the answer, to the top; the rest follows below. */
  #scrollToAnswer(receipt: boolean): void {
    const area = this.renderRoot.querySelector<HTMLElement>(".scroll");
    const mine = [...this.renderRoot.querySelectorAll<HTMLElement>(".item.user")].at(-1);
    if (!area || !mine) return;
    // On a low screen the page scrolls instead of the conversation.
    if (getComputedStyle(area).overflowY === "visible") mine.scrollIntoView();
    else area.scrollTop = mine.offsetTop - ABOVE;
    if (receipt) this.renderRoot.querySelector('[data-part="receipt"]')?.scrollIntoView({ block: "nearest" });
  }

  readonly #notify = (text: string): void => {
    clearTimeout(this.#noticeTimer);
    this.notice = text;
    this.#noticeTimer = setTimeout(() => (this.notice = ""), NOTICE);
  };

  readonly #leave = (): void => {
    this.#session?.leave();
    leavePage(exitAddress(this.exitUrl, location.href));
  };

  /** Escape twice leaves the page from anywhere on it; once closes what is open. */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return this.#typeOn(event);
    const { state } = this;
    if (event.isComposing || state.phase === "idle") return;
    if (this.#escapes.press(event.timeStamp)) return this.#leave();
    event.preventDefault();
    if (state.box !== "none") this.#session?.note({ type: "box", box: "none" });
    else if (!this.inline) this.open = false;
    this.#notify(STRINGS[state.locale].leaveOnce);
  };

  /** Who begins to type while the answers as a whole have the focus means the text field. */
  #typeOn(event: KeyboardEvent): void {
    const typing = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (typing && this.shadowRoot?.activeElement?.id === ID.answers) this.#focus(ID.draft);
  }

  readonly #visible = (): void => {
    if (document.visibilityState === "visible") this.#session?.checkTime();
  };

  /** The conversation ends with the page, so that going back, or a page kept by the browser, cannot show it again. */
  readonly #pagehide = (): void => {
    this.#clear();
    this.performUpdate();
  };

  readonly #pageshow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#begin();
  };

  #clear(): void {
    this.#session?.leave();
    this.#session = null;
    this.state = initial(this.locale);
    this.notice = "";
  }
}
