import { expect, test } from "vitest";
import {
  offeredWhenReadOnly,
  reminderDue,
  type SubscriptionState,
  subscriptionAt,
  subscriptionFacts,
} from "./subscription.ts";

const END = new Date("2026-03-01T12:00:00Z");
const at = (days: number, ms = 0): Date => new Date(END.getTime() + days * 86_400_000 + ms);
const from = (state: SubscriptionState, now: Date): SubscriptionState => subscriptionAt({ state, endsAt: END }, now);

test("each step comes at its moment and not a millisecond before", () => {
  for (const state of ["TRIAL", "ACTIVE"] as const) {
    expect(from(state, at(0, -1))).toBe(state);
    expect(from(state, at(0))).toBe("PAST_DUE");
    expect(from(state, at(14, -1))).toBe("PAST_DUE");
    expect(from(state, at(14))).toBe("READ_ONLY");
    expect(from(state, at(74, -1))).toBe("READ_ONLY");
    expect(from(state, at(74))).toBe("SUSPENDED");
  }
});

test("nothing goes back by itself, and what has no end stays as it is", () => {
  expect(from("READ_ONLY", at(1))).toBe("READ_ONLY");
  expect(from("SUSPENDED", at(20))).toBe("SUSPENDED");
  for (const state of ["TRIAL", "ACTIVE", "SUSPENDED"] as const) {
    expect(subscriptionAt({ state, endsAt: null }, at(10_000))).toBe(state);
  }
});

test("a reminder is due seven days and one day before the end, and never after it", () => {
  const due = (state: SubscriptionState, now: Date) => reminderDue({ state, endsAt: END }, now);
  expect(due("TRIAL", at(-7, -1))).toBeUndefined();
  expect(due("TRIAL", at(-7))).toBe(7);
  expect(due("ACTIVE", at(-1, -1))).toBe(7);
  expect(due("ACTIVE", at(-1))).toBe(1);
  expect(due("ACTIVE", at(0))).toBeUndefined();
  expect(due("PAST_DUE", at(-2))).toBeUndefined();
  expect(reminderDue({ state: "TRIAL", endsAt: null }, at(0))).toBeUndefined();
});

test("while a factory can only be read, pages offer looking and what goes on", () => {
  const offered = offeredWhenReadOnly([
    "products.read",
    "products.update",
    "inventory.post",
    "lists.export",
    "backups.create",
  ]);
  expect(offered).toEqual(["products.read", "lists.export", "backups.create"]);
});

test("the steps that follow the end are told with it", () => {
  expect(subscriptionFacts({ state: "TRIAL", endsAt: END }, at(-3))).toEqual({
    state: "TRIAL",
    endsAt: "2026-03-01T12:00:00.000Z",
    readOnlyAt: "2026-03-15T12:00:00.000Z",
    suspendedAt: "2026-05-14T12:00:00.000Z",
    isEnding: true,
  });
  expect(subscriptionFacts({ state: "ACTIVE", endsAt: null }, at(0))).toMatchObject({
    endsAt: null,
    readOnlyAt: null,
    isEnding: false,
  });
});
