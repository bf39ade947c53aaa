import { count, eq } from "@storehouse/db";
import {
  auditLog,
  inventoryEntries,
  locations,
  notifications,
  products,
  samples,
  suppliers,
} from "@storehouse/db/tenant";
import { RemoveSampleInput } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { getDashboard } from "../dashboard/get-dashboard.ts";
import { getFirstSteps } from "../dashboard/get-first-steps.ts";
import { listEntries } from "../inventory/list-entries.ts";
import { listLevels } from "../inventory/list-levels.ts";
import { postEntries } from "../inventory/post-entries.ts";
import { verifyLedger } from "../inventory/verify-ledger.ts";
import { listLocations } from "../location/list-locations.ts";
import { listProducts } from "../product/list-products.ts";
import { getSample } from "./get-sample.ts";
import { loadSample } from "./load-sample.ts";
import { removeSample } from "./remove-sample.ts";

const ENTRIES = { limit: 50, direction: "desc", reference: null } as const;
const PRODUCTS = { limit: 50, isArchived: false, sort: "code", direction: "asc" } as const;
const PLACES = { limit: 50, isArchived: false, search: null } as const;
const LEVELS = { limit: 50, isZeroShown: true, sort: "product", direction: "asc" } as const;

const remove = (tenant: TestTenant, id: string, touched?: "keep" | "remove") =>
  removeSample(tenant.ctx(), RemoveSampleInput.parse({ id, touched }));

async function rowsIn(
  tenant: TestTenant,
  table: typeof products | typeof inventoryEntries | typeof samples | typeof notifications,
) {
  const [row] = await tenant.db.select({ count: count() }).from(table);
  return row?.count;
}

test("a sample is a factory at work, and the ledger ties", async () => {
  await using tenant = await createTestTenant();
  const id = v7();
  expect(await getSample(tenant.ctx())).toEqual({ sample: null, isOffered: true });
  const loaded = await loadSample(tenant.ctx(), { id });
  expect(loaded.products).toBe(40);
  expect(loaded.entries).toBeGreaterThan(300);
  expect(await rowsIn(tenant, inventoryEntries)).toBe(loaded.entries);
  expect(await verifyLedger(tenant.ctx(), {})).toMatchObject({ isProven: true });

  const home = await getDashboard(tenant.ctx());
  expect(Number(home.stockValue)).toBeGreaterThan(100_000);
  expect(home.bookedToday).toBeGreaterThan(0);
  expect(home.sellers).toHaveLength(5);
  expect(home.lowProducts).toBeGreaterThan(0);
  expect(home.low[0]).toBeDefined();
  expect(home.movements.filter(({ counts }) => counts.out > 0).length).toBeGreaterThan(3);
  const { rows } = await listEntries(tenant.ctx(), ENTRIES);
  for (const { occurredAt } of rows) expect(Date.parse(occurredAt)).toBeLessThanOrEqual(Date.now());
  // Nothing of it ticks the first steps: they are about the factory's own.
  expect(await getFirstSteps(tenant.ctx())).toMatchObject({ places: 0, hasProducts: false, hasEntries: false });
  expect(await getSample(tenant.ctx())).toMatchObject({
    sample: { id, touchedProducts: 0, touchedEntries: 0 },
    isOffered: false,
  });
});

