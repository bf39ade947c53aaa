import { createTestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { findLow } from "../dashboard/find-low.ts";
import { listAlerts } from "../alert/index.ts";
import { postLines } from "../inventory/post-lines.ts";
import { createProduct } from "../product/index.ts";
import { newProduct, unitId } from "../product/new-product.fixture.ts";
import { retireVersion } from "./index.ts";
import { addFormula } from "./new-formula.fixture.ts";

test("what runs short is made here when it is meant to be and has a formula in use, bought otherwise", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pcs = await unitId(ctx);
  const short = (code: string, sourceType: "manufacturing" | "trading") =>
    newProduct(pcs, { code, name: code, sourceType, minimumStock: "5" });
  const inputs = [
    short("MADE", "manufacturing"),
    short("BOUGHT", "trading"),
    short("BARE", "manufacturing"),
    short("RETIRED", "manufacturing"),
  ];
  for (const input of inputs) await createProduct(ctx, input);
  const part = await tenant.product();
  for (const input of inputs.filter(({ code }) => code !== "BARE")) {
    const { id, versionId } = await addFormula(ctx, input.variantId, [part]);
    if (input.code === "RETIRED") await retireVersion(ctx, { id, version: 1, versionId });
  }
  const locationId = await tenant.location("Store");
  const lines = inputs.map(({ variantId }) => ({ variantId, locationId, quantity: "2" }));
  await postLines(ctx, { clientId: v7(), type: "manual_in", reference: null, note: null, lines });
  const expected = { MADE: true, BOUGHT: false, BARE: false, RETIRED: false };
  const low = await findLow(ctx);
  expect(Object.fromEntries(low.map(({ sku, isMade }) => [sku, isMade]))).toEqual(expected);
  const alerts = await listAlerts(ctx, { limit: 50, isOpen: true });
  expect(Object.fromEntries(alerts.rows.map(({ sku, isMade }) => [sku, isMade]))).toEqual(expected);
});
