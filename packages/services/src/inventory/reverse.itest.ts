import { eq } from "@storehouse/db";
import { inventoryEntries, locations, variantStock } from "@storehouse/db/tenant";
import { ListEntriesInput, type PostInput, type ReverseInput } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { listEntries } from "./list-entries.ts";
import { postEntries } from "./post-entries.ts";
import { reverse } from "./reverse.ts";
import { transferStock } from "./transfer-stock.ts";
import { verifyLedger } from "./verify-ledger.ts";

const head = () => ({ clientId: v7(), reference: null, note: null });
type Role = "master" | "employee" | "viewer";

const post = (tenant: TestTenant, type: PostInput["type"], lines: PostInput["lines"], role: Role = "master") =>
  postEntries(tenant.ctx(role), { ...head(), type, lines });
const undo = (tenant: TestTenant, what: Partial<ReverseInput>, role: Role = "master") =>
  reverse(tenant.ctx(role), { clientId: v7(), reason: "wrong", ...what });
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
const stockOf = async (tenant: TestTenant, variantId: string) => {
  const [stock] = await tenant.db.select().from(variantStock).where(eq(variantStock.variantId, variantId));
  return [stock?.onHand, stock?.value];
};

/** What came of an attempt: its answer, or what it threw. */
const answerOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === "fulfilled" ? outcome.value : outcome.reason;

test("a reversed issue brings back what it took, at the value it took, and both stay visible", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 10, unitCost: "1" });
  const at = { variantId: bolt.variantId, locationId: bolt.locationId };
  const issue = await post(tenant, "sale", [{ ...at, quantity: "4" }]);
  await post(tenant, "purchase", [{ ...at, quantity: "4", unitCost: "9" }]);

  await undo(tenant, { postingId: issue.postingId });

  expect(await stockOf(tenant, bolt.variantId)).toEqual(["14.000000", "46.0000"]);
  const { rows } = await listEntries(tenant.ctx(), ListEntriesInput.parse({ types: ["sale", "reversal"] }));
  const [reversal, sale] = rows;
  expect(reversal).toMatchObject({ type: "reversal", quantity: "4", value: "4", reversesId: sale?.id, note: "wrong" });
  expect(sale).toMatchObject({ type: "sale", quantity: "-4", reversedById: reversal?.id });
  expect((await verifyLedger(tenant.ctx(), {})).isProven).toBe(true);
});

test("a reversed receipt takes its goods out again, and is refused where they have gone on", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 1, unitCost: "1" });
  const at = { variantId: bolt.variantId, locationId: bolt.locationId };
  const receipt = await post(tenant, "purchase", [{ ...at, quantity: "5", unitCost: "3" }]);
  await post(tenant, "sale", [{ ...at, quantity: "2" }]);
  expect(isRefused("INSUFFICIENT_STOCK")(await refusalOf(undo(tenant, { postingId: receipt.postingId })))).toBe(true);
  await post(tenant, "manual_in", [{ ...at, quantity: "1" }]);
  await undo(tenant, { postingId: receipt.postingId });
  expect(await stockOf(tenant, bolt.variantId)).toEqual(["0.000000", "0.0000"]);
});

test("of five at once one reverses, and the others hear that it was", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product();
  const at = { variantId: bolt.variantId, locationId: bolt.locationId };
  const receipt = await post(tenant, "purchase", [{ ...at, quantity: "5" }]);
  const outcomes = await times(5, () => undo(tenant, { postingId: receipt.postingId }));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("ALREADY_REVERSED"))).toHaveLength(4);
  expect(await tenant.onHand(bolt.variantId)).toBe("0");
});

test("the same reversal sent three times reverses once and answers the same", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 9 });
  const issue = await post(tenant, "sale", [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "4" }]);
  const clientId = v7();
  const outcomes = await times(3, () => undo(tenant, { clientId, postingId: issue.postingId }));
  const again = await undo(tenant, { clientId, postingId: issue.postingId });
  expect(outcomes.map(answerOf)).toEqual([again, again, again]);
  expect(await tenant.onHand(bolt.variantId)).toBe("9");
});

test("a reversal is not reversed, and what is unknown is not found", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 9 });
  const issue = await post(tenant, "sale", [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "4" }]);
  const undone = await undo(tenant, { entryId: issue.entries[0]?.entryId });
  for (const what of [{ postingId: undone.postingId }, { entryId: undone.entries[0]?.entryId }]) {
    expect(isRefused("NOT_REVERSIBLE")(await refusalOf(undo(tenant, what)))).toBe(true);
  }
  for (const what of [{ postingId: v7() }, { entryId: v7() }]) {
    expect(isRefused("NOT_FOUND")(await refusalOf(undo(tenant, what)))).toBe(true);
  }
});

