import { inventoryEntries, locations, products } from "@storehouse/db/tenant";
import { eq } from "@storehouse/db";
import {
  type EntryRow,
  ListEntriesInput,
  ListLevelsInput,
  ListProductsInput,
  PageInput,
  PostInput,
  ListLocationsInput,
} from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  archiveLocation,
  balance,
  createLocation,
  exportProducts,
  findVariants,
  getLocation,
  getProduct,
  listEntries,
  listLevels,
  listLocations,
  listProducts,
  postEntries,
  reverse,
  transferStock,
  updateLocation,
  updateProduct,
  verifyLedger,
} from "./index.ts";

const FOREIGN = "Vault Q7";
let tenant: TestTenant;
let own: string;
let other: string;
let bolt: Awaited<ReturnType<TestTenant["product"]>>;
let hidden: Awaited<ReturnType<TestTenant["product"]>>;

// Eleven bolts here and 70 there; of the other product 33, all of them there.
beforeAll(async () => {
  tenant = await createTestTenant();
  own = await tenant.location("My shelf");
  other = await tenant.location(FOREIGN);
  bolt = await tenant.product({ code: "BOLT", onHand: 11, unitCost: "2", locationId: own });
  hidden = await tenant.product({ code: "HIDDEN", onHand: 33, unitCost: "2", locationId: other });
  await post(tenant.ctx(), bolt.variantId, other, "70");
});
afterAll(() => tenant.drop());

type Context = ReturnType<TestTenant["ctx"]>;
const limited = (): Context => tenant.ctx("master", [own]);

function post(ctx: Context, variantId: string, locationId: string, quantity: string, type = "manual_in") {
  const line = { variantId, locationId, quantity, ...(type === "manual_in" ? { unitCost: "2" } : {}) };
  return postEntries(ctx, PostInput.parse({ clientId: v7(), type, lines: [line] }));
}

/** Nothing of the other place may stand in an answer: not its name, nor its id, nor what is there. */
function expectNothingForeign(answer: unknown): void {
  const text = JSON.stringify(answer);
  expect(text).not.toContain(FOREIGN);
  expect(text).not.toContain(other);
  // What is there, alone or together with what is here.
  expect(text).not.toMatch(/"(70|140|81|162|33|66)"/);
}

test("who is limited to a place sees the stock of it and of no other", async () => {
  const ctx = limited();
  const levels = await listLevels(ctx, ListLevelsInput.parse({}));
  expect(levels.rows).toMatchObject([{ variantId: bolt.variantId, onHand: "11", value: "22" }]);
  const entries = await listEntries(ctx, ListEntriesInput.parse({}));
  expect(entries.rows.map(({ quantity }: EntryRow) => quantity)).toEqual(["11"]);
  const balances = await balance(ctx, { limit: 10 });
  expect(balances.rows).toMatchObject([{ code: "BOLT", onHand: "11", locations: [{ locationId: own }] }]);
  expect(Number(balances.totalValue)).toBe(22);
  const listed = await listProducts(ctx, ListProductsInput.parse({ sort: "onHand", direction: "desc" }));
  expect(listed.rows).toMatchObject([
    { code: "BOLT", onHand: "11", available: "11", value: "22", defaultLocationName: "My shelf" },
    { code: "HIDDEN", onHand: "0", available: "0", value: "0", defaultLocationName: null },
  ]);
  const product = await getProduct(ctx, { id: hidden.id });
  expect(product).toMatchObject({
    onHand: "0",
    defaultLocationId: null,
    variants: [{ onHand: "0", averageCost: null }],
  });
  const found = await findVariants(ctx, { search: "BOLT", limit: 5 });
  expect(found.rows).toMatchObject([{ onHand: "11", defaultLocationId: own }]);
  const file = Buffer.from((await exportProducts(ctx, { format: "csv" })).base64, "base64").toString("utf8");
  const places = await listLocations(ctx, ListLocationsInput.parse({}));
  expect(places.rows.map(({ id }) => id)).toEqual([own]);
  const proof = await verifyLedger(ctx, {});
  expect(proof).toMatchObject({ isProven: true, entries: 1, levels: 1 });
  for (const answer of [levels, entries, listed, product, found, file, places, proof]) expectNothingForeign(answer);
  expectNothingForeign({ ...balances, totalValue: "" });
});

test("a filter that names another place finds what a missing one finds", async () => {
  const ctx = limited();
  for (const locationId of [other, v7()]) {
    expect((await listLevels(ctx, ListLevelsInput.parse({ locationId }))).rows).toEqual([]);
    expect((await listEntries(ctx, ListEntriesInput.parse({ locationId }))).rows).toEqual([]);
    expect(await balance(ctx, { limit: 10, locationId })).toMatchObject({ rows: [], totalValue: "0" });
    expect((await listProducts(ctx, ListProductsInput.parse({ locationId }))).rows).toEqual([]);
    await expect(getLocation(ctx, { id: locationId })).rejects.toMatchObject({
      failure: { code: "NOT_FOUND", entity: "location", id: locationId },
    });
  }
});

