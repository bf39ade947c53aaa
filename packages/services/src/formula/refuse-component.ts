import { and, countDistinct, eq, inArray, isNotNull, isNull } from "@storehouse/db";
import { formulaUses, formulaVersions, productFormulas, variants } from "@storehouse/db/tenant";
import { type Entity, fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { lockGraph } from "./lock-formula.ts";

/** Refuses with IN_USE to archive what a formula in use needs. Nobody can put such a formula in use until the transaction ends. */
export async function refuseComponent(
  ctx: TenantContext,
  what: Readonly<{ entity: Extract<Entity, "product" | "variant">; id: string }>,
): Promise<void> {
  await lockGraph(ctx.db);
  const { entity, id } = what;
  const own = ctx.db.select({ id: variants.id }).from(variants).where(eq(variants.productId, id));
  const [used] = await ctx.db
    .select({ count: countDistinct(productFormulas.id) })
    .from(formulaUses)
    .innerJoin(formulaVersions, eq(formulaVersions.id, formulaUses.versionId))
    .innerJoin(productFormulas, eq(productFormulas.id, formulaVersions.formulaId))
    .where(
      and(
        entity === "variant" ? eq(formulaUses.variantId, id) : inArray(formulaUses.variantId, own),
        isNotNull(formulaVersions.activeOf),
        isNull(productFormulas.archivedAt),
      ),
    );
  if (used !== undefined && used.count > 0) fail({ code: "IN_USE", entity, id, by: "formula", count: used.count });
}

/** Refuses with IN_USE to change the base unit of what stands in any version of a formula: their quantities are in it. */
export async function refuseInFormula(ctx: TenantContext, productId: string, unitId: string): Promise<void> {
  await lockGraph(ctx.db);
  const own = await ctx.db.select({ id: variants.id }).from(variants).where(eq(variants.productId, productId));
  const ids = own.map(({ id }) => id);
  const [[used], [made]] = await Promise.all([
    ctx.db
      .select({ count: countDistinct(formulaUses.versionId) })
      .from(formulaUses)
      .where(inArray(formulaUses.variantId, ids)),
    ctx.db
      .select({ count: countDistinct(productFormulas.id) })
      .from(productFormulas)
      .where(inArray(productFormulas.variantId, ids)),
  ]);
  const count = (used?.count ?? 0) + (made?.count ?? 0);
  if (count > 0) fail({ code: "IN_USE", entity: "unit", id: unitId, by: "formula", count });
}
