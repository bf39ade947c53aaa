import { locations, subcategories, suppliers, units } from "@storehouse/db/tenant";
import { recordAudit } from "../../audit.ts";
import type { TenantContext } from "../../context.ts";
import { firstStamps } from "../../record/record-kind.ts";
import { chunksOf } from "../in-chunks.ts";
import type { ImportWork } from "../plan/import-work.ts";

/** What counts something unknown may be cut as fine as a thousandth. */
const NEW_UNIT = { dimension: "count", decimals: 3 } as const;

/** Makes the locations, suppliers, subcategories and units that a sheet names and nobody made yet. */
export async function writeNames(ctx: TenantContext, work: ImportWork): Promise<void> {
  const stamps = firstStamps(ctx.now());
  for (const some of chunksOf(work.locations)) {
    await ctx.db.insert(locations).values(some.map((one) => ({ ...one, type: "WAREHOUSE" as const, ...stamps })));
  }
  for (const some of chunksOf(work.suppliers)) {
    await ctx.db.insert(suppliers).values(some.map((one) => ({ ...one, ...stamps })));
  }
  for (const some of chunksOf(work.subcategories)) {
    await ctx.db.insert(subcategories).values(some.map((one) => ({ ...one, ...stamps })));
  }
  for (const some of chunksOf(work.units)) {
    await ctx.db.insert(units).values(some.map((one) => ({ ...one, name: one.code, ...NEW_UNIT })));
  }
  await auditNames(ctx, "locations.create", "location", work.locations);
  await auditNames(ctx, "suppliers.create", "supplier", work.suppliers);
  await auditNames(ctx, "subcategories.create", "subcategory", work.subcategories);
  await auditNames(ctx, "units.create", "unit", work.units);
}

async function auditNames(
  ctx: TenantContext,
  action: string,
  entity: string,
  made: readonly Readonly<{ id: string }>[],
): Promise<void> {
  for (const some of chunksOf(made)) {
    await recordAudit(ctx, ...some.map(({ id: entityId, ...after }) => ({ action, entity, entityId, after })));
  }
}
