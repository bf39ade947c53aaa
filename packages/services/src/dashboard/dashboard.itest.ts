import { eq } from "@storehouse/db";
import { settings } from "@storehouse/db/tenant";
import { dayIn, ListEntriesInput, MOVEMENT_TYPES, MOVEMENTS, type PostInput, startOfDay } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { balance } from "../inventory/balance.ts";
import { listEntries } from "../inventory/list-entries.ts";
import { postEntries } from "../inventory/post-entries.ts";
import { reverse } from "../inventory/reverse.ts";
import { transferStock } from "../inventory/transfer-stock.ts";
import { archiveProduct } from "../product/archive-product.ts";
import { listProducts } from "../product/list-products.ts";
import { getDashboard } from "./get-dashboard.ts";
import { getFirstSteps } from "./get-first-steps.ts";
import { getOwnDay } from "./get-own-day.ts";

// In Kolkata it is already half past one of the 27th.
const NOW = new Date("2026-11-26T20:00:00Z");
const ZONE = "Asia/Kolkata";

let tenant: TestTenant;
let here: string;
let there: string;

beforeAll(async () => {
  tenant = await createTestTenant({ now: () => NOW });
  await tenant.db.update(settings).set({ timeZone: ZONE }).where(eq(settings.id, 1));
  here = await tenant.location("Here");
  there = await tenant.location("There");
});
afterAll(() => tenant.drop());

type Wish = Readonly<{ at?: string; role?: "master" | "employee" }>;

const post = (type: PostInput["type"], variantId: string, quantity: string, { at, role = "master" }: Wish = {}) =>
  postEntries(tenant.ctx(role), {
    clientId: v7(),
    type,
    reference: null,
    note: null,
    occurredAt: at,
    lines: [{ variantId, locationId: here, quantity }],
  });
const undo = (postingId: string) => reverse(tenant.ctx(), { clientId: v7(), postingId, reason: "wrong" });
const standing = async (asked: Partial<ListEntriesInput>) =>
  (await listEntries(tenant.ctx(), ListEntriesInput.parse({ ...asked, limit: 200, isStanding: true }))).rows;

