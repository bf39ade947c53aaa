import { PLANS } from "@storehouse/domain";
import { expect, test } from "vitest";
import { planText } from "./plan-text.ts";

const textOf = (code: string): string | undefined => PLANS.filter((plan) => plan.code === code).map(planText)[0];

test("a plan says what it limits, and what it leaves out", () => {
  expect(textOf("small")).toBe("10 people, 2,000 products, 10 places, 1,000 MB of storage, without production");
  expect(textOf("unlimited")).toBe("no limits, with production");
});

test("what it does not limit is left out", () => {
  const limits = { users: 3, products: null, locations: null, storageMb: null };
  expect(planText({ code: "own", limits, modules: [] })).toBe("3 people, without production");
});
