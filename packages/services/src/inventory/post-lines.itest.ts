import { eq } from "@storehouse/db";
import { locations, products, productUnits, units, variantStock, variants } from "@storehouse/db/tenant";
import { DomainError, type Failure, type PostInput } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { postEntries } from "./post-entries.ts";
import { postLines } from "./post-lines.ts";
import { transferStock } from "./transfer-stock.ts";
import { verifyLedger } from "./verify-ledger.ts";

type Line = PostInput["lines"][number];
type Extra = Partial<Omit<PostInput, "lines">>;

const post = (tenant: TestTenant, lines: Line[], extra: Extra = {}) =>
  postEntries(tenant.ctx(), {
    clientId: v7(),
    reference: null,
    note: null,
    type: "manual_in",
    ...extra,
    lines,
  });

const lineOf = (
  made: { variantId: string; locationId: string },
  quantity: string,
  extra: Partial<Line> = {},
): Line => ({
  variantId: made.variantId,
  locationId: made.locationId,
  quantity,
  ...extra,
});

async function failureOf(attempt: Promise<unknown>): Promise<Failure | undefined> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof DomainError) return error.failure;
    throw error;
  }
  return undefined;
}

test("ids that nobody knows are named with their field", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product();
  const id = v7();
  const unknownVariant = [lineOf(bolt, "1"), lineOf({ ...bolt, variantId: id }, "1")];
  expect(await failureOf(post(tenant, unknownVariant))).toEqual({
    code: "NOT_FOUND",
    entity: "variant",
    id,
    field: "lines.1.variantId",
  });
  expect(await failureOf(post(tenant, [lineOf({ ...bolt, locationId: id }, "1")]))).toMatchObject({
    entity: "location",
    field: "lines.0.locationId",
  });
  const lines = [{ variantId: bolt.variantId, quantity: "1" }];
  const move = {
    clientId: v7(),
    reference: null,
    note: null,
    fromLocationId: bolt.locationId,
    toLocationId: id,
    lines,
  };
  expect(await failureOf(transferStock(tenant.ctx(), move))).toMatchObject({
    code: "NOT_FOUND",
    field: "toLocationId",
  });
  const there = { ...move, toLocationId: bolt.locationId };
  expect(await failureOf(transferStock(tenant.ctx(), there))).toEqual({ code: "SAME_LOCATION", field: "toLocationId" });
});

test("a variant whose total was never made gets one, even from two at once", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product();
  await tenant.db.delete(variantStock);
  const outcomes = await times(8, () => post(tenant, [lineOf(bolt, "1")]));
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  expect(await tenant.onHand(bolt.variantId)).toBe("8");
});

test("what was archived takes no more entries", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 1 });
  const now = new Date();
  await tenant.db.update(variants).set({ archivedAt: now });
  expect(await failureOf(post(tenant, [lineOf(bolt, "1")]))).toMatchObject({
    code: "ARCHIVED",
    field: "lines.0.variantId",
  });
  await tenant.db.update(variants).set({ archivedAt: null });
  await tenant.db.update(products).set({ isArchived: 1 });
  expect(await failureOf(post(tenant, [lineOf(bolt, "1")]))).toMatchObject({ code: "ARCHIVED", entity: "variant" });
  await tenant.db.update(products).set({ isArchived: 0 });
  await tenant.db.update(locations).set({ archivedAt: now });
  expect(await failureOf(post(tenant, [lineOf(bolt, "1")]))).toMatchObject({
    code: "ARCHIVED",
    field: "lines.0.locationId",
  });
});