test("every sort of the products pages through them with the figures of the place", async () => {
  for (const sort of ["code", "name", "onHand", "updatedAt"] as const) {
    for (const direction of ["asc", "desc"] as const) {
      const first = await listProducts(limited(), ListProductsInput.parse({ sort, direction, limit: 1 }));
      const second = await listProducts(
        limited(),
        ListProductsInput.parse({ sort, direction, limit: 1, after: first.next }),
      );
      const rows = [...first.rows, ...second.rows];
      expect(new Map(rows.map(({ code, onHand }) => [code, onHand]))).toEqual(
        new Map([
          ["BOLT", "11"],
          ["HIDDEN", "0"],
        ]),
      );
    }
  }
});

test("nothing is booked, moved or undone at another place, which answers as if it were not there", async () => {
  const ctx = limited();
  const before = await tenant.db.select().from(inventoryEntries);
  const missing = { failure: { code: "NOT_FOUND", entity: "location", id: other, field: "lines.0.locationId" } };
  await expect(post(ctx, bolt.variantId, other, "1")).rejects.toMatchObject(missing);
  await expect(post(ctx, bolt.variantId, other, "1", "manual_out")).rejects.toMatchObject(missing);
  const move = (from: string, to: string) =>
    transferStock(ctx, {
      clientId: v7(),
      fromLocationId: from,
      toLocationId: to,
      lines: [{ variantId: bolt.variantId, quantity: "1" }],
      reference: null,
      note: null,
    });
  await expect(move(own, other)).rejects.toMatchObject({ failure: { code: "NOT_FOUND", field: "toLocationId" } });
  await expect(move(other, own)).rejects.toMatchObject({ failure: { code: "NOT_FOUND", field: "fromLocationId" } });
  const [entry] = before.filter(({ locationId }) => locationId === other);
  const undo = { clientId: v7(), reason: "wrong" };
  await expect(reverse(ctx, { ...undo, postingId: entry?.postingId })).rejects.toMatchObject({
    failure: { code: "NOT_FOUND", entity: "posting" },
  });
  await expect(reverse(ctx, { ...undo, entryId: entry?.id })).rejects.toMatchObject({
    failure: { code: "NOT_FOUND", entity: "entry" },
  });
  const place = { id: other, version: 1, name: "Mine", type: "STORE" as const, siteId: null };
  await expect(updateLocation(ctx, place)).rejects.toSatisfy(isRefused("NOT_FOUND"));
  await expect(archiveLocation(ctx, { id: other, version: 1, isArchived: true })).rejects.toSatisfy(
    isRefused("NOT_FOUND"),
  );
  await expect(createLocation(ctx, { id: v7(), name: "Free", type: "STORE", siteId: null })).rejects.toMatchObject({
    failure: { code: "INVALID", field: "siteId", reason: "REQUIRED" },
  });
  expect(await tenant.db.select().from(inventoryEntries)).toEqual(before);
  expect(await tenant.db.select().from(locations).where(eq(locations.id, other))).toMatchObject([
    { name: FOREIGN, version: 1 },
  ]);
});

test("at the own places everything is booked, moved and undone as ever", async () => {
  const shelf = await tenant.location("My other shelf");
  const ctx = tenant.ctx("employee", [own, shelf]);
  const part = await tenant.product({ code: "PART", onHand: 5, locationId: own });
  const posted = await post(ctx, part.variantId, own, "1");
  await transferStock(ctx, {
    clientId: v7(),
    fromLocationId: own,
    toLocationId: shelf,
    lines: [{ variantId: part.variantId, quantity: "2" }],
    reference: null,
    note: null,
  });
  await reverse(ctx, { clientId: v7(), postingId: posted.postingId, reason: "wrong" });
  expect([await tenant.onHand(part.variantId, own), await tenant.onHand(part.variantId, shelf)]).toEqual(["3", "2"]);
});

test("who can't see a product's own place leaves it as it is, and can't give it another one they can't see", async () => {
  const ctx = limited();
  const { units: _, variants: __, ...shown } = await getProduct(ctx, { id: hidden.id });
  const { code, description, category, sourceType, baseUnitId, subcategoryId, supplierId, price, cost } = shown;
  const kept = { code, description, category, sourceType, baseUnitId, subcategoryId, supplierId, price, cost };
  const change = (fields: object) =>
    updateProduct(ctx, {
      ...kept,
      id: hidden.id,
      version: 1,
      name: "Renamed",
      units: [],
      defaultLocationId: null,
      ...fields,
    });
  const third = await tenant.location("Third");
  await expect(change({ defaultLocationId: third })).rejects.toMatchObject({
    failure: { code: "NOT_FOUND", field: "defaultLocationId" },
  });
  await change({});
  const [stored] = await tenant.db.select().from(products).where(eq(products.id, hidden.id));
  expect(stored).toMatchObject({ name: "Renamed", defaultLocationId: other });
});

test("who is limited to no place that is left sees nothing", async () => {
  const ctx = tenant.ctx("master", []);
  expect((await listLevels(ctx, ListLevelsInput.parse({}))).rows).toEqual([]);
  expect((await listEntries(ctx, ListEntriesInput.parse({}))).rows).toEqual([]);
  expect(await balance(ctx, { ...PageInput.parse({}) })).toMatchObject({ rows: [], totalValue: "0" });
  expect(await verifyLedger(ctx, {})).toMatchObject({ entries: 0, levels: 0 });
});
