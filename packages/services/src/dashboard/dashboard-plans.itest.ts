import type { PreparedValue } from "@storehouse/db";
import { SALE_TYPES } from "@storehouse/domain";
import { createTestTenant, type TestTenant } from "@storehouse/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeMany } from "../product/many-products.fixture.ts";
import { unitId } from "../product/new-product.fixture.ts";
import { COUNTED_TYPES, countText } from "./count-movements.ts";
import { soldText } from "./find-sellers.ts";
import { getDashboard } from "./get-dashboard.ts";
import { makeManyEntries } from "./many-entries.fixture.ts";
import { atPlaces } from "./standing.ts";

const DAY_MS = 86_400_000;
// A day ahead: however shortly after midnight this runs, some entries are of today.
const until = new Date(Date.now() + DAY_MS);
const since = (days: number): Date => new Date(until.getTime() - days * DAY_MS);
let tenant: TestTenant;

beforeAll(async () => {
  tenant = await createTestTenant();
  const { placeId: locationId } = await makeMany(tenant.db, await unitId(tenant.ctx()), 500);
  const userId = tenant.userIds.master;
  await makeManyEntries(tenant.db, { userId, locationId, count: 20_000, until, days: 365 });
}, 120_000);
afterAll(() => tenant.drop());

type Step = Readonly<{ table: string; access: string; key: string; extra: string | null }>;

async function planOf(text: string, params: readonly PreparedValue[]): Promise<readonly Step[]> {
  const rows = await tenant.db.source.prepared<Record<"table" | "type" | "key" | "Extra", string>>(
    `explain format=traditional ${text}`,
    params,
  );
  return rows.map(({ table, type, key, Extra }) => ({ table, access: type, key, extra: Extra }));
}

test("seven days and thirty days of sales, at all places or at some, are read from one index, none of the ledger's rows", async () => {
  const places = atPlaces(tenant.ctx("employee", [await tenant.location("Shed"), await tenant.location("Yard")]));
  const days = [6, 5, 4, 3, 2, 1].map(since);
  const plans = [
    await planOf(countText(days.length), [...days, ...COUNTED_TYPES, since(7), until, since(7)]),
    await planOf(soldText(), [...SALE_TYPES, since(30), until, since(30)]),
    await planOf(countText(days.length, places.text), [
      ...days,
      ...COUNTED_TYPES,
      since(7),
      until,
      since(7),
      ...places.params,
    ]),
    await planOf(soldText(places.text), [...SALE_TYPES, since(30), until, since(30), ...places.params]),
  ];
  for (const steps of plans) {
    const ledger = steps.find(({ table }) => table === "e");
    expect(ledger).toMatchObject({ key: "inventory_entries_type_ix", access: "range" });
    expect(ledger?.extra).toMatch(/Using index/);
    expect(
      steps.filter(({ table, access }) => /^[eu]$/.test(table) && access !== "range").map(({ table }) => table),
    ).toEqual([]);
  }
});

test("a dashboard of many entries answers with its lists cut short", async () => {
  const home = await getDashboard(tenant.ctx());
  expect(home.sellers).toHaveLength(5);
  expect(home.latest).toHaveLength(8);
  expect(home.bookedToday).toBeGreaterThan(0);
});
