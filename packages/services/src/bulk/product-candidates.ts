import { and, asc, count, eq, gt, inArray, isNotNull, isNull, notInArray, type SQL } from "@storehouse/db";
import {
  formulaUses,
  formulaVersions,
  productFormulas,
  products,
  units,
  variantStock,
  variants,
} from "@storehouse/db/tenant";
import {
  BULK_ROWS_MAX,
  type Chosen,
  fail,
  type Failure,
  type ListProductsInput,
  planProduct,
  type PreviewBulkInput,
  type ProductChange,
  trimDecimal,
} from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { inChunks } from "../import/in-chunks.ts";
import { locationRecord } from "../location/location-record.ts";
import { assertReach, mayReach } from "../place-scope.ts";
import { productFilters } from "../product/product-filters.ts";
import { getActive } from "../record/get-record.ts";
import { subcategoryRecord } from "../subcategory/subcategory-record.ts";
import { supplierRecord } from "../supplier/supplier-record.ts";
import type { Candidate } from "./candidate.ts";

type Wanted = Extract<PreviewBulkInput, { list: "products" }>;

/** The products of a change, by code. Of a minimum, the record is the product's one variant. */
export async function findProductCandidates(ctx: TenantContext, input: Wanted): Promise<Candidate[]> {
  const { change } = input;
  await assertTarget(ctx, change);
  const rows = await selectProducts(ctx, input);
  const refused =
    change.field === "isArchived" && change.value ? await findBound(ctx, rows) : new Map<string, Failure>();
  return rows.map((row) => {
    const isOfVariant = change.field === "minimumStock" && row.variantId !== null;
    const plan = planProduct(toPlanned(row), change);
    return {
      recordId: isOfVariant ? (row.variantId ?? row.id) : row.id,
      label: `${row.code} ${row.name}`,
      version: isOfVariant ? (row.variantVersion ?? row.version) : row.version,
      ...plan,
      reason: row.isArchived === 1 ? plan.reason : (plan.reason ?? refused.get(row.id) ?? null),
    };
  });
}

/** How many products the filters leave. */
export async function countProducts(ctx: TenantContext, filters: ListProductsInput): Promise<number> {
  if (filters.locationId !== undefined && !mayReach(ctx, filters.locationId)) return 0;
  const [row] = await ctx.db.select({ count: count() }).from(products).where(productFilters(ctx.db, filters));
  return row?.count ?? 0;
}

/** Refuses what cannot be pointed at: it is the same for all, so it is asked once. */
export async function assertTarget(ctx: TenantContext, change: ProductChange): Promise<void> {
  if (change.field === "group" && change.subcategoryId !== null) {
    const { content } = await getActive(ctx.db, subcategoryRecord, change.subcategoryId, "change.subcategoryId");
    if (content.category !== change.category) {
      fail({ code: "INVALID", field: "change.subcategoryId", reason: "OTHER_CATEGORY" });
    }
  }
  if (change.field === "supplierId" && change.value !== null) {
    await getActive(ctx.db, supplierRecord, change.value, "change.value");
  }
  if (change.field === "defaultLocationId" && change.value !== null) {
    assertReach(ctx, change.value, "change.value");
    await getActive(ctx.db, locationRecord, change.value, "change.value");
  }
}

type Selected = Awaited<ReturnType<typeof selectProducts>>[number];

const toPlanned = (row: Selected) => ({
  ...row,
  price: row.price && trimDecimal(row.price),
  cost: row.cost && trimDecimal(row.cost),
  minimumStock: row.minimumStock && trimDecimal(row.minimumStock),
  isArchived: row.isArchived === 1,
});

async function selectProducts(ctx: TenantContext, { filters, chosen }: Wanted) {
  if (filters.locationId !== undefined && !mayReach(ctx, filters.locationId)) return [];
  return ctx.db
    .select({
      id: products.id,
      code: products.code,
      name: products.name,
      version: products.version,
      isArchived: products.isArchived,
      category: products.category,
      subcategoryId: products.subcategoryId,
      supplierId: products.supplierId,
      defaultLocationId: products.defaultLocationId,
      sourceType: products.sourceType,
      price: products.price,
      cost: products.cost,
      variantCount: products.variantCount,
      unitDecimals: units.decimals,
      variantId: variants.id,
      variantVersion: variants.version,
      minimumStock: variants.minimumStock,
    })
    .from(products)
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .leftJoin(variants, and(eq(variants.productId, products.id), eq(products.variantCount, 1)))
    .where(chosenOf(ctx, filters, chosen))
    .orderBy(asc(products.code))
    .limit(BULK_ROWS_MAX + 1);
}

function chosenOf({ db }: TenantContext, filters: ListProductsInput, { isAll, ids }: Chosen): SQL | undefined {
  if (!isAll) return inArray(products.id, ids);
  return and(productFilters(db, filters), ids.length > 0 ? notInArray(products.id, ids) : undefined);
}

/** Of which something is left, or which a formula in use needs: they cannot be archived. */
async function findBound({ db }: TenantContext, rows: readonly Selected[]): Promise<ReadonlyMap<string, Failure>> {
  const ids = rows.map(({ id }) => id);
  const { productId } = variantStock;
  const stocked = await inChunks(ids, (some) =>
    db
      .select({ id: productId, count: count() })
      .from(variantStock)
      .where(and(inArray(productId, some), gt(variantStock.onHand, "0")))
      .groupBy(productId),
  );
  const used = await inChunks(ids, (some) =>
    db
      .select({ id: variants.productId, count: count() })
      .from(variants)
      .innerJoin(formulaUses, eq(formulaUses.variantId, variants.id))
      .innerJoin(formulaVersions, eq(formulaVersions.id, formulaUses.versionId))
      .innerJoin(productFormulas, eq(productFormulas.id, formulaVersions.formulaId))
      .where(
        and(inArray(variants.productId, some), isNotNull(formulaVersions.activeOf), isNull(productFormulas.archivedAt)),
      )
      .groupBy(variants.productId),
  );
  const inUse = (id: string, by: "variant" | "formula", times: number): [string, Failure] => [
    id,
    { code: "IN_USE", entity: "product", id, by, count: times },
  ];
  return new Map([
    ...used.map((row) => inUse(row.id, "formula", row.count)),
    ...stocked.map((row) => inUse(row.id, "variant", row.count)),
  ]);
}
