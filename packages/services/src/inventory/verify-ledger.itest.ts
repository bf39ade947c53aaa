import { NO_LOT, sql } from "@storehouse/db";
import { inventoryEntries, postings, stockLevels, variantStock } from "@storehouse/db/tenant";
import { createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { findDifferences } from "./ledger-differences.ts";
import { verifyLedger } from "./verify-ledger.ts";

/** An entry that no use case would write. */
async function plantEntry(tenant: TestTenant, made: { variantId: string; locationId: string }): Promise<void> {
  const now = new Date();
  const at = { userId: tenant.userIds.master, occurredAt: now, writtenAt: now };
  const posting = { id: v7(), clientId: v7(), requestHash: "0".repeat(64), kind: "purchase", ...at };
  await tenant.db.insert(postings).values(posting);
  await tenant.db.insert(inventoryEntries).values({
    id: v7(),
    postingId: posting.id,
    lineNumber: 0,
    variantId: made.variantId,
    locationId: made.locationId,
    lotId: NO_LOT,
    type: "purchase",
    quantity: "2",
    value: "3",
    currency: "INR",
    balance: "9",
    sequence: 50,
    ...at,
  });
}

test("a ledger that ties is proven, with what was counted", async () => {
  await using tenant = await createTestTenant({ now: () => new Date("2026-02-03T04:05:06Z") });
  await tenant.product({ onHand: "2.5", unitCost: "3" });
  await tenant.product({ onHand: 4 });
  await tenant.product();
  expect(await verifyLedger(tenant.ctx(), {})).toEqual({
    isProven: true,
    checkedAt: "2026-02-03T04:05:06.000Z",
    entries: 2,
    levels: 2,
    differences: [],
  });
});

test("what differs is listed by its kind and left as it is", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ code: "BOLT", onHand: 10, unitCost: "1" });
  const nut = await tenant.product({ code: "NUT", onHand: 10, unitCost: "1" });
  await tenant.db.update(stockLevels).set({ onHand: sql`${stockLevels.onHand} + 1` });
  await tenant.db.update(variantStock).set({ value: sql`${variantStock.value} - 0.0001` });
  await plantEntry(tenant, nut);

  const proof = await verifyLedger(tenant.ctx(), {});

  const about = (made: typeof bolt, sku: string) => ({ variantId: made.variantId, sku });
  const place = bolt.locationId;
  expect(proof.isProven).toBe(false);
  expect(proof.differences).toHaveLength(6);
  expect(proof.differences).toEqual(
    expect.arrayContaining([
      { kind: "level", ...about(bolt, "BOLT"), locationId: place, stored: "11", summed: "10" },
      { kind: "level", ...about(nut, "NUT"), locationId: place, stored: "11", summed: "12" },
      { kind: "stock", ...about(nut, "NUT"), locationId: null, stored: "10", summed: "12" },
      { kind: "value", ...about(bolt, "BOLT"), locationId: null, stored: "9.9999", summed: "10" },
      { kind: "value", ...about(nut, "NUT"), locationId: null, stored: "9.9999", summed: "13" },
      { kind: "chain", ...about(nut, "NUT"), locationId: place, stored: "9", summed: "12" },
    ]),
  );
  expect(await verifyLedger(tenant.ctx(), {})).toMatchObject({ differences: proof.differences });
  const one = await verifyLedger(tenant.ctx(), { variantId: bolt.variantId });
  expect(one.entries).toBe(1);
  expect(one.differences.map(({ kind }) => kind)).toEqual(["level", "value"]);
});

test("a level or a total that no entry explains is a difference", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product();
  await tenant.db.insert(stockLevels).values({
    variantId: bolt.variantId,
    locationId: bolt.locationId,
    lotId: NO_LOT,
    onHand: "3",
    updatedAt: new Date(),
  });
  await tenant.db.update(variantStock).set({ onHand: "3" });
  const { differences } = await verifyLedger(tenant.ctx(), {});
  expect(differences.map(({ kind, stored, summed }) => [kind, stored, summed])).toEqual([
    ["level", "3", "0"],
    ["stock", "3", "0"],
  ]);
});

test("only who may verify is told", async () => {
  await using tenant = await createTestTenant();
  const outcome = await verifyLedger(tenant.ctx("employee"), {}).catch((error: unknown) => error);
  expect(isRefused("NOT_ALLOWED")(outcome)).toBe(true);
});

test("run by run finds what one run finds", async () => {
  await using tenant = await createTestTenant();
  for (let made = 0; made < 4; made += 1) await tenant.product({ onHand: 10 + made, unitCost: "1" });
  const empty = await tenant.product();
  await tenant.db.update(stockLevels).set({ onHand: sql`${stockLevels.onHand} + 1` });
  await tenant.db.update(variantStock).set({ value: sql`${variantStock.value} + 1` });
  const find = async (entriesAtOnce: number) =>
    (await findDifferences(tenant.db, { conditions: [], params: [] }, true, entriesAtOnce))
      .map((found) => JSON.stringify(found))
      .toSorted();

  const inOne = await find(1_000);

  expect(inOne).toHaveLength(4 + 5);
  expect(inOne.some((found) => found.includes(empty.variantId))).toBe(true);
  expect(await find(1)).toEqual(inOne);
  expect(await find(2)).toEqual(inOne);
});
