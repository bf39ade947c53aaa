import { eq } from "@storehouse/db";
import { products } from "@storehouse/db/tenant";
import type { SampleState } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { findTouched } from "./find-touched.ts";
import { findSample } from "./sample-record.ts";

/**
 * The sample that is there, if any, and whether one may be loaded: while the factory has no product in use, and the sample's formulas have
 * somewhere to be.
 */
export async function getSample(ctx: TenantContext): Promise<SampleState> {
  authorize(ctx, "factory.read");
  const sample = await findSample(ctx);
  if (sample === undefined)
    return { sample: null, isOffered: !ctx.lacks?.has("production") && !(await hasProducts(ctx)) };
  const touched = await findTouched(ctx.db, sample.id);
  return {
    sample: {
      id: sample.id,
      loadedAt: sample.loadedAt.toISOString(),
      touchedProducts: touched.length,
      touchedEntries: touched.reduce((sum, { entries }) => sum + entries, 0),
    },
    isOffered: false,
  };
}

async function hasProducts({ db }: TenantContext): Promise<boolean> {
  const rows = await db.select({ id: products.id }).from(products).where(eq(products.isArchived, 0)).limit(1);
  return rows.length > 0;
}
