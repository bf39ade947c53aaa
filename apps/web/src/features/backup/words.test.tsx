import { expect, test } from "vitest";
import { sizeText } from "./words.ts";

test("sizes are told in the unit that suits them", () => {
  expect([0, 999, 1_000, 56_400, 1_200_000, 3_000_000_000].map(sizeText)).toEqual([
    "0 B",
    "999 B",
    "1.0 kB",
    "56 kB",
    "1.2 MB",
    "3.0 GB",
  ]);
});
