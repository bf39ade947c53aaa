import { and, eq, inArray } from "@storehouse/db";
import { imports, locations, variants } from "@storehouse/db/tenant";
import { ImportPlan } from "@storehouse/domain";
import {
  commitImport,
  createLocation,
  type FanPart,
  fanParts,
  getImportStatus,
  type SeedStock,
  type TenantContext,
  uploadImport,
} from "@storehouse/services";
import { setTimeout as sleep } from "node:timers/promises";
import { seedId } from "./seed-id.ts";
import type { SeedFactory } from "./seed-plan.ts";

const TITLES = [
  "Code",
  "Name",
  "Category",
  "Source",
  "Subcategory",
  "Unit",
  "Cost",
  "Price",
  "Minimum stock",
  "Supplier",
  "Location",
  "Quantity",
];

/** Loads a factory's products with their opening stock as its people would, from a sheet, and tells what is where. */
export async function seedProducts(
  ctx: TenantContext,
  factory: SeedFactory,
): Promise<{ stocks: SeedStock[]; dispatchId: string }> {
  const parts = fanParts(factory.products);
  const dispatchId = seedId(factory.dbName, "dispatch");
  await createLocation(ctx, { id: dispatchId, name: "Dispatch bay", type: "TRANSIT", siteId: null });
  await importSheet(ctx, seedId(factory.dbName, "products"), parts);
  return { stocks: await readStocks(ctx, parts), dispatchId };
}

async function importSheet(ctx: TenantContext, id: string, parts: readonly FanPart[]): Promise<void> {
  const known = await getImportStatus(ctx, { id }).catch(() => undefined);
  if (known?.state === "DONE") return;
  // One that runs is an earlier seed's that was ended half-way: nothing of it was written.
  await ctx.db
    .update(imports)
    .set({ state: "FAILED" })
    .where(and(eq(imports.id, id), eq(imports.state, "RUNNING")));
  const text = [TITLES, ...parts.map(toCells)].map((cells) => cells.join("\t")).join("\n");
  const { columns } = await uploadImport(ctx, { id, fileName: "products.tsv", content: { kind: "text", text } });
  await commitImport(ctx, (work) => void work, ImportPlan.parse({ id, columns, makeMissing: true }));
  let status = await getImportStatus(ctx, { id });
  while (status.state === "RUNNING") {
    await sleep(50);
    status = await getImportStatus(ctx, { id });
  }
  if (status.state !== "DONE") throw new Error(`The products did not come in: ${status.error ?? status.state}`);
}

const toCells = (part: FanPart): readonly string[] => [
  part.code,
  part.name,
  part.category,
  part.sourceType,
  part.group,
  part.unit,
  part.cost,
  part.price ?? "",
  part.minimumStock,
  part.supplier ?? "",
  part.location,
  part.quantity,
];

async function readStocks(ctx: TenantContext, parts: readonly FanPart[]): Promise<SeedStock[]> {
  const places = await ctx.db.select({ id: locations.id, name: locations.name }).from(locations);
  const placeIds = new Map(places.map(({ id, name }) => [name, id]));
  const rows = await ctx.db
    .select({ sku: variants.sku, id: variants.id })
    .from(variants)
    .where(
      inArray(
        variants.sku,
        parts.map(({ code }) => code),
      ),
    );
  const ids = new Map(rows.map(({ sku, id }) => [sku, id]));
  return parts.map(({ code, category, cost, location, minimumStock, quantity }) => {
    const homeId = placeIds.get(location);
    const variantId = ids.get(code);
    if (homeId === undefined || variantId === undefined) throw new Error(`${code} was not imported.`);
    const there = new Map([[homeId, Math.floor(Number(quantity))]]);
    return { sku: code, variantId, category, homeId, minimum: Number(minimumStock), cost: Number(cost), there };
  });
}
