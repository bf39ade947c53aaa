import { auditLog } from "@storehouse/db/tenant";
import { createTestTenant, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { addFormula } from "./new-formula.fixture.ts";
import { canMake, getMakeRule, getTree, listFormulas, listWhereUsed, updateMakeRule } from "./index.ts";

/** A fan of a motor and three blades; a motor of wire and screws; screws are in the fan too. */
async function fanFactory(tenant: TestTenant) {
  const [store, line] = [await tenant.location("Store"), await tenant.location("Line")];
  const ctx = tenant.ctx();
  const at = (locationId: string, onHand: number, unitCost: string) => ({ locationId, onHand, unitCost });
  const fan = await tenant.product({ code: "FAN", name: "Fan", locationId: line });
  const motor = await tenant.product({ code: "MOTOR", name: "Motor", ...at(line, 2, "100") });
  const blade = await tenant.product({ code: "BLADE", name: "Blade", ...at(line, 10, "45") });
  const wire = await tenant.product({ code: "WIRE", name: "Wire", unit: "kg", ...at(store, 5, "400") });
  const screw = await tenant.product({ code: "SCREW", name: "Screw", ...at(store, 100, "0.5") });
  const id = ({ variantId }: { variantId: string }) => variantId;
  await addFormula(ctx, id(motor), [
    { variantId: id(wire), quantity: "0.25", scrapPercent: "10" },
    { variantId: id(screw), quantity: "2" },
  ]);
  await addFormula(ctx, id(fan), [
    { variantId: id(motor) },
    { variantId: id(blade), quantity: "3" },
    { variantId: id(screw), quantity: "8", scrapPercent: "5" },
  ]);
  return { ctx, store, line, fan: id(fan), motor: id(motor), blade: id(blade), wire: id(wire), screw: id(screw) };
}

test("cost is rolled up over all levels, and each formula says how many use what it makes", async () => {
  await using tenant = await createTestTenant();
  const { ctx } = await fanFactory(tenant);
  const all = { isArchived: false, limit: 1 };
  const first = await listFormulas(ctx, all);
  const second = await listFormulas(ctx, { ...all, after: first.next });
  const rows = [...first.rows, ...second.rows];
  expect(second.next).toBeUndefined();
  // Motor: 0.275 kg × 400 + 2 × 0.5 = 111; fan: 111 + 3 × 45 + 8.4 × 0.5.
  expect(rows.map(({ sku, unitCost, usedInCount }) => [sku, unitCost, usedInCount])).toEqual([
    ["FAN", "250.2", 0],
    ["MOTOR", "111", 1],
  ]);
  expect((await listFormulas(ctx, { ...all, search: "mot" })).rows.map(({ sku }) => sku)).toEqual(["MOTOR"]);
});

test("where a variant is used is told with how much", async () => {
  await using tenant = await createTestTenant();
  const { ctx, screw } = await fanFactory(tenant);
  const { rows } = await listWhereUsed(ctx, { variantId: screw, limit: 10 });
  expect(rows).toMatchObject([
    { sku: "FAN", quantity: "8", unit: "pcs", scrapPercent: "5", outputQuantity: "1", outputUnit: "pcs" },
    { sku: "MOTOR", quantity: "2" },
  ]);
});

test("a tree shows all levels with what each costs", async () => {
  await using tenant = await createTestTenant();
  const { ctx, fan, wire } = await fanFactory(tenant);
  const { rows } = await getTree(ctx, { variantId: fan, quantity: "2" });
  expect(rows.map(({ level, sku, quantity, cost }) => [level, sku, quantity, cost])).toEqual([
    [0, "FAN", "2", "500.4"],
    [1, "MOTOR", "2", "222"],
    [2, "WIRE", "0.55", "220"],
    [2, "SCREW", "4", "2"],
    [1, "BLADE", "6", "270"],
    [1, "SCREW", "17", "8.5"],
  ]);
  await expect(getTree(ctx, { variantId: wire })).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
});

test("what can be made is told by place and overall, with what is short and where it lies", async () => {
  await using tenant = await createTestTenant();
  const { ctx, fan, motor, line, store } = await fanFactory(tenant);
  const here = await canMake(ctx, { variantId: fan, quantity: "4", locationId: line });
  expect(here).toMatchObject({ quantity: "4", canMake: "0", canMakeOverall: "2", places: [], unitCost: null });
  expect(here.components.map(({ sku, need, have, short }) => [sku, need, have, short])).toEqual([
    ["MOTOR", "4", "2", "2"],
    ["BLADE", "12", "10", "2"],
    ["SCREW", "34", "0", "34"],
  ]);
  expect(here.components[2]?.elsewhere).toEqual([{ locationId: store, locationName: "Store", quantity: "100" }]);
  expect(here.components.map(({ isMade }) => isMade)).toEqual([true, false, false]);

  expect(await getMakeRule(ctx)).toEqual({ makeFrom: "chosen" });
  await updateMakeRule(ctx, { makeFrom: "anywhere" });
  const anywhere = await canMake(ctx, { variantId: fan, quantity: "2", locationId: line });
  expect(anywhere).toMatchObject({ makeFrom: "anywhere", canMake: "2" });
  // 2 × 100 + 6 × 45 + 17 × 0.5, halved.
  expect(anywhere.unitCost).toBe("239.25");
  expect(anywhere.components[2]?.takes).toEqual([{ locationId: store, locationName: "Store", quantity: "17" }]);
  const motors = await canMake(ctx, { variantId: motor });
  expect(motors.places).toEqual([{ locationId: store, locationName: "Store", quantity: "18" }]);
  await expect(canMake(ctx, { variantId: v7() })).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
});

test("the rule for where components come from is a master's, and written down once", async () => {
  await using tenant = await createTestTenant();
  await expect((async () => updateMakeRule(tenant.ctx("employee"), { makeFrom: "anywhere" }))()).rejects.toMatchObject({
    failure: { code: "NOT_ALLOWED" },
  });
  await times(3, () => updateMakeRule(tenant.ctx(), { makeFrom: "anywhere" }));
  expect(await getMakeRule(tenant.ctx("employee"))).toEqual({ makeFrom: "anywhere" });
  expect(await tenant.db.select().from(auditLog)).toMatchObject([
    { action: "productFormulas.updateMakeRule", entityId: tenant.factoryId, after: { makeFrom: "anywhere" } },
  ]);
});
