import { and, asc, eq, gt, isNotNull, or } from "@storehouse/db";
import { alerts, locationMinimums, variants } from "@storehouse/db/tenant";
import { atomically, type TenantContext } from "../context.ts";
import { reviewVariants } from "./review-variants.ts";

const AT_ONCE = 200;

/**
 * Decides the alerts of all stock anew, some hundred variants a transaction: what postings keep up as they go, proven nightly. For jobs.
 * Answers how many variants it looked at.
 */
export async function reviewFactory(ctx: TenantContext): Promise<{ variants: number }> {
  let count = 0;
  for (let after = ""; ; ) {
    const ids = await findNext(ctx, after);
    if (ids.length > 0) await atomically(ctx, (tx) => reviewVariants(tx, ids));
    count += ids.length;
    after = ids.at(-1) ?? "";
    if (ids.length < AT_ONCE) return { variants: count };
  }
}

/** Variants that have a limit somewhere, or an open alert, in the order of their ids. */
async function findNext({ db }: TenantContext, after: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: variants.id })
    .from(variants)
    .leftJoin(locationMinimums, eq(locationMinimums.variantId, variants.id))
    .leftJoin(alerts, and(eq(alerts.variantId, variants.id), eq(alerts.isOpen, 1)))
    .where(
      and(
        after === "" ? undefined : gt(variants.id, after),
        or(
          isNotNull(variants.minimumStock),
          isNotNull(variants.maximumStock),
          isNotNull(locationMinimums.minimum),
          isNotNull(alerts.id),
        ),
      ),
    )
    .orderBy(asc(variants.id))
    .limit(AT_ONCE);
  return rows.map(({ id }) => id);
}
