import { asc, eq } from "@storehouse/db";
import { auditLog, inventoryEntries, variantStock } from "@storehouse/db/tenant";
import { type CorrectInput, ListEntriesInput, type PostInput } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { closePeriod } from "../settings/close-period.ts";
import { correctEntry } from "./correct-entry.ts";
import { listEntries } from "./list-entries.ts";
import { postEntries } from "./post-entries.ts";
import { reverse } from "./reverse.ts";
import { transferStock } from "./transfer-stock.ts";
import { verifyLedger } from "./verify-ledger.ts";

const DAY = "2026-03-05T09:00:00.000Z";
const head = () => ({ clientId: v7(), reference: null, note: null });
type Bolt = Awaited<ReturnType<TestTenant["product"]>>;
type Role = Parameters<TestTenant["ctx"]>[0];
type Line = PostInput["lines"][number];

const post = async (tenant: TestTenant, type: PostInput["type"], line: Line, role: Role = "master") => {
  const { entries } = await postEntries(tenant.ctx(role), { ...head(), type, occurredAt: DAY, lines: [line] });
  return entries[0]?.entryId ?? "";
};
type Wanted = Partial<Omit<CorrectInput, "lines">> & Readonly<{ entryId: string; line: Line }>;
const correct = (tenant: TestTenant, { line, ...wanted }: Wanted, role: Role = "master") =>
  correctEntry(tenant.ctx(role), { ...head(), reason: "mistyped", lines: [line], ...wanted });
const at = ({ variantId, locationId }: Bolt, quantity: string, more: Partial<Line> = {}): Line => ({
  variantId,
  locationId,
  quantity,
  ...more,
});
const stockOf = async ({ db }: TestTenant, { variantId }: Bolt) => {
  const [stock] = await db.select().from(variantStock).where(eq(variantStock.variantId, variantId));
  return [Number(stock?.onHand), Number(stock?.value)];
};
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: { failure?: unknown }) => error.failure ?? error,
  );

test("a mistyped receipt is put right although most of it was used since; all three entries stay, at the time it happened", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product();
  const entryId = await post(tenant, "purchase", at(bolt, "160000", { unitCost: "2" }));
  await post(tenant, "sale", at(bolt, "500"));

  const posted = await correct(tenant, { entryId, line: at(bolt, "16000") });

  expect(await stockOf(tenant, bolt)).toEqual([15_500, 31_000]);
  const { rows } = await listEntries(tenant.ctx(), ListEntriesInput.parse({ postingId: posted.postingId }));
  expect(rows.map(({ type, quantity, occurredAt, note }) => [type, quantity, occurredAt, note])).toEqual(
    expect.arrayContaining([
      ["reversal", "-160000", DAY, "mistyped"],
      ["purchase", "16000", DAY, "mistyped"],
    ]),
  );
  const [original] = (
    await listEntries(tenant.ctx(), ListEntriesInput.parse({ types: ["purchase"], direction: "asc" }))
  ).rows;
  expect(original).toMatchObject({ id: entryId, reversedInPostingId: posted.postingId });
  expect((await verifyLedger(tenant.ctx(), {})).isProven).toBe(true);
  const [audit] = await tenant.db.select().from(auditLog).where(eq(auditLog.action, "inventory.correct"));
  expect(audit).toMatchObject({ reason: "mistyped", before: { entryId }, after: { quantity: "16000" } });
});

test("product, place, cost, time, reference and note can be put right at once", async () => {
  await using tenant = await createTestTenant();
  const [bolt, nut] = [await tenant.product(), await tenant.product()];
  const entryId = await post(tenant, "purchase", at(bolt, "10", { unitCost: "2" }));
  const elsewhere = await tenant.location();
  const line = { ...at(nut, "12", { unitCost: "3" }), locationId: elsewhere };
  const occurredAt = "2026-03-04T09:00:00.000Z";
  await correct(tenant, { entryId, line, occurredAt, reference: "PO 7", note: "two boxes" });
  expect([await stockOf(tenant, bolt), await stockOf(tenant, nut)]).toEqual([
    [0, 0],
    [12, 36],
  ]);
  const entries = await tenant.db.select().from(inventoryEntries).orderBy(asc(inventoryEntries.id));
  expect(entries.map((entry) => entry.occurredAt.toISOString()).toSorted()).toEqual([occurredAt, DAY, DAY]);
  const { rows } = await listEntries(tenant.ctx(), ListEntriesInput.parse({ reference: "PO 7", types: ["purchase"] }));
  expect(rows).toMatchObject([{ locationId: elsewhere, note: "two boxes", occurredAt }]);
});

test("a move is put right with both its legs, also where the goods have partly gone on", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 100, unitCost: "1" });
  const shop = await tenant.location();
  const move = {
    fromLocationId: bolt.locationId,
    toLocationId: shop,
    lines: [{ variantId: bolt.variantId, quantity: "40" }],
  };
  const { entries } = await transferStock(tenant.ctx(), { ...head(), ...move });
  await post(tenant, "sale", { ...at(bolt, "5"), locationId: shop });
  const [left] = entries;
  const toLocationId = shop;
  const corrected = await correct(tenant, { entryId: left?.entryId ?? "", toLocationId, line: at(bolt, "30") });
  expect([await tenant.onHand(bolt.variantId, bolt.locationId), await tenant.onHand(bolt.variantId, shop)]).toEqual([
    "70",
    "25",
  ]);
  expect(await stockOf(tenant, bolt)).toEqual([95, 95]);
  // Its legs are found again, also by its arrival.
  const arrival = corrected.entries.find(({ locationId, quantity }) => locationId === shop && quantity === "30");
  const undoing = reverse(tenant.ctx(), { clientId: v7(), entryId: arrival?.entryId, reason: "after all" });
  expect(await refusalOf(undoing)).toMatchObject({ code: "INSUFFICIENT_STOCK", shortages: [{ wanted: "30" }] });
  expect((await verifyLedger(tenant.ctx(), {})).isProven).toBe(true);
});

