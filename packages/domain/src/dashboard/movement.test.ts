import { expect, test } from "vitest";
import { ENTRY_TYPES } from "../inventory/entry.ts";
import { MOVEMENT_TYPES, movementOf } from "./movement.ts";

test("every entry type is one kind of movement, but for a transfer's arrival and an undo", () => {
  expect(ENTRY_TYPES.filter((type) => movementOf(type) === undefined)).toEqual(["transfer_in", "reversal"]);
  const all = Object.values(MOVEMENT_TYPES).flat();
  expect(new Set(all).size).toBe(all.length);
});
