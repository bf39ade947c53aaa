import { asc, eq, transaction } from "@storehouse/db";
import { auditLog, inventoryEntries, postings, productUnits, variantStock } from "@storehouse/db/tenant";
import type { MakeInput } from "@storehouse/domain";
import { createTestTenant, isRefused, patiently, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { archiveFormula, getFormula, updateFormula, updateMakeRule } from "../formula/index.ts";
import { addFormula } from "../formula/new-formula.fixture.ts";
import { unitId } from "../product/new-product.fixture.ts";
import { make } from "./make.ts";
import { postEntries } from "./post-entries.ts";
import { reverse } from "./reverse.ts";
import { transferStock } from "./transfer-stock.ts";
import { verifyLedger } from "./verify-ledger.ts";

const refusalOf = (work: () => Promise<unknown>): Promise<unknown> =>
  (async () => work())().then(
    () => undefined,
    (error: unknown) => error,
  );
const isDone = ({ status }: PromiseSettledResult<unknown>): boolean => status === "fulfilled";
const head = () => ({ clientId: v7(), reference: null, note: null });

/** Fans of 3 blades and 0.3333 kg of wire, one in ten of which is lost. */
async function fanFactory(tenant: TestTenant, blades = 30, wire = "10") {
  const [line, store] = [await tenant.location("Line"), await tenant.location("Store")];
  const blade = await tenant.product({ name: "Blade", onHand: blades, unitCost: "1.1111", locationId: line });
  const reel = await tenant.product({ name: "Wire", unit: "kg", onHand: wire, unitCost: "7.77", locationId: line });
  const fan = await tenant.product({ name: "Fan", locationId: line });
  const formula = await addFormula(tenant.ctx(), fan.variantId, [
    { variantId: blade.variantId, quantity: "3" },
    { variantId: reel.variantId, quantity: "0.333", scrapPercent: "10" },
  ]);
  const input = (quantity: string, fields: Partial<MakeInput> = {}): MakeInput => ({
    ...head(),
    variantId: fan.variantId,
    quantity,
    locationId: line,
    ...fields,
  });
  return { line, store, blade, reel, fan, formula, input };
}
const stockOf = async ({ db }: TestTenant, variantId: string) => {
  const [row] = await db.select().from(variantStock).where(eq(variantStock.variantId, variantId));
  return [Number(row?.onHand), row?.value];
};
const entriesOf = ({ db }: TestTenant, postingId: string) =>
  db
    .select()
    .from(inventoryEntries)
    .where(eq(inventoryEntries.postingId, postingId))
    .orderBy(asc(inventoryEntries.lineNumber));
const isProven = async (tenant: TestTenant) => (await verifyLedger(tenant.ctx(), {})).differences;

test("components go out with their scrap, and what is made is worth exactly what went out", async () => {
  await using tenant = await createTestTenant();
  const { blade, reel, fan, formula, input } = await fanFactory(tenant);
  const made = await make(tenant.ctx("employee"), input("7", { reference: "JOB 1" }));

  expect(made.entries.map(({ quantity, balance }) => [quantity, balance])).toEqual([
    ["-21", "9"],
    ["-2.565", "7.435"],
    ["7", "7"],
  ]);
  const entries = await entriesOf(tenant, made.postingId);
  expect(entries.map(({ type }) => type)).toEqual(["manufacturing_out", "manufacturing_out", "manufacturing_in"]);
  // 21 × 1.1111 + 2.565 × 7.77, over 7.
  expect(entries.map(({ value }) => value)).toEqual(["-23.3331", "-19.9301", "43.2632"]);
  expect(entries[2]?.unitCost).toBe("6.1805");
  expect(await stockOf(tenant, fan.variantId)).toEqual([7, "43.2632"]);
  expect(await stockOf(tenant, blade.variantId)).toEqual([9, "9.9999"]);
  expect(await stockOf(tenant, reel.variantId)).toEqual([7.435, "57.7699"]);
  expect(await isProven(tenant)).toEqual([]);

  const [posting] = await tenant.db.select().from(postings).where(eq(postings.id, made.postingId));
  expect(posting).toMatchObject({
    kind: "manufacturing",
    reference: "JOB 1",
    referenceType: "formula_version",
    referenceId: formula.versionId,
  });
  const [line] = await tenant.db.select().from(auditLog).where(eq(auditLog.entityId, made.postingId));
  expect(line).toMatchObject({ action: "inventory.make", after: { quantity: "7", versionId: formula.versionId } });
  const { versions } = await getFormula(tenant.ctx(), { id: formula.id });
  expect(versions[0]?.isUsed).toBe(true);
});

test("every component that falls short is told, and nothing is written", async () => {
  await using tenant = await createTestTenant();
  const { blade, fan, input, line } = await fanFactory(tenant, 5, "1");
  const refusal = await refusalOf(() => make(tenant.ctx(), input("4")));
  expect(refusal).toMatchObject({
    failure: {
      code: "INSUFFICIENT_STOCK",
      shortages: [
        { line: 0, productName: "Blade", available: "5", wanted: "12", locationId: line, locationName: "Line" },
        { line: 1, productName: "Wire", unit: "kg", available: "1", wanted: "1.466", isOverAllPlaces: false },
      ],
    },
  });
  expect(await tenant.onHand(fan.variantId)).toBe("0");
  expect(await tenant.onHand(blade.variantId)).toBe("5");
  expect(await tenant.db.select().from(postings).where(eq(postings.kind, "manufacturing"))).toEqual([]);
  expect(await tenant.db.select().from(auditLog).where(eq(auditLog.action, "inventory.make"))).toEqual([]);
});

test("nobody makes without being allowed to", async () => {
  await using tenant = await createTestTenant();
  const { input } = await fanFactory(tenant);
  expect(isRefused("NOT_ALLOWED")(await refusalOf(() => make(tenant.ctx("viewer"), input("1"))))).toBe(true);
});

test("sent three times at once and once more, it is made once and answered alike, whatever became of the formula", async () => {
  await using tenant = await createTestTenant();
  const { fan, formula, input } = await fanFactory(tenant);
  const once = input("2");
  const outcomes = await times(3, () => make(tenant.ctx(), once));
  await archiveFormula(tenant.ctx(), { id: formula.id, version: 1, isArchived: true });
  const again = await make(tenant.ctx(), once);
  expect(outcomes.map((one) => one.status === "fulfilled" && one.value)).toEqual([again, again, again]);
  expect(await tenant.onHand(fan.variantId)).toBe("2");
  expect(isRefused("KEY_REUSED")(await refusalOf(() => make(tenant.ctx(), { ...once, quantity: "3" })))).toBe(true);
  expect(isRefused("NOT_FOUND")(await refusalOf(() => make(tenant.ctx(), input("1"))))).toBe(true);
});

test("a version that was replaced meanwhile is not made by", async () => {
  await using tenant = await createTestTenant();
  const { blade, formula, input } = await fanFactory(tenant);
  const next = { id: formula.id, version: 1, versionId: v7(), name: null, note: null, isActive: true };
  const components = [{ variantId: blade.variantId, quantity: "4", scrapPercent: "0" }];
  await updateFormula(tenant.ctx(), { ...next, outputQuantity: "2", components });
  const refusal = await refusalOf(() => make(tenant.ctx(), input("2", { versionId: formula.versionId })));
  expect(isRefused("WRONG_STATE")(refusal)).toBe(true);
  const made = await make(tenant.ctx(), input("3", { versionId: next.versionId }));
  expect(made.entries.map(({ quantity }) => quantity)).toEqual(["-6", "3"]);
});

test("a quantity may be in another unit of the product, and not finer than its unit", async () => {
  await using tenant = await createTestTenant();
  const { fan, input } = await fanFactory(tenant);
  const box = await unitId(tenant.ctx(), "box");
  await tenant.db.insert(productUnits).values({ productId: fan.id, unitId: box, numerator: 4, denominator: 1 });
  const made = await make(tenant.ctx(), input("2", { unitId: box }));
  expect(made.entries.at(-1)?.quantity).toBe("8");
  expect(await refusalOf(() => make(tenant.ctx(), input("0.5")))).toMatchObject({
    failure: { code: "INVALID", field: "quantity", reason: "TOO_MANY_DECIMALS" },
  });
  expect(await refusalOf(() => make(tenant.ctx(), input("999999999999")))).toMatchObject({
    failure: { code: "INSUFFICIENT_STOCK" },
  });
});

describe("from anywhere", () => {
  test("the place comes first, then the one with most; what is short is short over all places", async () => {
    await using tenant = await createTestTenant();
    const { blade, reel, fan, input, store, line } = await fanFactory(tenant, 5, "1");
    const at = { locationId: store, quantity: "20", unitCost: "2" };
    const lines = [blade, reel].map(({ variantId }) => ({ variantId, ...at }));
    await postEntries(tenant.ctx(), { ...head(), type: "purchase", lines });
    await updateMakeRule(tenant.ctx(), { makeFrom: "anywhere" });

    const made = await make(tenant.ctx(), input("4"));
    expect(made.entries.map(({ locationId, quantity }) => [locationId === line, quantity])).toEqual([
      [true, "-5"],
      [false, "-7"],
      [true, "-1"],
      [false, "-0.466"],
      [true, "4"],
    ]);
    expect(await isProven(tenant)).toEqual([]);
    expect(await refusalOf(() => make(tenant.ctx(), input("5")))).toMatchObject({
      failure: { shortages: [{ productName: "Blade", available: "13", wanted: "15", isOverAllPlaces: true }] },
    });
    await reverse(tenant.ctx(), { clientId: v7(), postingId: made.postingId, reason: "wrong" });
    expect(await tenant.onHand(blade.variantId, line)).toBe("5");
    expect(await tenant.onHand(blade.variantId, store)).toBe("20");
    expect(await tenant.onHand(fan.variantId)).toBe("0");
  });

  test("goods that move from place to place meanwhile are found where they are", async () => {
    await using tenant = await createTestTenant();
    const { blade, fan, input, line, store } = await fanFactory(tenant, 60, "20");
    await updateMakeRule(tenant.ctx(), { makeFrom: "anywhere" });
    const lines = [{ variantId: blade.variantId, quantity: "3" }];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, at) => {
        const [once, moved] = [input("1"), { ...head(), fromLocationId: line, toLocationId: store, lines }];
        return patiently(() => (at < 20 ? make(tenant.ctx(), once) : transferStock(tenant.ctx(), moved)));
      }),
    );
    const refused = outcomes.filter((one) => !isDone(one));
    expect(refused.every(isRefused("INSUFFICIENT_STOCK"))).toBe(true);
    expect(await tenant.onHand(fan.variantId)).toBe("20");
    expect(await tenant.onHand(blade.variantId)).toBe("0");
    expect(await isProven(tenant)).toEqual([]);
  });

  test("where goods are is read once nobody else can move them: a move that is on its way is waited for", async () => {
    await using tenant = await createTestTenant();
    const { blade, fan, input, line, store } = await fanFactory(tenant, 3, "20");
    await updateMakeRule(tenant.ctx(), { makeFrom: "anywhere" });
    const lines = [{ variantId: blade.variantId, quantity: "3" }];
    const [moved, once] = [{ ...head(), fromLocationId: line, toLocationId: store, lines }, input("1")];
    const making = await transaction(tenant.db, async (db) => {
      await transferStock({ ...tenant.ctx(), db }, moved);
      const begun = Promise.allSettled([make(tenant.ctx(), once)]);
      await expect.poll(() => waitingFor(tenant, "%for update%"), { timeout: 30_000 }).toBe(1);
      return [begun] as const;
    });
    expect((await making[0]).every(isDone)).toBe(true);
    expect(await tenant.onHand(blade.variantId, store)).toBe("0");
    expect(await tenant.onHand(fan.variantId)).toBe("1");
  });
});

