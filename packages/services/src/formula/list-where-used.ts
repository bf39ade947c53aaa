import { and, asc, eq, gt, isNull } from "@storehouse/db";
import { formulaUses, formulaVersions, productFormulas, products, units, variants } from "@storehouse/db/tenant";
import {
  type Page,
  type StoredComponent,
  trimDecimal,
  type WhereUsedInput,
  type WhereUsedRow,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";

/** Lists the formulas in use that a variant is a component of, by the code of what they make. */
export async function listWhereUsed(ctx: TenantContext, input: WhereUsedInput): Promise<Page<WhereUsedRow>> {
  authorize(ctx, "productFormulas.read");
  const { variantId, after, limit } = input;
  const cursor = unpackCursor(after, 1);
  const codes = await ctx.db.select({ id: units.id, code: units.code }).from(units);
  const unitOf = new Map(codes.map(({ id, code }) => [id, code]));
  const rows = await ctx.db
    .select({
      formulaId: productFormulas.id,
      variantId: productFormulas.variantId,
      productId: variants.productId,
      productName: products.name,
      variantName: variants.name,
      sku: variants.sku,
      outputQuantity: formulaVersions.outputQuantity,
      baseUnitId: products.baseUnitId,
      components: formulaVersions.components,
    })
    .from(formulaUses)
    .innerJoin(formulaVersions, eq(formulaVersions.id, formulaUses.versionId))
    .innerJoin(productFormulas, eq(productFormulas.id, formulaVersions.activeOf))
    .innerJoin(variants, eq(variants.id, productFormulas.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(
      and(
        eq(formulaUses.variantId, variantId),
        isNull(productFormulas.archivedAt),
        cursor?.[0] ? gt(variants.sku, cursor[0]) : undefined,
      ),
    )
    .orderBy(asc(variants.sku))
    .limit(limit + 1);
  return toPage(
    rows.map(({ components, baseUnitId, outputQuantity, ...row }) => {
      const { quantity, unitId, scrapPercent } = componentOf(components, variantId);
      const amounts = { quantity, scrapPercent, outputQuantity: trimDecimal(outputQuantity) };
      return { ...row, ...amounts, unit: unitOf.get(unitId) ?? "", outputUnit: unitOf.get(baseUnitId) ?? "" };
    }),
    limit,
    ({ sku }) => [sku],
  );
}

function componentOf(components: readonly StoredComponent[], variantId: string): StoredComponent {
  const component = components.find((one) => one.variantId === variantId);
  if (component === undefined) throw new Error("a version is indexed under a variant that it does not hold");
  return component;
}
