import { count, eq } from "@storehouse/db";
import { inventoryEntries, variantStock } from "@storehouse/db/tenant";
import type { PostInput, TransferInput } from "@storehouse/domain";
import { createTestTenant, isRefused, patiently, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { postEntries } from "./post-entries.ts";
import { transferStock } from "./transfer-stock.ts";
import { verifyLedger } from "./verify-ledger.ts";

const head = () => ({ clientId: v7(), reference: null, note: null });
const isDone = ({ status }: PromiseSettledResult<unknown>): boolean => status === "fulfilled";

test("200 parallel issues of 50 pieces: exactly 50 go out, in 50 rows, and nothing is left", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 50, unitCost: "1.2345" });
  const lines = [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "1" }];

  const outcomes = await times(200, () => {
    const input: PostInput = { ...head(), type: "sale", lines };
    return patiently(() => postEntries(tenant.ctx("employee"), input));
  });

  expect(outcomes.filter(isDone)).toHaveLength(50);
  expect(outcomes.filter(isRefused("INSUFFICIENT_STOCK"))).toHaveLength(150);
  expect(await tenant.onHand(bolt.variantId)).toBe("0");
  const [issues] = await tenant.db
    .select({ rows: count() })
    .from(inventoryEntries)
    .where(eq(inventoryEntries.type, "sale"));
  expect(issues?.rows).toBe(50);
  const [stock] = await tenant.db.select().from(variantStock);
  expect(stock).toMatchObject({ onHand: "0.000000", value: "0.0000", sequence: 51 });
  expect((await verifyLedger(tenant.ctx(), {})).differences).toEqual([]);
});

test("lines in opposite orders never show a deadlock to who sent them", async () => {
  await using tenant = await createTestTenant();
  const place = await tenant.location();
  const products = await Promise.all(
    Array.from({ length: 6 }, () => tenant.product({ onHand: 1000, locationId: place })),
  );
  const lines = products.map(({ variantId }) => ({ variantId, locationId: place, quantity: "1" }));

  const outcomes = await times(60, (at) => {
    const input: PostInput = { ...head(), type: "sale", lines: at % 2 === 0 ? lines : lines.toReversed() };
    return patiently(() => postEntries(tenant.ctx(), input));
  });

  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  expect(await Promise.all(products.map(({ variantId }) => tenant.onHand(variantId)))).toEqual(
    products.map(() => "940"),
  );
});

test("transfers there and back at once lose nothing", async () => {
  await using tenant = await createTestTenant();
  const [here, there] = [await tenant.location(), await tenant.location()];
  const bolt = await tenant.product({ onHand: 100, unitCost: "0.3333", locationId: here });
  const lines = [{ variantId: bolt.variantId, quantity: "7" }];

  const outcomes = await times(60, (at) => {
    const way = at % 2 === 0 ? [here, there] : [there, here];
    const [fromLocationId = "", toLocationId = ""] = way;
    const input: TransferInput = { ...head(), fromLocationId, toLocationId, lines };
    return patiently(() => transferStock(tenant.ctx(), input));
  });
  expect(outcomes.every((outcome) => isDone(outcome) || isRefused("INSUFFICIENT_STOCK")(outcome))).toBe(true);

  const levels = [await tenant.onHand(bolt.variantId, here), await tenant.onHand(bolt.variantId, there)].map(Number);
  expect((levels[0] ?? 0) + (levels[1] ?? 0)).toBe(100);
  const [stock] = await tenant.db.select().from(variantStock);
  expect(stock?.value).toBe("33.3300");
  expect((await verifyLedger(tenant.ctx(), {})).isProven).toBe(true);
});

test("50 parallel posts on one factory are all done, and another factory reads meanwhile", async () => {
  await using busy = await createTestTenant();
  await using other = await createTestTenant();
  const bolt = await busy.product({ onHand: 1 });
  const nut = await other.product({ onHand: 3 });
  const lines = [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "1" }];

  const posts = times(50, () => {
    const input: PostInput = { ...head(), type: "purchase", lines };
    return patiently(() => postEntries(busy.ctx(), input));
  });
  const reads = times(50, () => other.onHand(nut.variantId));
  expect((await reads).filter(isDone)).toHaveLength(50);
  expect((await posts).filter(isDone)).toHaveLength(50);
  expect(await busy.onHand(bolt.variantId)).toBe("51");
});
