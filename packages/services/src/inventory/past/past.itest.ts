import { asc } from "@storehouse/db";
import { inventoryEntries, stockLevels } from "@storehouse/db/tenant";
import {
  BalanceInput,
  LevelsAtInput,
  ListLevelsInput,
  ListMovementsInput,
  moneyText,
  quantityOf,
  quantityText,
} from "@storehouse/domain";
import { createTestTenant, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { balance } from "../balance.ts";
import { correctEntry } from "../correct-entry.ts";
import { listLevels } from "../list-levels.ts";
import { postEntries } from "../post-entries.ts";
import { reverse } from "../reverse.ts";
import { transferStock } from "../transfer-stock.ts";
import { levelsAt } from "./levels-at.ts";
import { listMovements } from "./list-movements.ts";
import { valueAt } from "./value-at.ts";

const START = Date.parse("2026-01-01T00:00:00Z");
const HOUR = 3_600_000;
const head = () => ({ clientId: v7(), reference: null, note: null });

// The same history every time.
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Bookings, moves, reversals and corrections at mixed-up times, some long after they happened. */
async function makeHistory(tenant: TestTenant, steps: number): Promise<void> {
  const next = randomOf(20_261_126);
  const places = [await tenant.location(), await tenant.location(), await tenant.location()];
  const bolts = [
    await tenant.product({ unit: "kg" }),
    await tenant.product({ unit: "kg" }),
    await tenant.product({ unit: "kg" }),
  ];
  const ctx = tenant.ctx();
  const entryIds: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    const variantId = bolts[next(3)]?.variantId ?? "";
    const locationId = places[next(3)] ?? "";
    const occurredAt = new Date(START + next(2_000) * HOUR).toISOString();
    const quantity = ((1 + next(80)) / 8).toFixed(3);
    const line = { variantId, locationId, quantity };
    const kind = next(10);
    try {
      if (kind < 4 || step < 8) {
        const unitCost = (next(9_000) / 100).toFixed(2);
        const posted = await postEntries(ctx, {
          ...head(),
          type: "purchase",
          occurredAt,
          lines: [{ ...line, unitCost }],
        });
        entryIds.push(...posted.entries.map(({ entryId }) => entryId));
      } else if (kind < 6) {
        const posted = await postEntries(ctx, { ...head(), type: "sale", occurredAt, lines: [line] });
        entryIds.push(...posted.entries.map(({ entryId }) => entryId));
      } else if (kind < 8) {
        const toLocationId = places[(places.indexOf(locationId) + 1) % 3] ?? "";
        await transferStock(ctx, {
          ...head(),
          occurredAt,
          fromLocationId: locationId,
          toLocationId,
          lines: [{ variantId, quantity }],
        });
      } else {
        const entryId = entryIds[next(entryIds.length)] ?? "";
        if (kind === 8) await reverse(ctx, { clientId: v7(), entryId, reason: "random" });
        else await correctEntry(ctx, { ...head(), entryId, reason: "random", lines: [line] });
      }
    } catch (error) {
      if (!(error instanceof Error) || !["INSUFFICIENT_STOCK", "ALREADY_REVERSED", "INVALID"].includes(error.message))
        throw error;
    }
  }
}

/** What replaying the ledger's entries up to a moment gives, by place and by variant. */
async function replay({ db }: TestTenant, until: Date) {
  const entries = await db
    .select()
    .from(inventoryEntries)
    .orderBy(asc(inventoryEntries.occurredAt), asc(inventoryEntries.sequence));
  const onHand = new Map<string, bigint>();
  const inAll = new Map<string, bigint>();
  let value = 0n;
  for (const entry of entries) {
    if (entry.occurredAt > until) continue;
    const key = `${entry.variantId} ${entry.locationId}`;
    onHand.set(key, (onHand.get(key) ?? 0n) + quantityOf(entry.quantity));
    inAll.set(entry.variantId, (inAll.get(entry.variantId) ?? 0n) + quantityOf(entry.quantity));
    value += BigInt(entry.value.replace(".", ""));
  }
  return { onHand, inAll, value };
}

async function everyLevelAt(tenant: TestTenant, at: Date, limit: number) {
  const rows = [];
  for (let after: string | undefined; ; ) {
    const page = await levelsAt(tenant.ctx(), LevelsAtInput.parse({ asOf: at.toISOString(), limit, after }));
    rows.push(...page.rows);
    if (page.next === undefined) return rows;
    after = page.next;
  }
}

const levelsOf = (rows: readonly { variantId: string; locationId: string; onHand: string }[]) =>
  rows.map(({ variantId, locationId, onHand }) => `${variantId} ${locationId} ${onHand}`).toSorted();

