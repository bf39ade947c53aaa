import { units } from "@storehouse/db/tenant";
import { PAGE_LIMIT_MAX, STARTER_UNITS } from "@storehouse/domain";
import { createTestTenant, isRefused, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { createUnit, listUnits } from "./index.ts";

const unit = (code: string) => ({ code, name: code, dimension: "count" as const, decimals: 0 });

test("a unit is made once however often it is sent, and its code is nobody else's", async () => {
  await using tenant = await createTestTenant();
  const id = v7();
  const outcomes = await times(6, () => createUnit(tenant.ctx(), { id, ...unit("pallet") }));
  expect(outcomes.every(({ status }) => status === "fulfilled")).toBe(true);
  const others = await times(6, () => createUnit(tenant.ctx(), { id: v7(), ...unit("pallet") }));
  expect(others.filter(isRefused("TAKEN"))).toHaveLength(6);
  await expect(createUnit(tenant.ctx(), { id, ...unit("crate") })).rejects.toMatchObject({
    failure: { code: "KEY_REUSED", clientId: id },
  });
  const { rows } = await listUnits(tenant.ctx("viewer"));
  expect(rows).toHaveLength(STARTER_UNITS.length + 1);
  expect(rows.map(({ code }) => code)).toContain("pallet");
  await expect(createUnit(tenant.ctx("employee"), { id: v7(), ...unit("bag") })).rejects.toMatchObject({
    failure: { code: "NOT_ALLOWED", permission: "units.create" },
  });
});

test("there are never more units than one list holds, even when several are the last at once", async () => {
  await using tenant = await createTestTenant();
  const room = PAGE_LIMIT_MAX - STARTER_UNITS.length - 1;
  await tenant.db
    .insert(units)
    .values(Array.from({ length: room }, (_, index) => ({ id: v7(), ...unit(`u${index}`) })));
  const outcomes = await times(4, (index) => createUnit(tenant.ctx(), { id: v7(), ...unit(`last${index}`) }));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("LIMIT_REACHED"))).toHaveLength(3);
  expect((await listUnits(tenant.ctx())).rows).toHaveLength(PAGE_LIMIT_MAX);
});
