import { expect, test } from "vitest";
import { EXIT_URL, PressedTwice, exitAddress } from "../src/exit";

const PAGE = "https://kommune.example/side";

test.each([
  ["https://www.vg.no/", "https://www.vg.no/"],
  ["/forsiden", "https://kommune.example/forsiden"],
  ["javascript:alert(1)", EXIT_URL],
  ["data:text/html,x", EXIT_URL],
  ["http://[", EXIT_URL],
  ["", EXIT_URL],
  [null, EXIT_URL],
])("the way out %j leads to %s", (wanted, address) => {
  expect(exitAddress(wanted, PAGE)).toBe(address);
});

test("two presses soon after each other count, and a third begins anew", () => {
  const escape = new PressedTwice();
  expect([1000, 1500, 1600, 5000, 6900].map((at) => escape.press(at))).toEqual([false, true, false, false, true]);
});