test("removing it leaves clean lists, free names and a ledger that still ties", async () => {
  await using tenant = await createTestTenant();
  const id = v7();
  const loaded = await loadSample(tenant.ctx(), { id });
  expect(await rowsIn(tenant, notifications)).toBeGreaterThan(0);
  expect(await remove(tenant, id)).toEqual({ id, removed: 40, kept: 0 });

  expect((await listProducts(tenant.ctx(), PRODUCTS)).rows).toEqual([]);
  expect((await listLevels(tenant.ctx(), LEVELS)).rows).toEqual([]);
  expect((await listLocations(tenant.ctx(), PLACES)).rows).toEqual([]);
  expect((await listEntries(tenant.ctx(), ENTRIES)).rows).toEqual([]);
  const home = await getDashboard(tenant.ctx());
  expect(home).toMatchObject({ stockValue: "0", stockedProducts: 0, lowProducts: 0, bookedToday: 0, sellers: [] });
  expect(home.movements.flatMap(({ counts }) => Object.values(counts)).every((number) => number === 0)).toBe(true);
  expect(await rowsIn(tenant, notifications)).toBe(0);
  // The ledger keeps both: what was booked, and what undid it.
  expect(await rowsIn(tenant, inventoryEntries)).toBe(2 * loaded.entries);
  expect(await verifyLedger(tenant.ctx(), {})).toMatchObject({ isProven: true });
  const [gone] = await tenant.db.select({ id: products.id }).from(products).limit(1);
  expect((await listEntries(tenant.ctx(), { ...ENTRIES, productId: gone?.id })).rows.length).toBeGreaterThan(0);

  // Its names are free: another sample takes them, and so could people.
  const again = v7();
  await loadSample(tenant.ctx(), { id: again });
  const names = await listLocations(tenant.ctx(), PLACES);
  expect(names.rows.map(({ name }) => name)).toContain("Raw material store");
  expect(await remove(tenant, again)).toMatchObject({ removed: 40 });
  expect(await verifyLedger(tenant.ctx(), {})).toMatchObject({ isProven: true });
});

test("what people booked on it is a reason to ask, kept whole, or taken along", async () => {
  await using tenant = await createTestTenant();
  const load = async () => {
    const id = v7();
    await loadSample(tenant.ctx(), { id });
    const { rows } = await listLevels(tenant.ctx(), { ...LEVELS, isZeroShown: false });
    const [first] = rows.filter(({ onHand }) => Number(onHand) > 20);
    if (first === undefined) throw new Error("a sample has stock");
    const line = { variantId: first.variantId, locationId: first.locationId, quantity: "3" };
    await postEntries(tenant.ctx("employee"), {
      clientId: v7(),
      type: "manual_out",
      reference: null,
      note: null,
      lines: [line],
    });
    return { id, first };
  };
  const one = await load();
  expect(await getSample(tenant.ctx())).toMatchObject({ sample: { touchedProducts: 1, touchedEntries: 1 } });
  await expect(remove(tenant, one.id)).rejects.toSatisfy(isRefused("IN_USE"));
  expect((await listProducts(tenant.ctx(), PRODUCTS)).rows).toHaveLength(40);

  expect(await remove(tenant, one.id, "keep")).toEqual({ id: one.id, removed: 39, kept: 1 });
  const { rows: left } = await listProducts(tenant.ctx(), PRODUCTS);
  expect(left.map(({ id }) => id)).toEqual([one.first.productId]);
  const places = await listLocations(tenant.ctx(), PLACES);
  expect(places.rows.map(({ id }) => id)).toContain(one.first.locationId);
  expect(await getFirstSteps(tenant.ctx())).toMatchObject({ hasProducts: true, hasEntries: true });
  expect(await verifyLedger(tenant.ctx(), {})).toMatchObject({ isProven: true });
});

test("what people booked goes with it where they say so, though it went out of what came in since", async () => {
  await using tenant = await createTestTenant();
  const id = v7();
  await loadSample(tenant.ctx(), { id });
  const { rows } = await listLevels(tenant.ctx(), { ...LEVELS, isZeroShown: false });
  for (const { variantId, locationId, onHand } of rows) {
    const line = { variantId, locationId, quantity: onHand };
    const words = { reference: null, note: null };
    await postEntries(tenant.ctx(), { clientId: v7(), type: "manual_out", ...words, lines: [line] });
  }
  expect(await remove(tenant, id, "remove")).toEqual({ id, removed: 40, kept: 0 });
  expect((await listLevels(tenant.ctx(), LEVELS)).rows).toEqual([]);
  expect(await verifyLedger(tenant.ctx(), {})).toMatchObject({ isProven: true });
});

test("a place and a supplier the factory uses for its own stay", async () => {
  await using tenant = await createTestTenant();
  const id = v7();
  await loadSample(tenant.ctx(), { id });
  const [place] = await tenant.db
    .select({ id: locations.id })
    .from(locations)
    .where(eq(locations.name, "Raw material store"));
  const own = await tenant.product({ locationId: place?.id ?? "", onHand: 5 });
  const [firm] = await tenant.db.select({ id: suppliers.id }).from(suppliers).limit(1);
  await tenant.db
    .update(products)
    .set({ supplierId: firm?.id ?? "" })
    .where(eq(products.id, own.id));
  await remove(tenant, id);
  const places = await listLocations(tenant.ctx(), PLACES);
  expect(places.rows.map(({ name }) => name)).toEqual(["Raw material store"]);
  const inUse = await tenant.db.select({ id: suppliers.id, archivedAt: suppliers.archivedAt }).from(suppliers);
  expect(inUse.filter(({ archivedAt }) => archivedAt === null).map((one) => one.id)).toEqual([firm?.id]);
});