test("one entry of several is reversed alone; then its posting can't be, but the other entry can", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 9 });
  const line = { variantId: bolt.variantId, locationId: bolt.locationId, quantity: "2" };
  const issue = await post(tenant, "sale", [line, line]);
  await undo(tenant, { entryId: issue.entries[0]?.entryId });
  expect(await tenant.onHand(bolt.variantId)).toBe("7");
  expect(isRefused("ALREADY_REVERSED")(await refusalOf(undo(tenant, { postingId: issue.postingId })))).toBe(true);
  await undo(tenant, { entryId: issue.entries[1]?.entryId });
  expect(await tenant.onHand(bolt.variantId)).toBe("9");
});

test("a transfer's entry takes the other leg along, and the value stays what it was", async () => {
  await using tenant = await createTestTenant();
  const [here, there] = [await tenant.location(), await tenant.location()];
  const bolt = await tenant.product({ onHand: 3, unitCost: "0.3333", locationId: here });
  const nut = await tenant.product({ onHand: 3, locationId: here });
  const lines = [bolt, nut].map(({ variantId }) => ({ variantId, quantity: "2" }));
  const moved = await transferStock(tenant.ctx(), { ...head(), fromLocationId: here, toLocationId: there, lines });
  expect(moved.entries.map(({ quantity }) => quantity)).toEqual(["-2", "2", "-2", "2"]);

  await undo(tenant, { entryId: moved.entries[1]?.entryId });

  expect(await Promise.all([here, there].map((place) => tenant.onHand(bolt.variantId, place)))).toEqual(["3", "0"]);
  expect(await tenant.onHand(nut.variantId, there)).toBe("2");
  expect(await stockOf(tenant, bolt.variantId)).toEqual(["3.000000", "0.9999"]);
  expect((await verifyLedger(tenant.ctx(), {})).isProven).toBe(true);
});

test("one's own needs less than another's", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 9 });
  const lines = [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "1" }];
  const theirs = await post(tenant, "sale", lines, "employee");
  const masters = await post(tenant, "sale", lines);

  await undo(tenant, { postingId: theirs.postingId }, "employee");
  const refusals = [
    await refusalOf(undo(tenant, { postingId: masters.postingId }, "employee")),
    await refusalOf(undo(tenant, { postingId: masters.postingId }, "viewer")),
  ];
  expect(refusals.every(isRefused("NOT_ALLOWED"))).toBe(true);
  expect(await tenant.onHand(bolt.variantId)).toBe("8");
});

test("goods don't come back to a place that was archived, but what is there can be taken out", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 2 });
  const lines = [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "1" }];
  const issue = await post(tenant, "sale", lines);
  const receipt = await post(tenant, "purchase", lines);
  await tenant.db.update(locations).set({ archivedAt: new Date() });
  expect(isRefused("ARCHIVED")(await refusalOf(undo(tenant, { postingId: issue.postingId })))).toBe(true);
  await undo(tenant, { postingId: receipt.postingId });
  expect(await tenant.onHand(bolt.variantId)).toBe("1");
});

test("an opening can be made again once it was undone", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product();
  const lines = [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "5" }];
  const opening = await post(tenant, "opening", lines);
  await undo(tenant, { postingId: opening.postingId });
  await post(tenant, "opening", lines);
  expect(await tenant.onHand(bolt.variantId)).toBe("5");
  expect(isRefused("OPENING_REPEATED")(await refusalOf(post(tenant, "opening", lines)))).toBe(true);
});

test("the key alone keeps an entry from being reversed twice", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 5 });
  const [original] = await tenant.db.select().from(inventoryEntries);
  const at = { variantId: bolt.variantId, locationId: bolt.locationId };
  await undo(tenant, { entryId: original?.id });
  await post(tenant, "manual_in", [{ ...at, quantity: "5" }]);
  const copy = { ...original, id: v7(), sequence: 99, reversesId: original?.id, quantity: "-5" };
  const twice = await refusalOf(
    tenant.db.insert(inventoryEntries).values(copy as typeof inventoryEntries.$inferInsert),
  );
  expect(String((twice as Error).cause ?? twice)).toMatch(/inventory_entries_reverses_uq/);
});