/** How many of the factory's statements that look like this are running now. */
async function waitingFor({ db }: TestTenant, text: string): Promise<number> {
  const [row] = await db.source.prepared<{ n: number | string }>(
    "select count(*) as n from information_schema.processlist where info like ? and id <> connection_id()",
    [text],
  );
  return Number(row?.n);
}

describe("undone", () => {
  test("a making is undone whole, by its posting or by any entry of it, and values are as before", async () => {
    await using tenant = await createTestTenant();
    const { blade, reel, fan, input } = await fanFactory(tenant);
    const ids = [blade, reel, fan].map(({ variantId }) => variantId);
    const before = await Promise.all(ids.map((id) => stockOf(tenant, id)));
    for (const entry of [undefined, 0, 1, 2]) {
      const made = await make(tenant.ctx("employee"), input("7"));
      const what =
        entry === undefined ? { postingId: made.postingId } : { entryId: made.entries[entry]?.entryId ?? "" };
      const undone = await reverse(tenant.ctx("employee"), { clientId: v7(), reason: "wrong", ...what });
      expect(undone.entries).toHaveLength(3);
      expect(await Promise.all(ids.map((id) => stockOf(tenant, id)))).toEqual(before);
      const twice = await refusalOf(() => reverse(tenant.ctx(), { clientId: v7(), reason: "again", ...what }));
      expect(isRefused("ALREADY_REVERSED")(twice)).toBe(true);
    }
    expect(await isProven(tenant)).toEqual([]);
  });

  test("what was made and has gone on can't be undone, and nothing of it is", async () => {
    await using tenant = await createTestTenant();
    const { blade, fan, input, line } = await fanFactory(tenant);
    const made = await make(tenant.ctx(), input("2"));
    const lines = [{ variantId: fan.variantId, locationId: line, quantity: "1" }];
    await postEntries(tenant.ctx(), { ...head(), type: "sale", lines });
    const refusal = await refusalOf(() =>
      reverse(tenant.ctx(), { clientId: v7(), postingId: made.postingId, reason: "wrong" }),
    );
    expect(isRefused("INSUFFICIENT_STOCK")(refusal)).toBe(true);
    expect(await tenant.onHand(blade.variantId)).toBe("24");
  });
});

