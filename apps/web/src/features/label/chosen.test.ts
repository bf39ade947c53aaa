import { expect, test } from "vitest";
import { readChosen, withChosen, writeChosen } from "./chosen.ts";

const [A, B] = ["01939c2e-5b7a-7c3e-9d4f-1a2b3c4d5e6f", "01939c2e-5b7a-7c3e-9d4f-1a2b3c4d5e70"];

test("what is chosen goes into the address and comes back", () => {
  const chosen = [
    { id: A, copies: 1 },
    { id: B, copies: 12 },
  ];
  expect(writeChosen(chosen)).toBe(`${A},${B}.12`);
  expect(readChosen(writeChosen(chosen))).toEqual(chosen);
});

test("nonsense in the address is left out, and copies stay within bounds", () => {
  expect(readChosen(`x,${A}.0,,${B}.999,<script>`)).toEqual([
    { id: A, copies: 1 },
    { id: B, copies: 500 },
  ]);
  expect(readChosen("")).toEqual([]);
});

test("what is chosen again gets a copy more", () => {
  expect(withChosen([{ id: A, copies: 2 }], [A, B])).toEqual([
    { id: A, copies: 3 },
    { id: B, copies: 1 },
  ]);
});
