import { expect, test } from "vitest";
import { earlierStates } from "./earlier-states.ts";

test("each state is the later one with what the later change replaced put back", () => {
  const now = { name: "C", price: "3", units: [] };
  const states = earlierStates(now, [
    { before: { name: "B" } },
    { before: { price: "2" } },
    { before: { isArchived: true } },
    { before: { name: "A", price: null } },
    { before: null },
  ]);
  expect(states).toEqual([
    now,
    { name: "B", price: "3", units: [] },
    { name: "B", price: "2", units: [] },
    { name: "B", price: "2", units: [] },
    { name: "A", price: null, units: [] },
  ]);
});

test("a record without changes has no earlier state, and what it no longer has is not put back", () => {
  expect(earlierStates({ name: "A" }, [])).toEqual([]);
  expect(earlierStates({ name: "B" }, [{ before: { gone: 1 } }, { before: null }])).toEqual([
    { name: "B" },
    { name: "B" },
  ]);
});
