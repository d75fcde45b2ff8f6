import { expect, test } from "vitest";
import { USUAL_LIFETIME, lifetime, minutesLeft, warning } from "../src/clock";

const NOW = Date.parse("2026-11-21T12:00:00Z");
const MINUTE = 60_000;

test("the server says how long a session lives", () => {
  expect(lifetime("2026-11-21T12:10:00Z", NOW)).toBe(10 * MINUTE);
  expect(lifetime("2026-11-21T13:20:00+01:00", NOW)).toBe(20 * MINUTE);
});

test.each([null, "", "i morgen", "2026-11-21T11:59:00Z", "2027-01-01T00:00:00Z"])(
  "an end at %j, which our clock cannot believe, means an hour",
  (expiresAt) => {
    expect(lifetime(expiresAt, NOW)).toBe(USUAL_LIFETIME);
  },
);

test("the warning comes five minutes before, or at half of a short life", () => {
  expect(warning(60 * MINUTE)).toBe(5 * MINUTE);
  expect(warning(4 * MINUTE)).toBe(2 * MINUTE);
});

test("less than a minute is said as one", () => {
  expect([5 * MINUTE, 90_001, 1000].map(minutesLeft)).toEqual([5, 2, 1]);
});
