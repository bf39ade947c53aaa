import { eq, isNull } from "@storehouse/db";
import { samples } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";

/** What a posting of a sample names as the document it comes from. */
export const SAMPLE_DOCUMENT = "sample";

/** The sample of an id, or the one that is there now; undefined for none. */
export async function findSample({ db }: Pick<TenantContext, "db">, id?: string) {
  const [row] = await db
    .select({
      id: samples.id,
      userId: samples.userId,
      loadedAt: samples.loadedAt,
      removedAt: samples.removedAt,
      productCount: samples.productCount,
      entryCount: samples.entryCount,
      removedCount: samples.removedCount,
      keptCount: samples.keptCount,
    })
    .from(samples)
    .where(id === undefined ? isNull(samples.removedAt) : eq(samples.id, id))
    .limit(1);
  return row;
}

/** A sample is the whole factory's, whatever places the one who asks for it is limited to. */
export const everywhere = (ctx: TenantContext): TenantContext => ({ ...ctx, actor: { ...ctx.actor, places: null } });
