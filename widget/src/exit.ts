/** Leaving in a hurry: no trace on the screen, none behind the back button. */

export const EXIT_URL = "https://www.yr.no/";

/** The address to leave for. What is no web address (`javascript:`, nonsense) becomes the usual one. */
export function exitAddress(wanted: string | null | undefined, page: string): string {
  const url = wanted && URL.canParse(wanted, page) ? new URL(wanted, page) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : EXIT_URL;
}

/** Empties the page and replaces it: the browser's back button then leads to what was before the page. */
export function leavePage(address: string): void {
  document.body.replaceChildren();
  document.title = " ";
  location.replace(address);
}

/** Milliseconds within which the second press must come. */
const SOON = 2000;

/** Knows when a key was pressed twice. */
export class PressedTwice {
  #last = -Infinity;

  /** Whether this press, at that time, is the second of two. A third one begins anew. */
  press(now: number): boolean {
    const second = now - this.#last <= SOON;
    this.#last = second ? -Infinity : now;
    return second;
  }
}
