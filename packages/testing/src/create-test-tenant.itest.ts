import { eq } from "@storehouse/db";
import { auditLog, feed, inventoryEntries, postings, units, users, variantStock } from "@storehouse/db/tenant";
import { STARTER_UNITS } from "@storehouse/domain";
import { expect, test } from "vitest";
import { createTestTenant } from "./create-test-tenant.ts";

test("a test tenant has people, units, and stock that ties", async () => {
  await using tenant = await createTestTenant();
  const shelf = await tenant.location("Shelf");
  const { variantId } = await tenant.product({ onHand: "12.5", unitCost: "3.3333", locationId: shelf });

  expect(await tenant.db.select().from(users)).toHaveLength(4);
  expect(await tenant.db.select().from(units)).toHaveLength(STARTER_UNITS.length);
  expect(await tenant.onHand(variantId)).toBe("12.5");
  expect(await tenant.onHand(variantId, shelf)).toBe("12.5");
  const [entry] = await tenant.db.select().from(inventoryEntries).where(eq(inventoryEntries.variantId, variantId));
  const [stock] = await tenant.db.select().from(variantStock).where(eq(variantStock.variantId, variantId));
  expect(entry).toMatchObject({ quantity: "12.500000", balance: "12.500000", value: "41.6663", sequence: 1 });
  expect(stock).toMatchObject({ onHand: "12.500000", value: "41.6663", sequence: 1 });
});

test("the next tenant is as new, though it may be the same database", async () => {
  const first = await createTestTenant();
  await first.product({ onHand: 3 });
  await Promise.all([first.drop(), first.drop()]);
  await using next = await createTestTenant();
  await using other = await createTestTenant();
  expect(next.dbName).toBe(first.dbName);
  expect(other.dbName).not.toBe(next.dbName);
  expect(await next.db.select().from(users)).toHaveLength(4);
  expect(await next.db.select().from(units)).toHaveLength(STARTER_UNITS.length);
  for (const table of [inventoryEntries, variantStock, postings, auditLog, feed])
    expect(await next.db.select().from(table)).toEqual([]);
});