test("property: at each point of a random history, stock and value are what replaying the ledger gives", async () => {
  await using tenant = await createTestTenant();
  await makeHistory(tenant, 90);
  const points = await tenant.db.selectDistinct({ at: inventoryEntries.occurredAt }).from(inventoryEntries);
  expect(points.length).toBeGreaterThan(40);
  for (const { at } of points) {
    for (const moment of [at, new Date(at.getTime() - 1)]) {
      const { onHand, value } = await replay(tenant, moment);
      const expected = [...onHand]
        .filter(([, left]) => left !== 0n)
        .map(([key, left]) => `${key} ${quantityText(left)}`);
      expect(levelsOf(await everyLevelAt(tenant, moment, 4))).toEqual(expected.toSorted());
      const past = await valueAt(tenant.ctx(), { asOf: moment.toISOString() });
      expect(past.totalValue).toBe(moneyText(value));
    }
  }
});

test("as of now, levels and values are those of now: in all, at a place, and of what a search finds", async () => {
  await using tenant = await createTestTenant();
  await makeHistory(tenant, 80);
  const now = new Date(Date.now() + 60_000);
  const ctx = tenant.ctx();
  const { rows } = await listLevels(ctx, ListLevelsInput.parse({ limit: 200 }));
  const past = await everyLevelAt(tenant, now, 200);
  const told = (level: (typeof past)[number] | (typeof rows)[number]) =>
    `${level.variantId} ${level.locationId} ${level.onHand} ${level.value} ${level.productName} ${level.locationName}`;
  expect(past.map(told).toSorted()).toEqual(rows.map(told).toSorted());
  const [first] = rows;
  for (const filters of [
    {},
    { locationId: first?.locationId },
    { search: first?.sku },
    { search: "nothing like it" },
  ]) {
    const present = await balance(ctx, BalanceInput.parse({ limit: 1, ...filters }));
    expect(await valueAt(ctx, { asOf: now.toISOString(), ...filters })).toEqual({
      totalValue: present.totalValue,
      currency: "INR",
    });
  }
  expect((await tenant.db.select().from(stockLevels)).length).toBeGreaterThan(3);
});

test("closing = opening + in - out, the closing of one period is the opening of the next, and both are what a replay gives", async () => {
  await using tenant = await createTestTenant();
  await makeHistory(tenant, 80);
  const [from, middle, to] = [START + 300 * HOUR, START + 1_100 * HOUR, START + 1_900 * HOUR].map((at) =>
    new Date(at).toISOString(),
  );
  const period = async (begin = "", end = "") => {
    const { rows } = await listMovements(tenant.ctx(), ListMovementsInput.parse({ from: begin, to: end, limit: 200 }));
    return new Map(rows.map((row) => [row.variantId, row]));
  };
  const first = await period(from, middle);
  const second = await period(new Date(Date.parse(middle ?? "") + 1).toISOString(), to);
  const { inAll } = await replay(tenant, new Date(middle ?? ""));
  expect(first.size).toBe(3);
  for (const [variantId, row] of first) {
    expect(quantityOf(row.closing)).toBe(quantityOf(row.opening) + quantityOf(row.cameIn) - quantityOf(row.wentOut));
    expect(second.get(variantId)?.opening).toBe(row.closing);
    expect(quantityOf(row.closing)).toBe(inAll.get(variantId));
  }
});

test("who may see no stock sees none of the past; a page's cursor is one a page handed out", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const nobody = { ...ctx, actor: { ...ctx.actor, permissions: new Set<never>() } };
  const asOf = new Date().toISOString();
  await expect(levelsAt(nobody, { asOf, limit: 5 })).rejects.toThrow("NOT_ALLOWED");
  await expect(valueAt(nobody, { asOf })).rejects.toThrow("NOT_ALLOWED");
  await expect(listMovements(nobody, { from: asOf, to: asOf, limit: 5 })).rejects.toThrow("NOT_ALLOWED");
  await expect(levelsAt(ctx, { asOf, limit: 5, after: "bm9uZQ" })).rejects.toThrow("INVALID");
});

test("who is limited to a place sees the past of that place alone", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 6, unitCost: "1" });
  const shop = await tenant.location();
  const lines = [{ variantId: bolt.variantId, quantity: "2" }];
  await transferStock(tenant.ctx(), { ...head(), fromLocationId: bolt.locationId, toLocationId: shop, lines });
  const ctx = tenant.ctx();
  const keeper = { ...ctx, actor: { ...ctx.actor, places: new Set([shop]) } };
  const asOf = new Date(Date.now() + 1_000).toISOString();
  expect((await levelsAt(keeper, { asOf, limit: 5 })).rows).toMatchObject([
    { locationId: shop, onHand: "2", value: "2" },
  ]);
  expect((await valueAt(keeper, { asOf })).totalValue).toBe("2");
  expect((await valueAt(ctx, { asOf })).totalValue).toBe("6");
  const { rows } = await listMovements(keeper, { from: "2020-01-01T00:00:00Z", to: asOf, limit: 5 });
  expect(rows).toMatchObject([{ opening: "0", cameIn: "2", wentOut: "0", closing: "2" }]);
});
