import { asc, eq } from "@storehouse/db";
import { auditLog, formulaUses, formulaVersions, productFormulas, productUnits } from "@storehouse/db/tenant";
import { type CreateFormulaInput, ListAuditInput, UpdateFormulaInput } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { listAudit } from "../audit/index.ts";
import { addVariant, archiveProduct, archiveVariant, getProduct } from "../product/index.ts";
import { unitId } from "../product/new-product.fixture.ts";
import {
  activateVersion,
  archiveFormula,
  createFormula,
  getFormula,
  listFormulas,
  retireVersion,
  updateFormula,
} from "./index.ts";
import { addFormula, newFormula } from "./new-formula.fixture.ts";

const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
const products = (tenant: TestTenant, n: number) =>
  Promise.all(Array.from({ length: n }, (_, at) => tenant.product({ name: `Part ${at}` })));
const nextOf = (formula: CreateFormulaInput, version: number, fields: Partial<UpdateFormulaInput> = {}) => {
  const { variantId: _variantId, ...document } = formula;
  return UpdateFormulaInput.parse({ ...document, version, versionId: v7(), ...fields });
};
const statesOf = async ({ db }: TestTenant) =>
  (await db.select().from(formulaVersions).orderBy(asc(formulaVersions.number))).map(({ state }) => state);
const ONE = { limit: 10, isArchived: false };

test("a formula is added with its first version in use, its index and its audit line; sent twice, once", async () => {
  await using tenant = await createTestTenant();
  const [fan, blade, motor] = await products(tenant, 3);
  if (!fan || !blade || !motor) throw new Error("three products were made");
  const ctx = tenant.ctx();
  const input = newFormula(fan.variantId, [
    { variantId: blade.variantId, quantity: "3.000", scrapPercent: "2.50" },
    { variantId: motor.variantId },
  ]);
  const outcomes = await times(3, () => createFormula(ctx, input));
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);

  const formula = await getFormula(ctx, { id: input.id });
  expect(formula).toMatchObject({ variantId: fan.variantId, version: 1, isArchived: false });
  expect(formula.versions).toHaveLength(1);
  expect(formula.versions[0]).toMatchObject({ number: 1, state: "ACTIVE", outputQuantity: "1", isUsed: false });
  expect(formula.versions[0]?.components[0]).toMatchObject({
    quantity: "3",
    scrapPercent: "2.5",
    baseQuantity: "3",
    unit: "pcs",
    sku: blade.code,
  });
  expect(await tenant.db.select().from(formulaUses)).toHaveLength(2);
  expect(await tenant.db.select().from(auditLog)).toMatchObject([{ action: "productFormulas.create" }]);
  const told = await listAudit(ctx, ListAuditInput.parse({}));
  expect(told.rows).toMatchObject([{ subject: "Part 0", productId: fan.id, names: { [blade.variantId]: "Part 1" } }]);
  const other = refusalOf(createFormula(ctx, { ...input, outputQuantity: "2" }));
  expect(isRefused("KEY_REUSED")(await other)).toBe(true);
  expect(isRefused("TAKEN")(await refusalOf(createFormula(ctx, { ...input, id: v7(), versionId: v7() })))).toBe(true);
});

test("an employee reads formulas and changes none", async () => {
  await using tenant = await createTestTenant();
  const [fan, blade] = await products(tenant, 2);
  if (!fan || !blade) throw new Error("two products were made");
  const input = await addFormula(tenant.ctx(), fan.variantId, [blade]);
  const ctx = tenant.ctx("employee");
  expect((await listFormulas(ctx, ONE)).rows).toHaveLength(1);
  const version = { id: input.id, version: 1, versionId: input.versionId };
  const refusals = await Promise.all(
    [
      () => createFormula(ctx, newFormula(blade.variantId, [fan])),
      async () => updateFormula(ctx, nextOf(input, 1)),
      () => activateVersion(ctx, version),
      () => retireVersion(ctx, version),
      async () => archiveFormula(ctx, { id: input.id, version: 1, isArchived: true }),
    ].map((work) => refusalOf(work())),
  );
  expect(refusals.map(isRefused("NOT_ALLOWED"))).toEqual([true, true, true, true, true]);
});