test("days are the factory's, days without entries are there, and every number is the list it opens", async () => {
  const fan = await tenant.product({ onHand: 0, locationId: here });
  // Two seconds apart, and two days in Kolkata.
  await post("manual_in", fan.variantId, "50", { at: "2026-11-24T18:29:59Z" });
  await post("purchase", fan.variantId, "5", { at: "2026-11-24T18:30:01Z" });
  await post("manual_out", fan.variantId, "2", { at: "2026-11-26T19:00:00Z" });
  await post("scrap", fan.variantId, "1");
  await transferStock(tenant.ctx(), {
    clientId: v7(),
    fromLocationId: here,
    toLocationId: there,
    reference: null,
    note: null,
    lines: [{ variantId: fan.variantId, quantity: "4" }],
  });
  const wrong = await post("manual_in", fan.variantId, "7");
  await undo(wrong.postingId);

  const home = await getDashboard(tenant.ctx());
  expect(home.today).toBe("2026-11-27");
  expect(home.movements.map(({ day }) => day.slice(-2))).toEqual(["21", "22", "23", "24", "25", "26", "27"]);
  const totals = home.movements.map(({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0));
  expect(totals).toEqual([0, 0, 0, 1, 1, 0, 3]);
  expect(home.movements.at(-1)?.counts).toEqual({ in: 0, made: 0, out: 2, moved: 1, corrected: 0 });
  expect(home.bookedToday).toBe(3);

  for (const [at, { day, counts }] of home.movements.entries()) {
    const from = startOfDay(ZONE, day).toISOString();
    const next = home.movements[at + 1]?.day;
    const to = next === undefined ? undefined : new Date(startOfDay(ZONE, next).getTime() - 1).toISOString();
    for (const movement of MOVEMENTS) {
      const rows = await standing({ from, to, types: [...MOVEMENT_TYPES[movement]] });
      expect({ day, movement, count: rows.length }).toEqual({ day, movement, count: counts[movement] });
    }
  }
});

test("what sold most is what went out less what came back, without what was undone or is too old", async () => {
  const [best, second, returned, old] = await Promise.all(
    [1, 2, 3, 4].map(() => tenant.product({ onHand: 100, locationId: here })),
  );
  if (!best || !second || !returned || !old) throw new Error("products");
  await post("sale", best.variantId, "30");
  await post("sale", best.variantId, "12.000");
  await post("sale_return", best.variantId, "2");
  const wrong = await post("sale", second.variantId, "60");
  await undo(wrong.postingId);
  await post("sale", second.variantId, "9");
  await post("sale", returned.variantId, "5");
  await post("sale_return", returned.variantId, "5");
  await post("sale", old.variantId, "90", { at: "2026-10-20T00:00:00Z" });

  const home = await getDashboard(tenant.ctx());
  expect(home.sellersSince).toBe("2026-10-29");
  expect(home.sellers.map(({ variantId, quantity }) => [variantId, quantity])).toEqual([
    [best.variantId, "40"],
    [second.variantId, "9"],
  ]);
  const from = startOfDay(ZONE, home.sellersSince).toISOString();
  for (const { variantId, quantity } of home.sellers) {
    const rows = await standing({ from, variantId, types: ["sale", "sale_return"] });
    expect(-rows.reduce((sum, row) => sum + Number(row.quantity), 0)).toBe(Number(quantity));
  }
});

test("value and what runs short are what Stock and Products show, archived products aside", async () => {
  await tenant.product({ onHand: 10, unitCost: "12.5", minimumStock: "10", locationId: here });
  const gone = await tenant.product({ minimumStock: "5", locationId: here });
  const empty = await tenant.product({ minimumStock: "3", name: "Ran out", locationId: here });
  await archiveProduct(tenant.ctx(), { id: gone.id, version: 1, isArchived: true });

  const home = await getDashboard(tenant.ctx());
  const { totalValue } = await balance(tenant.ctx(), { limit: 1 });
  expect(home.stockValue).toBe(totalValue);
  const low = await listProducts(tenant.ctx(), {
    limit: 200,
    isLow: true,
    isArchived: false,
    sort: "code",
    direction: "asc",
  });
  expect(home.lowProducts).toBe(low.rows.length);
  expect(home.outProducts).toBe(1);
  expect(home.low[0]).toMatchObject({ variantId: empty.variantId, onHand: "0", minimumStock: "3" });
  expect(home.low.map(({ productId }) => productId)).not.toContain(gone.id);
});

test("a booking dated some minutes ahead and undone before they have passed counts for nothing", async () => {
  let clock = new Date("2026-11-19T23:59:00Z");
  await using fresh = await createTestTenant({ now: () => clock });
  const fan = await fresh.product();
  const { postingId } = await postEntries(fresh.ctx(), {
    clientId: v7(),
    type: "manual_in",
    reference: null,
    note: null,
    occurredAt: "2026-11-20T00:03:00Z",
    lines: [{ variantId: fan.variantId, locationId: fan.locationId, quantity: "8" }],
  });
  await reverse(fresh.ctx(), { clientId: v7(), postingId, reason: "wrong" });
  clock = new Date("2026-11-26T12:00:00Z");
  const { movements } = await getDashboard(fresh.ctx());
  expect(movements[0]).toMatchObject({ day: "2026-11-20", counts: { in: 0 } });
});

test("who is limited to places sees theirs alone", async () => {
  const fan = await tenant.product({ onHand: 0, locationId: there, minimumStock: "100", name: "Kept there" });
  await post("manual_in", fan.variantId, "6");
  const { actor, ...rest } = tenant.ctx();
  const limited = { ...rest, actor: { ...actor, places: new Set([there]) } };
  const home = await getDashboard(limited);
  expect(home.movements.at(-1)?.counts).toMatchObject({ in: 0, out: 0 });
  expect(home.sellers).toEqual([]);
  expect(home.stockValue).toBe((await balance(limited, { limit: 1 })).totalValue);
  expect(home.low.map(({ variantId }) => variantId)).toEqual([fan.variantId]);
  expect(home.lowProducts).toBe(1);
  const nowhere = { ...rest, actor: { ...actor, places: new Set<string>() } };
  expect(await getDashboard(nowhere)).toMatchObject({ stockValue: "0", stockedProducts: 0, bookedToday: 0, low: [] });
});

test("one's own day holds one's own entries of the factory's today", async () => {
  const fan = await tenant.product({ locationId: here });
  await post("manual_in", fan.variantId, "3", { role: "employee" });
  await post("manual_in", fan.variantId, "4", { role: "employee", at: "2026-11-26T18:00:00Z" });
  await post("manual_in", fan.variantId, "5");
  const day = await getOwnDay(tenant.ctx("employee"));
  expect(day.today).toBe(dayIn(ZONE, NOW));
  expect(day.mine.map(({ quantity }) => quantity)).toEqual(["3"]);
  expect(day).toMatchObject({ hasMore: false });
});

test("the first steps are ticked by what there is", async () => {
  await using fresh = await createTestTenant();
  expect(await getFirstSteps(fresh.ctx())).toEqual({
    places: 0,
    firstPlace: null,
    isFirstPlaceNamed: false,
    hasProducts: false,
    hasEntries: false,
    people: 4,
    sample: { sample: null, isOffered: true },
  });
  await fresh.product({ onHand: 2 });
  expect(await getFirstSteps(fresh.ctx("employee"))).toEqual({
    places: 1,
    firstPlace: "Main store",
    isFirstPlaceNamed: false,
    hasProducts: true,
    hasEntries: true,
    people: null,
    sample: { sample: null, isOffered: false },
  });
});

test("an empty factory has a home of zeros", async () => {
  await using fresh = await createTestTenant();
  expect(await getDashboard(fresh.ctx())).toMatchObject({ stockValue: "0", lowProducts: 0, bookedToday: 0, low: [] });
  expect((await getDashboard(fresh.ctx())).movements).toHaveLength(7);
});

test("a home is refused to who may not see stock", async () => {
  const { actor, ...rest } = tenant.ctx("viewer");
  const nobody = { ...rest, actor: { ...actor, permissions: new Set<never>() } };
  await expect(getDashboard(nobody)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  await expect(getOwnDay(nobody)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  await expect(getFirstSteps(nobody)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  await expect(getDashboard(tenant.ctx("viewer"))).resolves.toBeDefined();
});
