import { type AnyColumn, and, eq, gt, inArray, isNull, sql } from "@storehouse/db";
import { barcodes, locations, products, stockLevels, subcategories, suppliers, variants } from "@storehouse/db/tenant";
import { recordAudit } from "../audit.ts";
import type { TenantContext } from "../context.ts";
import { idsOfSample } from "./find-touched.ts";
import { tagOf } from "./plan-sample.ts";

/** Archives a sample's products with their variants, takes their barcodes off, and frees their codes. */
export async function archiveProducts(ctx: TenantContext, sampleId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const variantIds = await readIds(ctx, variants, variants.productId, ids);
  await ctx.db.delete(barcodes).where(inArray(barcodes.variantId, variantIds));
  await ctx.db
    .update(variants)
    .set({ sku: coded(variants.sku, sampleId), ...archived(ctx, variants) })
    .where(inArray(variants.productId, [...ids]));
  await ctx.db
    .update(products)
    .set({ code: coded(products.code, sampleId), isArchived: 1, ...archived(ctx, products) })
    .where(inArray(products.id, [...ids]));
  await audit(ctx, "products.archive", "product", ids);
}

/** Archives the sample's places, groups and suppliers that nothing in use needs, and frees their names. Answers the others. */
export async function archiveUnused(ctx: TenantContext, sampleId: string): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const { entity, action, table, findUsed } of KINDS) {
    const ids = await idsOfSample(ctx.db, sampleId, entity);
    const used = new Set(ids.length === 0 ? [] : await findUsed(ctx, ids));
    const going = ids.filter((id) => !used.has(id));
    kept.push(...used);
    if (going.length === 0) continue;
    await ctx.db
      .update(table)
      .set({ name: named(table.name, sampleId), ...archived(ctx, table) })
      .where(inArray(table.id, going));
    await audit(ctx, action, entity, going);
  }
  return kept;
}

type IdsOf = (ctx: TenantContext, ids: readonly string[]) => Promise<string[]>;

/** Products first lose what they lay in, came from and were grouped by: only then is it seen who else needs it. */
const KINDS = [
  { entity: "location", action: "locations.archive", table: locations, findUsed: findUsedPlaces },
  { entity: "supplier", action: "suppliers.archive", table: suppliers, findUsed: usedBy(products.supplierId) },
  {
    entity: "subcategory",
    action: "subcategories.archive",
    table: subcategories,
    findUsed: usedBy(products.subcategoryId),
  },
] as const;

function usedBy(column: typeof products.supplierId | typeof products.subcategoryId): IdsOf {
  return async ({ db }, ids) => {
    const rows = await db
      .selectDistinct({ id: column })
      .from(products)
      .where(and(eq(products.isArchived, 0), inArray(column, [...ids])));
    return rows.flatMap(({ id }) => (id === null ? [] : [id]));
  };
}

async function findUsedPlaces({ db }: TenantContext, ids: readonly string[]): Promise<string[]> {
  const homes = await db
    .selectDistinct({ id: products.defaultLocationId })
    .from(products)
    .where(and(eq(products.isArchived, 0), inArray(products.defaultLocationId, [...ids])));
  const stocked = await db
    .selectDistinct({ id: stockLevels.locationId })
    .from(stockLevels)
    .where(and(inArray(stockLevels.locationId, [...ids]), gt(stockLevels.onHand, "0")));
  const sites = await db
    .selectDistinct({ id: locations.siteId })
    .from(locations)
    .where(and(inArray(locations.siteId, [...ids]), isNull(locations.archivedAt)));
  return [...homes, ...stocked, ...sites].flatMap(({ id }) => (id === null ? [] : [id]));
}

async function readIds(
  { db }: TenantContext,
  table: typeof variants,
  column: typeof variants.productId,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(inArray(column, [...ids]));
  return rows.map(({ id }) => id);
}

// Cut so that the tag fits the shortest of the columns.
const CODE_ROOM = 57;
const NAME_ROOM = 91;

const coded = (column: AnyColumn, sampleId: string) =>
  sql`concat(left(${column}, ${CODE_ROOM}), '-', ${tagOf(sampleId)})`;
const named = (column: AnyColumn, sampleId: string) =>
  sql`concat(left(${column}, ${NAME_ROOM}), ' (', ${tagOf(sampleId)}, ')')`;

const archived = ({ now }: TenantContext, table: Readonly<{ version: AnyColumn }>) => ({
  archivedAt: now(),
  updatedAt: now(),
  version: sql`${table.version} + 1`,
});

const audit = (ctx: TenantContext, action: string, entity: string, ids: readonly string[]): Promise<void> =>
  recordAudit(ctx, ...ids.map((entityId) => ({ action, entity, entityId, after: { isArchived: true } })));
