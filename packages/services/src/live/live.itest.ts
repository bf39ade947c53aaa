import { feed } from "@storehouse/db/tenant";
import { createTestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { postEntries } from "../inventory/post-entries.ts";
import { createLocation } from "../location/create-location.ts";
import { numberChanges } from "./number-changes.ts";
import { lastNumber, readFeed } from "./read-feed.ts";
import { recordChange } from "./record-change.ts";

test("a booking tells of itself once: what, of which product, where", async () => {
  await using tenant = await createTestTenant();
  const part = await tenant.product();
  const { id, variantId, locationId } = part;
  const lines = [{ variantId, locationId, quantity: "5" }];
  const input = { clientId: v7(), type: "manual_in" as const, lines, reference: null, note: null };
  await postEntries(tenant.ctx(), input);
  await postEntries(tenant.ctx(), input);
  expect(await numberChanges(tenant.db)).toBe(1);
  const { batches } = await readFeed(tenant.db, 0);
  const change = { topic: "inventory", ids: [variantId], productIds: [id], placeIds: [locationId] };
  expect(batches).toEqual([{ number: 1, changes: [change] }]);
});

test("a booking that is refused tells nothing", async () => {
  await using tenant = await createTestTenant();
  const { variantId, locationId } = await tenant.product({ onHand: 1 });
  const lines = [{ variantId, locationId, quantity: "5" }];
  const input = { clientId: v7(), type: "manual_out" as const, lines, reference: null, note: null };
  await expect(postEntries(tenant.ctx(), input)).rejects.toThrow("INSUFFICIENT_STOCK");
  expect(await tenant.db.select().from(feed)).toEqual([]);
});

test("a change of the catalogue tells of itself through its audit line", async () => {
  await using tenant = await createTestTenant();
  const id = v7();
  await createLocation(tenant.ctx(), { id, name: "Yard", type: "STORE", siteId: null });
  const [row] = await tenant.db.select().from(feed);
  expect(row).toMatchObject({ topic: "locations", number: null, detail: JSON.stringify({ ids: [id] }) });
});

test("numbers follow each other without a gap, however many number at once", async () => {
  await using tenant = await createTestTenant();
  const write = (n: number) =>
    tenant.db.insert(feed).values({ at: new Date(), topic: "units", detail: `{"ids":["${n}"]}` });
  const writing = Array.from({ length: 60 }, async (_none, n) => {
    await write(n);
    await numberChanges(tenant.db);
  });
  await Promise.all(writing);
  await numberChanges(tenant.db);
  const { batches, hasUnnumbered } = await readFeed(tenant.db, 0);
  const last = await lastNumber(tenant.db);
  expect(hasUnnumbered).toBe(false);
  expect(batches.map(({ number }) => number)).toEqual(Array.from({ length: last }, (_none, n) => n + 1));
  expect(batches.flatMap(({ changes }) => changes.flatMap(({ ids }) => ids))).toHaveLength(60);
});

test("a change that is told outside of `atomically` is written as well", async () => {
  await using tenant = await createTestTenant();
  await recordChange(tenant.ctx(), { topic: "units", ids: ["1"] });
  expect(await tenant.db.select().from(feed)).toMatchObject([{ topic: "units", detail: '{"ids":["1"]}' }]);
});
