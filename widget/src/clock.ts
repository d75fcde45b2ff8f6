/** When a session ends and when the user is told. All times are milliseconds. */

const MINUTE = 60_000;

/** How long a session lives without activity when the server does not say, or when its clock and ours disagree. */
export const USUAL_LIFETIME = 60 * MINUTE;
const LONGEST_WARNING = 5 * MINUTE;

/** How long a session lives from now. `expiresAt` is the server's time (ISO 8601); a later call prolongs as much. */
export function lifetime(expiresAt: string | null, now: number): number {
  const left = expiresAt ? Date.parse(expiresAt) - now : NaN;
  return left > 0 && left <= 2 * USUAL_LIFETIME ? left : USUAL_LIFETIME;
}

/** How long before the end the user is warned: five minutes, or half of a life shorter than ten. */
export const warning = (life: number): number => Math.min(LONGEST_WARNING, life / 2);

/** Whole minutes left, at least one: what the warning says. */
export const minutesLeft = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / MINUTE));