describe("what a formula may not say is told at its field", () => {
  const told = async (change: (at: { fan: string; blade: string; box: string }) => Partial<CreateFormulaInput>) => {
    await using tenant = await createTestTenant();
    const [fan, blade] = await products(tenant, 2);
    if (!fan || !blade) throw new Error("two products were made");
    const box = await unitId(tenant.ctx(), "box");
    const fields = change({ fan: fan.variantId, blade: blade.variantId, box });
    const refusal = await refusalOf(createFormula(tenant.ctx(), { ...newFormula(fan.variantId, [blade]), ...fields }));
    // Half-way is no way: nothing of it stays.
    expect(await tenant.db.select().from(productFormulas)).toEqual([]);
    expect(await tenant.db.select().from(auditLog)).toEqual([]);
    return refusal;
  };
  const part = (variantId: string, quantity = "1") => ({ variantId, quantity, scrapPercent: "0" });

  test.each([
    ["itself", (at: { fan: string }) => [part(at.fan)], { code: "FORMULA_CYCLE", field: "components.0.variantId" }],
    [
      "a component twice",
      (at: { blade: string }) => [part(at.blade), part(at.blade)],
      { code: "INVALID", field: "components.1.variantId", reason: "REPEATED" },
    ],
    ["what is not there", () => [part(v7())], { code: "NOT_FOUND", field: "components.0.variantId" }],
    [
      "half a piece",
      (at: { blade: string }) => [part(at.blade, "0.5")],
      { code: "INVALID", field: "components.0.quantity", reason: "TOO_MANY_DECIMALS" },
    ],
    [
      "a unit that is not the product's",
      (at: { blade: string; box: string }) => [{ ...part(at.blade), unitId: at.box }],
      { code: "INVALID", field: "components.0.unitId", reason: "UNIT_NOT_OF_PRODUCT" },
    ],
  ])("%s", async (_, components, failure) => {
    expect(await told((at) => ({ components: components(at) }))).toMatchObject({ failure });
  });

  test("half a fan", async () => {
    expect(await told(() => ({ outputQuantity: "0.5" }))).toMatchObject({
      failure: { code: "INVALID", field: "outputQuantity" },
    });
  });
});

test("a circle over three levels is refused with the way round, and a draft of it too", async () => {
  await using tenant = await createTestTenant();
  const [a, b, c] = await products(tenant, 3);
  if (!a || !b || !c) throw new Error("three products were made");
  const ctx = tenant.ctx();
  await addFormula(ctx, a.variantId, [b]);
  await addFormula(ctx, b.variantId, [c]);
  for (const isActive of [true, false]) {
    expect(await refusalOf(addFormula(ctx, c.variantId, [a], { isActive }))).toMatchObject({
      failure: { code: "FORMULA_CYCLE", path: ["Part 2", "Part 0", "Part 1", "Part 2"] },
    });
  }
});

test("of two who would close a circle at once, one is refused; however often they try", async () => {
  await using tenant = await createTestTenant();
  for (let round = 0; round < 6; round += 1) {
    const ring = await products(tenant, 3);
    const outcomes = await times(3, (at) =>
      addFormula(tenant.ctx(), ring[at]?.variantId ?? "", [{ variantId: ring[(at + 1) % 3]?.variantId ?? "" }]),
    );
    expect(outcomes.filter(isRefused("FORMULA_CYCLE"))).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  }
});

test("a change is the next version, the one before stays as it was, and one is in use", async () => {
  await using tenant = await createTestTenant();
  const [fan, blade, motor] = await products(tenant, 3);
  if (!fan || !blade || !motor) throw new Error("three products were made");
  const ctx = tenant.ctx();
  const first = await addFormula(ctx, fan.variantId, [blade]);
  const next = nextOf(first, 1, { note: "with a motor", components: [part(motor.variantId, "2")] });
  const outcomes = await times(3, () => updateFormula(ctx, next));
  expect(outcomes.map((one) => one.status === "fulfilled" && one.value)).toEqual(
    Array.from({ length: 3 }, () => ({ version: 2, number: 2 })),
  );
  expect(await statesOf(tenant)).toEqual(["RETIRED", "ACTIVE"]);
  const { versions } = await getFormula(ctx, { id: first.id });
  expect(versions.map(({ components }) => components.map(({ sku }) => sku))).toEqual([[motor.code], [blade.code]]);
  expect(isRefused("KEY_REUSED")(await refusalOf(updateFormula(ctx, { ...next, note: "other" })))).toBe(true);
  expect(isRefused("STALE")(await refusalOf(updateFormula(ctx, nextOf(first, 1))))).toBe(true);

  await updateFormula(ctx, nextOf(first, 2, { isActive: false }));
  expect(await statesOf(tenant)).toEqual(["RETIRED", "ACTIVE", "DRAFT"]);
  await activateVersion(ctx, { id: first.id, version: 3, versionId: first.versionId });
  expect(await activateVersion(ctx, { id: first.id, version: 3, versionId: first.versionId })).toEqual({ version: 4 });
  expect(await statesOf(tenant)).toEqual(["ACTIVE", "RETIRED", "DRAFT"]);
  await retireVersion(ctx, { id: first.id, version: 4, versionId: first.versionId });
  expect(await statesOf(tenant)).toEqual(["RETIRED", "RETIRED", "DRAFT"]);
});