test("loading and removing are refused without permission, and loading where there are products", async () => {
  await using tenant = await createTestTenant();
  const id = v7();
  await expect(loadSample(tenant.ctx("employee"), { id })).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  await expect(removeSample(tenant.ctx("employee"), { id, touched: "refuse" })).rejects.toSatisfy(
    isRefused("NOT_ALLOWED"),
  );
  await expect(remove(tenant, id)).rejects.toSatisfy(isRefused("NOT_FOUND"));
  await tenant.product();
  expect((await getSample(tenant.ctx())).isOffered).toBe(false);
  await expect(loadSample(tenant.ctx(), { id })).rejects.toSatisfy(isRefused("IN_USE"));
  expect(await rowsIn(tenant, samples)).toBe(0);
});

test("sent twice, and by two at once, a sample is loaded once and removed once", async () => {
  await using tenant = await createTestTenant();
  const id = v7();
  const loads = await Promise.all([1, 2, 3].map(() => loadSample(tenant.ctx(), { id })));
  expect(new Set(loads.map((one) => JSON.stringify(one))).size).toBe(1);
  await expect(loadSample(tenant.ctx("manager"), { id: v7() })).rejects.toSatisfy(isRefused("IN_USE"));
  expect(await rowsIn(tenant, products)).toBe(40);

  const removals = await Promise.all([1, 2, 3].map(() => remove(tenant, id)));
  expect(new Set(removals.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await rowsIn(tenant, inventoryEntries)).toBe(2 * (loads[0]?.entries ?? 0));
  await expect(loadSample(tenant.ctx(), { id })).rejects.toSatisfy(isRefused("WRONG_STATE"));
  const [audited] = await tenant.db
    .select({ count: count() })
    .from(auditLog)
    .where(eq(auditLog.action, "sample.remove"));
  expect(audited?.count).toBe(1);
});

test("whoever books on it while it is removed comes before, or finds it archived", async () => {
  await using tenant = await createTestTenant();
  const id = v7();
  await loadSample(tenant.ctx(), { id });
  const { rows } = await listLevels(tenant.ctx(), { ...LEVELS, isZeroShown: false });
  const bookings = rows.slice(0, 12).map(({ variantId, locationId }) =>
    postEntries(tenant.ctx(), {
      clientId: v7(),
      type: "manual_in",
      reference: null,
      note: null,
      lines: [{ variantId, locationId, quantity: "1" }],
    }),
  );
  const results = await Promise.allSettled([remove(tenant, id, "remove"), ...bookings]);
  const refused = results.filter((result) => result.status === "rejected");
  for (const { reason } of refused) expect(reason).toSatisfy(isRefused("ARCHIVED"));
  expect((await listLevels(tenant.ctx(), LEVELS)).rows).toEqual([]);
  expect(await verifyLedger(tenant.ctx(), {})).toMatchObject({ isProven: true });
});

test("a load or removal whose audit line can't be written leaves everything as it was", async () => {
  await using tenant = await createTestTenant();
  const { actor, ...rest } = tenant.ctx();
  const unwritable = { ...rest, actor: { ...actor, device: "x".repeat(500) } };
  await expect(loadSample(unwritable, { id: v7() })).rejects.toThrow(/device/);
  expect(await rowsIn(tenant, samples)).toBe(0);
  expect(await rowsIn(tenant, products)).toBe(0);

  const id = v7();
  const loaded = await loadSample(tenant.ctx(), { id });
  await expect(removeSample(unwritable, { id, touched: "refuse" })).rejects.toThrow(/device/);
  expect(await rowsIn(tenant, inventoryEntries)).toBe(loaded.entries);
  expect((await listProducts(tenant.ctx(), PRODUCTS)).rows).toHaveLength(40);
});