test("units convert exactly, and what does not come out is refused", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 1 });
  const [box] = await tenant.db.select().from(units).where(eq(units.code, "box"));
  const [kilo] = await tenant.db.select().from(units).where(eq(units.code, "kg"));
  const unitId = box?.id ?? "";
  await tenant.db.insert(productUnits).values({ productId: bolt.id, unitId, numerator: 12, denominator: 1 });

  const posted = await post(tenant, [lineOf(bolt, "2", { unitId }), lineOf(bolt, "1")]);
  expect(posted.entries.map(({ quantity }) => quantity)).toEqual(["24", "1"]);
  const invalid = async (line: Line) => await failureOf(post(tenant, [line]));
  const tooFine = { code: "INVALID", field: "lines.0.quantity", reason: "TOO_MANY_DECIMALS" };
  expect(await invalid(lineOf(bolt, "0.5"))).toEqual(tooFine);
  expect(await invalid(lineOf(bolt, "0.5", { unitId }))).toEqual(tooFine);
  expect(await invalid(lineOf(bolt, "1", { unitId: kilo?.id ?? "" }))).toMatchObject({ field: "lines.0.unitId" });
  expect(await invalid(lineOf(bolt, "999999999999", { unitId }))).toEqual({
    code: "AMOUNT_TOO_LARGE",
    field: "lines.0.quantity",
  });
});

test("an opening stands once and first, but again after it was undone", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product();
  const open = () => post(tenant, [lineOf(bolt, "5", { unitCost: "2" })], { type: "opening" });
  const twice = post(tenant, [lineOf(bolt, "1"), lineOf(bolt, "1")], { type: "opening" });
  expect(await failureOf(twice)).toMatchObject({ code: "OPENING_REPEATED", field: "lines.1.locationId" });
  const outcomes = await times(4, open);
  expect(outcomes.filter(isRefused("OPENING_REPEATED"))).toHaveLength(3);
  await post(tenant, [lineOf(bolt, "1")]);
  expect(await failureOf(open())).toMatchObject({ code: "OPENING_REPEATED" });
});

test("direction, cost and time are refused at their field", async () => {
  await using tenant = await createTestTenant({ now: () => new Date("2026-05-01T10:00:00Z") });
  const bolt = await tenant.product({ onHand: 5 });
  const fieldOf = async (extra: Extra, line: Partial<Line> = {}) =>
    await failureOf(post(tenant, [lineOf(bolt, "1", line)], extra));
  expect(await fieldOf({ type: "adjustment" })).toMatchObject({ field: "direction", reason: "REQUIRED" });
  expect(await fieldOf({ type: "sale", direction: "in" })).toMatchObject({ field: "direction" });
  expect(await fieldOf({ type: "sale" }, { unitCost: "1" })).toMatchObject({ field: "lines.0.unitCost" });
  expect(await fieldOf({ occurredAt: "2026-05-01T10:05:01Z" })).toMatchObject({ field: "occurredAt" });
  await post(tenant, [lineOf(bolt, "1")], {
    type: "adjustment",
    direction: "out",
    occurredAt: "2026-05-01T15:34:59+05:30",
  });
  expect(await tenant.onHand(bolt.variantId)).toBe("4");
});

test("more lines than one statement takes are one posting, in the order they were sent", async () => {
  await using tenant = await createTestTenant();
  const products = await Promise.all(Array.from({ length: 40 }, () => tenant.product({ onHand: 100 })));
  // Sixteen lines of each product, none beside another of its kind.
  const lines = Array.from({ length: 640 }, (_, at) =>
    lineOf(products[(at * 7) % 40] ?? { variantId: "", locationId: "" }, "1"),
  );
  const heard: [number, number][] = [];
  const input = { clientId: v7(), type: "sale" as const, reference: null, note: null, lines };

  const posted = await postLines(tenant.ctx(), input, (done, total) => void heard.push([done, total]));

  expect(posted.entries.map(({ variantId }) => variantId)).toEqual(lines.map(({ variantId }) => variantId));
  expect(posted.entries.at(-1)?.balance).toBe("84");
  expect(heard).toEqual([
    [256, 640],
    [512, 640],
    [640, 640],
  ]);
  expect(await postLines(tenant.ctx(), input)).toEqual(posted);
  expect((await verifyLedger(tenant.ctx(), {})).isProven).toBe(true);

  const short = {
    ...input,
    clientId: v7(),
    lines: [...lines, lineOf(products[39] ?? { variantId: "", locationId: "" }, "85")],
  };
  expect(await failureOf(postLines(tenant.ctx(), short))).toMatchObject({ code: "INSUFFICIENT_STOCK" });
  expect(await tenant.onHand(products[0]?.variantId ?? "")).toBe("84");
});