test("what is left in the end decides: less than nothing is refused with what there is, and nothing is changed", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product();
  const entryId = await post(tenant, "purchase", at(bolt, "10"));
  await post(tenant, "sale", at(bolt, "9"));
  const attempt = correct(tenant, { entryId, line: at(bolt, "8") });
  expect(await refusalOf(attempt)).toMatchObject({ code: "INSUFFICIENT_STOCK" });
  expect(await stockOf(tenant, bolt)).toEqual([1, 0]);
  expect(await tenant.db.$count(inventoryEntries)).toBe(2);
  expect(await tenant.db.$count(auditLog, eq(auditLog.action, "inventory.correct"))).toBe(0);
});

test("own entries are put right by whoever booked them, others' by those who may undo them", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 50 });
  const others = await post(tenant, "sale", at(bolt, "4"));
  const own = await post(tenant, "sale", at(bolt, "4"), "employee");
  expect(await refusalOf(correct(tenant, { entryId: others, line: at(bolt, "3") }, "employee"))).toMatchObject({
    code: "NOT_ALLOWED",
    permission: "inventory.reverse",
  });
  expect(await refusalOf(correct(tenant, { entryId: own, line: at(bolt, "3") }, "viewer"))).toMatchObject({
    code: "NOT_ALLOWED",
  });
  await correct(tenant, { entryId: own, line: at(bolt, "3") }, "employee");
  await correct(tenant, { entryId: others, line: at(bolt, "2") });
  expect(await tenant.onHand(bolt.variantId)).toBe("45");
});

test("sent again it answers the same; of five at once one puts it right", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product();
  const entryId = await post(tenant, "purchase", at(bolt, "10"));
  const wanted = { entryId, line: at(bolt, "7"), clientId: v7() };
  const first = await correct(tenant, wanted);
  expect(await correct(tenant, wanted)).toEqual(first);
  const again = first.entries.find(({ quantity }) => quantity === "7")?.entryId ?? "";
  const outcomes = await times(5, (n) => correct(tenant, { entryId: again, line: at(bolt, String(n + 1)) }));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("ALREADY_REVERSED"))).toHaveLength(4);
  expect((await verifyLedger(tenant.ctx(), {})).isProven).toBe(true);
});

test("an entry of a closed period stays as it is, and none is moved into one", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product();
  const entryId = await post(tenant, "purchase", at(bolt, "10"));
  const { entries } = await postEntries(tenant.ctx(), { ...head(), type: "purchase", lines: [at(bolt, "5")] });
  await closePeriod(tenant.ctx(), { version: 1, closedThrough: "2026-03-31", reason: null });
  const closed = { code: "PERIOD_CLOSED", field: "occurredAt", closedThrough: "2026-03-31" };
  const now = new Date().toISOString();
  expect(await refusalOf(correct(tenant, { entryId, line: at(bolt, "9") }))).toEqual(closed);
  expect(await refusalOf(correct(tenant, { entryId, line: at(bolt, "9"), occurredAt: now }))).toEqual(closed);
  const open = entries[0]?.entryId ?? "";
  expect(await refusalOf(correct(tenant, { entryId: open, line: at(bolt, "5"), occurredAt: DAY }))).toEqual(closed);
  expect(await tenant.onHand(bolt.variantId)).toBe("15");
});

test("what can't be put right is refused at its field", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 9 });
  const entryId = await post(tenant, "sale", at(bolt, "4"));
  const same = await refusalOf(correct(tenant, { entryId, line: at(bolt, "4") }));
  expect(same).toEqual({ code: "INVALID", field: "lines.0.quantity", reason: "NOTHING_CHANGED" });
  expect(await refusalOf(correct(tenant, { entryId, line: at(bolt, "3", { unitCost: "1" }) }))).toMatchObject({
    field: "lines.0.unitCost",
  });
  const toLocationId = await tenant.location();
  expect(await refusalOf(correct(tenant, { entryId, toLocationId, line: at(bolt, "3") }))).toMatchObject({
    field: "toLocationId",
  });
  expect(await refusalOf(correct(tenant, { entryId, line: at(bolt, "0.5") }))).toMatchObject({
    field: "lines.0.quantity",
  });
  expect(await refusalOf(correct(tenant, { entryId: v7(), line: at(bolt, "3") }))).toMatchObject({ code: "NOT_FOUND" });
  const { entries } = await reverse(tenant.ctx(), { clientId: v7(), entryId, reason: "wrong" });
  const reversal = entries[0]?.entryId ?? "";
  expect(await refusalOf(correct(tenant, { entryId: reversal, line: at(bolt, "3") }))).toMatchObject({
    code: "NOT_REVERSIBLE",
  });
});
