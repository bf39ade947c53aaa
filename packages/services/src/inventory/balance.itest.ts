import { eq } from "@storehouse/db";
import { variantStock, variants } from "@storehouse/db/tenant";
import { BalanceInput, ListLevelsInput, moneyOf, type LevelRow, moneyText } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { packCursor } from "../cursor.ts";
import { balance } from "./balance.ts";
import { listLevels } from "./list-levels.ts";
import { postEntries } from "./post-entries.ts";
import { transferStock } from "./transfer-stock.ts";

const head = () => ({ clientId: v7(), reference: null, note: null });
const levelsOf = (filter: object = {}) => ListLevelsInput.parse(filter);
const sumOf = (texts: readonly string[]): string => moneyText(texts.reduce((sum, text) => sum + moneyOf(text), 0n));

/** Three products over three places, values that don't divide. */
async function stocked(tenant: TestTenant) {
  const places = [await tenant.location("A"), await tenant.location("B"), await tenant.location("C")] as const;
  const [a, b, c] = places;
  const wire = await tenant.product({
    code: "W",
    name: "Wire",
    category: "raw",
    onHand: 10,
    unitCost: "0.3333",
    locationId: a,
  });
  const bolt = await tenant.product({
    code: "B",
    name: "Bolt",
    onHand: 7,
    unitCost: "1.0001",
    locationId: a,
    minimumStock: "7",
  });
  const nut = await tenant.product({ code: "N", name: "Nut", onHand: 5, unitCost: "2", locationId: b });
  for (const toLocationId of [b, c]) {
    const lines = [{ variantId: wire.variantId, quantity: "3" }];
    await transferStock(tenant.ctx(), { ...head(), fromLocationId: a, toLocationId, lines });
  }
  return { places, wire, bolt, nut };
}

test("the values of a variant's places sum to its value, and those of all products to the total", async () => {
  await using tenant = await createTestTenant();
  const { places, wire } = await stocked(tenant);

  const all = await balance(tenant.ctx(), BalanceInput.parse({}));
  expect(all.rows.map(({ code, onHand, value }) => [code, onHand, value])).toEqual([
    ["B", "7", "7.0007"],
    ["N", "5", "10"],
    ["W", "10", "3.333"],
  ]);
  expect(all).toMatchObject({ totalValue: "20.3337", currency: "INR" });
  const spread = all.rows[2]?.locations ?? [];
  expect(spread.map(({ locationName, onHand }) => [locationName, onHand])).toEqual([
    ["A", "4"],
    ["B", "3"],
    ["C", "3"],
  ]);
  expect(sumOf(spread.map(({ value }) => value))).toBe("3.333");

  const perPlace = await Promise.all(
    places.map((locationId) => balance(tenant.ctx(), BalanceInput.parse({ locationId }))),
  );
  expect(sumOf(perPlace.map(({ totalValue }) => totalValue))).toBe("20.3337");
  expect(perPlace[2]?.rows.map(({ productId, onHand }) => [productId, onHand])).toEqual([[wire.id, "3"]]);
  expect((await balance(tenant.ctx(), BalanceInput.parse({ search: "wir", category: "raw" }))).totalValue).toBe(
    "3.333",
  );
});

test("a balance is paged by code", async () => {
  await using tenant = await createTestTenant();
  await stocked(tenant);
  const first = await balance(tenant.ctx(), BalanceInput.parse({ limit: 2 }));
  const second = await balance(tenant.ctx(), BalanceInput.parse({ limit: 2, after: first.next }));
  expect([...first.rows, ...second.rows].map(({ code }) => code)).toEqual(["B", "N", "W"]);
  expect(second.next).toBeUndefined();
});

test("levels sort and page by each column, both ways, and carry their share of the value", async () => {
  await using tenant = await createTestTenant();
  await stocked(tenant);
  for (const sort of ["product", "location", "onHand"] as const) {
    for (const direction of ["asc", "desc"] as const) {
      const rows: LevelRow[] = [];
      let after: string | undefined;
      do {
        const page = await listLevels(tenant.ctx(), levelsOf({ sort, direction, limit: 2, after }));
        rows.push(...page.rows);
        after = page.next;
      } while (after !== undefined);
      expect(new Set(rows.map(({ variantId, locationId }) => variantId + locationId)).size).toBe(5);
      const keys = rows.map(
        (row) => ({ product: row.productName, location: row.locationName, onHand: row.onHand })[sort],
      );
      expect(keys).toEqual(direction === "asc" ? keys.toSorted() : keys.toSorted().toReversed());
      expect(sumOf(rows.map(({ value }) => value))).toBe("20.3337");
    }
  }
});

test("levels keep what the filters name", async () => {
  await using tenant = await createTestTenant();
  const { places, wire, bolt } = await stocked(tenant);
  const count = async (filter: object) => (await listLevels(tenant.ctx(), levelsOf(filter))).rows.length;
  expect(await count({ locationId: places[1] })).toBe(2);
  expect(await count({ productId: wire.id })).toBe(3);
  expect(await count({ variantId: bolt.variantId })).toBe(1);
  expect(await count({ category: "raw" })).toBe(3);
  expect(await count({ search: "NU" })).toBe(1);
  expect(await count({ isLow: true })).toBe(1);
  expect(await count({ isLow: false })).toBe(4);
  const lines = [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "7" }];
  await postEntries(tenant.ctx(), { ...head(), type: "sale", lines });
  expect(await count({})).toBe(4);
  expect(await count({ isZeroShown: true })).toBe(5);
});

test("the low mark follows what is on hand", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 8, minimumStock: "7" });
  const post = (type: "sale" | "purchase") =>
    postEntries(tenant.ctx(), {
      ...head(),
      type,
      lines: [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "1" }],
    });
  const isLow = async () => (await tenant.db.select({ isLow: variantStock.isLow }).from(variantStock))[0]?.isLow;
  await post("sale");
  expect(await isLow()).toBe(1);
  await post("purchase");
  expect(await isLow()).toBe(0);
  await tenant.db.update(variants).set({ minimumStock: null }).where(eq(variants.id, bolt.variantId));
  await post("sale");
  expect(await isLow()).toBe(0);
});

test("cursors that no page handed out are refused", async () => {
  await using tenant = await createTestTenant();
  const attempts = [
    listLevels(tenant.ctx(), levelsOf({ after: "x" })),
    listLevels(tenant.ctx(), levelsOf({ sort: "onHand", after: packCursor(["1e9", v7(), v7()]) })),
    balance(tenant.ctx(), BalanceInput.parse({ after: packCursor(["a", "b"]) })),
  ];
  expect((await Promise.allSettled(attempts)).every(isRefused("INVALID"))).toBe(true);
});
