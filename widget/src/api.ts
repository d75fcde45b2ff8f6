/** The client of the HTTP API: what is sent, how long it may take, and what a failure means to the user. */

import { readOpening, readTurn, type Locale, type MessageBody, type Opening, type Turn } from "./contract";

/**
 * - `offline`: no answer came (no network, or it took too long)
 * - `unavailable`: a part of the server is down
 * - `busy`: too many requests; `retryAfter` says when to try again
 * - `ended`: the session is gone
 * - `refused`: this request will never succeed; `detail` says why, in the user's language
 */
export type FailureKind = "offline" | "unavailable" | "busy" | "ended" | "refused";

/** A call that did not succeed. */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly detail: string | null = null,
    /** Seconds. */
    readonly retryAfter: number | null = null,
  ) {
    super(kind);
    this.name = "Failure";
  }
}

/** Milliseconds after which a call counts as unanswered. */
const PATIENCE = 20_000;

const KIND_OF_STATUS: Readonly<Record<number, FailureKind>> = { 401: "ended", 429: "busy" };

/** What an error answer means. The detail of an `application/problem+json` is meant for the user and kept. */
export async function failureOf(response: Response): Promise<Failure> {
  const kind = KIND_OF_STATUS[response.status] ?? (response.status >= 500 ? "unavailable" : "refused");
  const problem: unknown = await response.json().catch(() => null);
  const detail = problem !== null && typeof problem === "object" && "detail" in problem ? problem.detail : null;
  const seconds = Number(response.headers.get("Retry-After") ?? NaN);
  return new Failure(kind, typeof detail === "string" && detail ? detail : null, seconds >= 0 ? seconds : null);
}

/** A document as it came, with the file name the server gave it, if it did. */
export interface Download {
  readonly blob: Blob;
  readonly filename: string | null;
}

/** An answer, and the language it is in when the server tells. */
export interface Said {
  readonly turn: Turn;
  readonly locale: Locale | null;
}

/**
 * One user's line to the server. It alone knows the session's token, and only in memory.
 *
 * Every method rejects with a {@link Failure}, and with nothing else.
 */
export class Client {
  #token: string | null = null;

  /** `base` is the address the API's paths are appended to, without a slash at the end. */
  constructor(private readonly base: string) {}

  get hasSession(): boolean {
    return this.#token !== null;
  }

  /** Opens a new session. Without a language the server begins in Bokmål and follows how the user writes. */
  async open(locale?: Locale): Promise<Opening> {
    const body = locale ? { locale } : {};
    return this.#opened(await this.#call("POST", "/api/sessions", { body, anonymous: true }));
  }

  /** Opens a session where the dialogue of this receipt code was left; an earlier session of this client ends. */
  async resume(code: string): Promise<Opening> {
    const response = await this.#call("POST", "/api/sessions/resume", { body: { code }, anonymous: true });
    this.end();
    return this.#opened(response);
  }

  /** The last turn again, in that language; the session goes on in it. */
  async translate(locale: Locale): Promise<Turn> {
    return readTurn(await json(await this.#call("PATCH", "/api/sessions", { body: { locale } })));
  }

  /** Says something. The same key twice is acted on once, so a message can be sent again when no answer came. */
  async say(body: MessageBody, key: string): Promise<Said> {
    const response = await this.#call("POST", "/api/messages", { body, key });
    const language = response.headers.get("Content-Language");
    return { turn: readTurn(await json(response)), locale: language === "nb" || language === "nn" ? language : null };
  }

  /** Keeps the session alive; what the server says of earlier turns is not needed. */
  async prolong(): Promise<void> {
    await this.#call("GET", "/api/messages");
  }

  async document(id: string, format: string): Promise<Download> {
    const response = await this.#call("GET", `/api/documents/${encodeURIComponent(id)}.${format}`);
    const disposition = response.headers.get("Content-Disposition") ?? "";
    const blob = await response.blob().catch(() => Promise.reject(new Failure("offline")));
    return { blob, filename: /filename="?([^";]+)"?/.exec(disposition)?.[1] ?? null };
  }

  /**
   * Ends the session and forgets its token at once. The request outlives the page, so this also serves when the
   * page is being left; whoever has time to wait learns whether the server heard it.
   */
  async end(): Promise<void> {
    if (!this.#token) return;
    const call = this.#call("DELETE", "/api/sessions", { keepalive: true });
    this.#token = null;
    await call.catch((failure: Failure) => {
      if (failure.kind !== "ended" && failure.kind !== "refused") throw failure;
    });
  }

  /** Forgets the token without telling the server. */
  forget(): void {
    this.#token = null;
  }

  async #opened(response: Response): Promise<Opening> {
    const raw = await json(response);
    try {
      const opening = readOpening(raw);
      this.#token = opening.token;
      return opening;
    } catch {
      throw new Failure("unavailable");
    }
  }

  async #call(method: string, path: string, request: Call = {}): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json, */*" };
    if (request.body) headers["Content-Type"] = "application/json";
    if (request.key) headers["Idempotency-Key"] = request.key;
    if (!request.anonymous) {
      if (!this.#token) throw new Failure("ended");
      headers["Authorization"] = `Bearer ${this.#token}`;
    }
    const response = await fetch(this.base + path, {
      method,
      headers,
      body: request.body ? JSON.stringify(request.body) : null,
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      keepalive: request.keepalive ?? false,
      ...(request.keepalive ? {} : { signal: AbortSignal.timeout(PATIENCE) }),
    }).catch(() => Promise.reject(new Failure("offline")));
    if (!response.ok) throw await failureOf(response);
    return response;
  }
}

/** What belongs to one request. */
interface Call {
  readonly body?: object;
  readonly key?: string;
  /** Sent without the token. */
  readonly anonymous?: boolean;
  readonly keepalive?: boolean;
}

/** The body of a good answer. One that breaks off or is no JSON counts as no answer. */
const json = (response: Response): Promise<unknown> =>
  response.json().catch(() => Promise.reject(new Failure("offline")));
