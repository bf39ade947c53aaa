import { expect, test } from "vitest";
import { allowanceOf, PLANS, type StoredPlan, UNLIMITED } from "./plan.ts";

const small: StoredPlan = {
  code: "small",
  limits: { users: 10, products: 2000, locations: 10, storageMb: null },
  modules: [],
};

test("a factory may have what its plan says, and what was agreed with it goes before", () => {
  expect(allowanceOf(small, null)).toEqual({ plan: "small", limits: small.limits, modules: [] });
  expect(allowanceOf(small, { users: 12, products: null, connections: 9 })?.limits).toEqual({
    users: 12,
    products: null,
    locations: 10,
    storageMb: null,
  });
});

test("what can't be read is no allowance at all", () => {
  expect(allowanceOf(null, null)).toBeNull();
  for (const users of ["12", -1, 1.5, Number.NaN, {}]) expect(allowanceOf(small, { users })).toBeNull();
  expect(allowanceOf(small, "many")).toBeNull();
  expect(allowanceOf({ ...small, modules: "production" }, null)).toBeNull();
  expect(allowanceOf({ ...small, limits: { ...small.limits, users: -1 } }, null)).toBeNull();
});

test("a module that nobody knows any more is left out", () => {
  expect(allowanceOf({ ...small, modules: ["production", "astrology"] }, null)?.modules).toEqual(["production"]);
});

test("the plans to begin with can be read, and one of them sets no limit", () => {
  for (const plan of PLANS) expect(allowanceOf(plan, null)).toEqual({ ...plan, plan: plan.code, code: undefined });
  expect(PLANS.map(({ code }) => code)).toEqual(["trial", "small", "factory", "unlimited"]);
  expect(allowanceOf(PLANS[3] ?? null, null)).toEqual(UNLIMITED);
});
