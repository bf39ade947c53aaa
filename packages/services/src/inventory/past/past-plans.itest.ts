import { eq, sql } from "@storehouse/db";
import { inventoryEntries } from "@storehouse/db/tenant";
import { LevelsAtInput } from "@storehouse/domain";
import { createTestTenant, type TestTenant, readRows } from "@storehouse/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeManyEntries } from "../../dashboard/many-entries.fixture.ts";
import { makeMany } from "../../product/many-products.fixture.ts";
import { unitId } from "../../product/new-product.fixture.ts";
import { selectPastProducts } from "./past-page.ts";
import { selectPlaces } from "./select-places.ts";
import { selectSums } from "./sum-entries.ts";

const until = new Date();
let tenant: TestTenant;
let placeId: string;

beforeAll(async () => {
  tenant = await createTestTenant();
  ({ placeId } = await makeMany(tenant.db, await unitId(tenant.ctx()), 300));
  const userId = tenant.userIds.master;
  await makeManyEntries(tenant.db, { userId, locationId: placeId, count: 10_000, until, days: 365 });
}, 120_000);
afterAll(() => tenant.drop());

test("stock and value of the past are added up in the order of one index, which holds all that is asked", async () => {
  const isAsked = eq(inventoryEntries.locationId, placeId);
  const queries = [
    selectSums(tenant.db, until, undefined),
    selectPlaces(tenant.db, { until, ofProducts: undefined, isAsked }),
  ];
  for (const query of queries) {
    const steps = await readRows(tenant.db.execute(sql`explain format=traditional ${query.getSQL()}`));
    expect(steps.map(({ key }) => key)).toEqual(["inventory_entries_stock_ix"]);
    expect(steps[0]?.Extra).toMatch(/Using index/);
    expect(steps[0]?.Extra).not.toMatch(/temporary|filesort/i);
  }
});

test("the products of a page of the past are walked by name, and the walk ends with the page", async () => {
  for (const filters of [{}, { category: "raw" }, { search: "fan" }, { locationId: placeId }]) {
    const input = LevelsAtInput.parse({ asOf: until.toISOString(), ...filters });
    const query = selectPastProducts(tenant.ctx(), { input, until }, undefined);
    const steps = await readRows(tenant.db.execute(sql`explain format=traditional ${query.getSQL()}`));
    const walk = steps.find(({ table }) => table === "products");
    expect(walk, JSON.stringify(filters)).toMatchObject({ key: "products_name_ix" });
    expect(walk?.Extra).not.toMatch(/temporary|filesort/i);
  }
});