const part = (variantId: string, quantity = "1") => ({ variantId, quantity, scrapPercent: "0" });

test("two who change one formula at once: one saves, the other is told", async () => {
  await using tenant = await createTestTenant();
  const [fan, blade] = await products(tenant, 2);
  if (!fan || !blade) throw new Error("two products were made");
  const first = await addFormula(tenant.ctx(), fan.variantId, [blade]);
  const outcomes = await times(4, () => updateFormula(tenant.ctx(), nextOf(first, 1)));
  expect(outcomes.filter(isRefused("STALE"))).toHaveLength(3);
  expect(await statesOf(tenant)).toEqual(["RETIRED", "ACTIVE"]);
});

test("a component stays while a formula in use needs it, whoever is first", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  for (let round = 0; round < 4; round += 1) {
    const [fan, blade] = await products(tenant, 2);
    if (!fan || !blade) throw new Error("two products were made");
    const input = newFormula(fan.variantId, [blade]);
    const [added, archived] = await Promise.allSettled([
      createFormula(ctx, input),
      archiveProduct(ctx, { id: blade.id, version: 1, isArchived: true }),
    ]);
    expect([added.status, archived.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect(isRefused("IN_USE")(archived) || isRefused("ARCHIVED")(added)).toBe(true);
  }
  const [fan, blade] = await products(tenant, 2);
  if (!fan || !blade) throw new Error("two products were made");
  const formula = await addFormula(ctx, fan.variantId, [blade]);
  expect(await refusalOf(archiveProduct(ctx, { id: blade.id, version: 1, isArchived: true }))).toMatchObject({
    failure: { code: "IN_USE", entity: "product", by: "formula", count: 1 },
  });
  await archiveFormula(ctx, { id: formula.id, version: 1, isArchived: true });
  await archiveProduct(ctx, { id: blade.id, version: 1, isArchived: true });
  expect(await refusalOf(archiveFormula(ctx, { id: formula.id, version: 2, isArchived: false }))).toMatchObject({
    failure: { code: "ARCHIVED", field: "components.0.variantId" },
  });
  expect((await listFormulas(ctx, { ...ONE, variantId: fan.variantId, isArchived: true })).rows).toHaveLength(1);
});

test("a variant that a formula needs stays too", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [fan, blade] = await products(tenant, 2);
  if (!fan || !blade) throw new Error("two products were made");
  const id = v7();
  const fields = { name: "Long", attributes: { size: "long" }, barcodes: [], minimumStock: null };
  await addVariant(ctx, { id, productId: blade.id, sku: "LONG", ...fields });
  await addFormula(ctx, fan.variantId, [{ variantId: id }]);
  expect(await refusalOf(archiveVariant(ctx, { id, version: 1, isArchived: true }))).toMatchObject({
    failure: { code: "IN_USE", entity: "variant", by: "formula" },
  });
  const { variants } = await getProduct(ctx, { id: blade.id });
  expect(variants.every(({ isArchived }) => !isArchived)).toBe(true);
});

test("a version means for good what its units meant when it was saved", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [fan, screw] = await products(tenant, 2);
  if (!fan || !screw) throw new Error("two products were made");
  const box = await unitId(ctx, "box");
  await tenant.db.insert(productUnits).values({ productId: screw.id, unitId: box, numerator: 12, denominator: 1 });
  const input = await addFormula(ctx, fan.variantId, [{ variantId: screw.variantId, quantity: "2", unitId: box }]);
  await tenant.db.update(productUnits).set({ numerator: 10 }).where(eq(productUnits.productId, screw.id));
  const { versions } = await getFormula(ctx, { id: input.id });
  expect(versions[0]?.components[0]).toMatchObject({ quantity: "2", unit: "box", baseQuantity: "24", baseUnit: "pcs" });
});
