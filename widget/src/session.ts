/** Runs a conversation: turns what the user does into calls, and what comes of them into events. */

import { Client, Failure } from "./api";
import { lifetime, minutesLeft, warning } from "./clock";
import type { DocumentRef, Locale, MessageBody, Opening } from "./contract";
import { openPage, save } from "./documents";
import { initial, outgoing, reduce, type Command, type Event, type Outgoing, type Problem, type State } from "./state";

/** Milliseconds without an answer before the user is shown that it is being waited for. */
const SLOW = 400;
/** How often, and for how many seconds at most, a message that came too early is held back and sent again. */
const HOLDS = 3;
const LONGEST_HOLD = 60;

const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Tells who is interested that the state changed, and by what. */
export type Listener = (state: State, event: Event) => void;

export class Session {
  #state: State;
  #life = 0;
  #deadline = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows when the conversation is thrown away: answers to an earlier one are not heard any more. */
  #era = 0;
  readonly #pages = new Set<Window>();

  constructor(
    private readonly client: Client,
    locale: Locale,
    private readonly listener: Listener,
  ) {
    this.#state = initial(locale);
  }

  get state(): State {
    return this.#state;
  }

  /** Begins a conversation. Does nothing while one is beginning or going on. */
  async open(): Promise<void> {
    if (this.#state.phase === "opening" || this.#state.phase === "open") return;
    this.#apply({ type: "opening" });
    await this.#try({ do: "open" }, async () => {
      const { locale } = this.#state;
      return this.#opened(await this.client.open(locale === "nb" ? undefined : locale));
    });
  }

  /** Takes up the dialogue that this receipt code belongs to. */
  async resume(code: string): Promise<void> {
    const { locale } = this.#state;
    await this.#try({ do: "resume", code }, async () => {
      const opening = await this.client.resume(code);
      // The kept dialogue may be in the other language; if it cannot be translated, it is better than nothing.
      const turn = await this.client.translate(locale).catch(() => opening.turn);
      return this.#opened({ ...opening, turn });
    });
  }

  /** Says something; `label` is what the user reads as their own words. Does nothing while a message is on its way. */
  async say(body: MessageBody, label: string): Promise<void> {
    if (this.#state.phase !== "open" || this.#state.sending) return;
    await this.#send(outgoing(this.#state, body, label, () => crypto.randomUUID()));
  }

  async #send(message: Outgoing): Promise<void> {
    this.#apply({ type: "sent", outgoing: message });
    const slow = setTimeout(() => this.#state.sending === message && this.#apply({ type: "waiting" }), SLOW);
    await this.#try({ do: "say", outgoing: message }, async () => {
      const { turn, locale } = await this.#sayPatiently(message);
      return { type: "answered", turn, locale };
    });
    clearTimeout(slow);
  }

  /** The answer to a message; a «too many» is waited out. */
  async #sayPatiently({ body, key }: Outgoing) {
    for (let held = 0; ; held++) {
      try {
        return await this.client.say(body, key);
      } catch (error) {
        const seconds = error instanceof Failure && error.kind === "busy" ? Math.ceil(error.retryAfter ?? 1) : Infinity;
        if (seconds > LONGEST_HOLD || held === HOLDS) throw error;
        this.#apply({ type: "held", seconds });
        await sleep(1000 * seconds);
      }
    }
  }

  /** Goes on in another language, with the last turn said again in it. */
  async translate(locale: Locale): Promise<void> {
    if (locale === this.#state.locale) return;
    this.#apply({ type: "locale", locale });
    if (this.#state.phase !== "open") return;
    await this.#try({ do: "translate", locale }, async () => ({
      type: "translated",
      turn: await this.client.translate(locale),
    }));
  }

  /** Keeps the session for another hour. */
  async prolong(): Promise<void> {
    await this.#try({ do: "prolong" }, async () => {
      await this.client.prolong();
      return { type: "prolonged" };
    });
  }

  /** Gives the user a document: a page to print in a new tab, any other format as a file. */
  async document(document: DocumentRef, format: string): Promise<void> {
    // The tab is opened now: after the answer the browser would take it for an unasked pop-up.
    const page = format === "html" ? window.open("", "_blank") : null;
    if (page) this.#pages.add(page);
    const served = await this.#try({ do: "document", document, format }, async () => {
      const { blob, filename } = await this.client.document(document.id, format);
      if (page) await openPage(page, blob);
      else save(blob, filename ?? `${document.kind || "dokument"}.${format}`);
      return { type: "settled" };
    });
    if (!served) page?.close();
  }

  /** Deletes the session here and on the server. */
  async delete(): Promise<void> {
    this.#forget();
    const unheard = await this.client.end().then(
      () => false,
      () => true,
    );
    this.#apply({ type: "deleted", unheard });
  }

  /** Leaves: the server is told, nobody waits for it, and nothing is left here, nor in tabs opened from here. */
  leave(): void {
    void this.client.end().catch(() => undefined);
    this.#forget();
    for (const page of this.#pages) page.close();
    this.#pages.clear();
    this.#state = initial(this.#state.locale);
  }

  /** Does again what failed. */
  async retry(command: Command): Promise<void> {
    switch (command.do) {
      case "open":
        return this.open();
      case "say":
        return this.#state.sending ? undefined : this.#send(command.outgoing);
      case "translate":
        this.#apply({ type: "locale", locale: command.locale === "nb" ? "nn" : "nb" });
        return this.translate(command.locale);
      case "prolong":
        return this.prolong();
      case "resume":
        return this.resume(command.code);
      case "document":
        return this.document(command.document, command.format);
    }
  }

  /** Lets the view change what only the view knows: draft, toggles, boxes. */
  note(event: Extract<Event, { type: "typed" | "toggled" | "box" | "receipt_saved" | "receipt_hidden" }>): void {
    this.#apply(event);
  }

  /** Looks at the clock: warns before the session ends, and clears the conversation when it has. */
  checkTime(): void {
    clearTimeout(this.#timer);
    if (this.#state.phase !== "open") return;
    const left = this.#deadline - Date.now();
    const ahead = warning(this.#life);
    if (left <= 0) {
      this.client.forget();
      this.#forget();
      this.#apply({ type: "ended" });
      return;
    }
    if (left <= ahead) this.#apply({ type: "ends_soon", minutes: minutesLeft(left) });
    this.#timer = setTimeout(() => this.checkTime(), left > ahead ? left - ahead : Math.min(left, 60_000));
  }

  #opened(opening: Opening): Event {
    this.#life = lifetime(opening.expiresAt, Date.now());
    return { type: "opened", turn: opening.turn };
  }

  /** Whether it went well. What the call led to becomes an event, and so does its failure. */
  async #try(command: Command, call: () => Promise<Event>): Promise<boolean> {
    const era = this.#era;
    try {
      const event = await call();
      if (era !== this.#era) return false;
      this.#apply(event);
      this.#deadline = Date.now() + this.#life;
      this.checkTime();
      return true;
    } catch (error) {
      if (era !== this.#era) return false;
      if (!(error instanceof Failure)) reportError(error);
      const { kind, detail } = error instanceof Failure ? error : new Failure("unavailable");
      // A code that opens nothing says so in its own box; the conversation that is going on is not over.
      const problem: Problem = {
        kind: command.do === "resume" && kind === "ended" ? "refused" : kind,
        detail,
        command,
      };
      if (problem.kind === "ended") this.client.forget();
      this.#apply({ type: "failed", problem });
      return false;
    }
  }

  #forget(): void {
    this.#era += 1;
    clearTimeout(this.#timer);
    this.#deadline = Infinity;
  }

  #apply(event: Event): void {
    this.#state = reduce(this.#state, event);
    this.listener(this.#state, event);
  }
}