test("50 makings at once of components for 10: exactly 10 are made and nothing is negative", async () => {
  await using tenant = await createTestTenant();
  const { blade, fan, input, reel } = await fanFactory(tenant, 30, "100");
  const outcomes = await times(50, () => {
    const once = input("1");
    return patiently(() => make(tenant.ctx("employee"), once));
  });
  expect(outcomes.filter(isDone)).toHaveLength(10);
  expect(outcomes.filter(isRefused("INSUFFICIENT_STOCK"))).toHaveLength(40);
  expect(await tenant.onHand(blade.variantId)).toBe("0");
  expect(await tenant.onHand(fan.variantId)).toBe("10");
  const values = await Promise.all([blade, reel, fan].map(({ variantId }) => stockOf(tenant, variantId)));
  // Nothing is lost on the way: 30 × 1.1111 + 100 × 7.77.
  expect(values.reduce((sum, [, value]) => sum + Number(value) * 10_000, 0)).toBeCloseTo(8_103_330, 3);
  expect(await isProven(tenant)).toEqual([]);
});

test("makings of two products that share components in opposite orders never show a deadlock", async () => {
  await using tenant = await createTestTenant();
  const line = await tenant.location();
  const [a, b] = [
    await tenant.product({ onHand: 500, unitCost: "3", locationId: line }),
    await tenant.product({ onHand: 500, unitCost: "5", locationId: line }),
  ];
  const [x, y] = [await tenant.product({ locationId: line }), await tenant.product({ locationId: line })];
  await addFormula(tenant.ctx(), x.variantId, [a, b]);
  await addFormula(tenant.ctx(), y.variantId, [b, a]);
  const outcomes = await times(40, (at) => {
    const once = { ...head(), variantId: (at % 2 ? x : y).variantId, quantity: "2", locationId: line };
    return patiently(() => make(tenant.ctx(), once));
  });
  expect(outcomes.filter((one) => !isDone(one))).toEqual([]);
  expect(await Promise.all([x, y].map(({ variantId }) => tenant.onHand(variantId)))).toEqual(["40", "40"]);
  expect(await isProven(tenant)).toEqual([]);
});
