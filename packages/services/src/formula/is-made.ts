import { type AnyColumn, and, eq, isNull, sql, type TenantDb } from "@storehouse/db";
import { formulaVersions, productFormulas, products } from "@storehouse/db/tenant";

/** True of a variant that is made here and has a formula in use; `products` is joined to it. */
export function isMade(db: TenantDb, variantId: AnyColumn) {
  const formula = db
    .select({ found: sql`1` })
    .from(productFormulas)
    .innerJoin(formulaVersions, eq(formulaVersions.activeOf, productFormulas.id))
    .where(and(eq(productFormulas.variantId, variantId), isNull(productFormulas.archivedAt)))
    .limit(1);
  const made = sql`(${products.sourceType} = 'manufacturing' and (${formula}) is not null)`;
  // The servers answer with a number, or with its text.
  return made.mapWith((found: number | string) => Number(found) === 1);
}
