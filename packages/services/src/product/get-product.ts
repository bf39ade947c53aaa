import { and, asc, eq, type TenantDb } from "@storehouse/db";
import {
  barcodes,
  locations,
  products,
  productUnits,
  subcategories,
  suppliers,
  units,
  variantStock,
  variants,
} from "@storehouse/db/tenant";
import {
  type ByIdInput,
  fail,
  moneyOf,
  moneyText,
  type ProductDetail,
  quantityOf,
  quantityText,
  trimDecimal,
  type VariantRow,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { averageCost } from "./average-cost.ts";
import { findStockAtPlaces } from "./stock-at-places.ts";

/** One product with its units and variants, and what is left of them at the actor's places, archived or not. Throws NOT_FOUND. */
export async function getProduct(ctx: TenantContext, { id }: ByIdInput): Promise<ProductDetail> {
  authorize(ctx, "products.read");
  const { db } = ctx;
  const [product] = await selectProduct(ctx, id);
  if (product === undefined) fail({ code: "NOT_FOUND", entity: "product", id });
  const [otherUnits, stored, codes, atPlaces] = await Promise.all([
    selectUnits(db, id),
    selectVariants(db, id),
    selectCodes(db, id),
    findStockAtPlaces(ctx, "variantId", eq(variantStock.productId, id)),
  ]);
  const rows = stored.map((row) => ({ ...row, ...pickStock(atPlaces?.(row.id) ?? row) }));
  return {
    ...product,
    price: product.price && trimDecimal(product.price),
    cost: product.cost && trimDecimal(product.cost),
    onHand: quantityText(rows.reduce((sum, { onHand }) => sum + quantityOf(onHand), 0n)),
    value: moneyText(rows.reduce((sum, { value }) => sum + moneyOf(value), 0n)),
    isArchived: product.isArchived === 1,
    updatedAt: product.updatedAt.toISOString(),
    units: otherUnits,
    variants: rows.map((row) => toVariantRow(row, codes)),
  };
}

const pickStock = ({ onHand, reserved, value }: Pick<SelectedVariant, "onHand" | "reserved" | "value">) => ({
  onHand,
  reserved,
  value,
});

type SelectedVariant = Awaited<ReturnType<typeof selectVariants>>[number];
type SelectedCode = Awaited<ReturnType<typeof selectCodes>>[number];

const toVariantRow = ({ value, archivedAt, ...row }: SelectedVariant, codes: readonly SelectedCode[]): VariantRow => ({
  ...row,
  attributes: row.attributes ?? {},
  barcodes: codes.filter(({ variantId }) => variantId === row.id).map(({ code }) => code),
  minimumStock: row.minimumStock && trimDecimal(row.minimumStock),
  onHand: trimDecimal(row.onHand),
  reserved: trimDecimal(row.reserved),
  averageCost: averageCost(row.onHand, value),
  isDefault: row.isDefault === 1,
  isArchived: archivedAt !== null,
});

function selectProduct(ctx: TenantContext, productId: string) {
  const { id, baseUnitId, subcategoryId, supplierId } = products;
  return ctx.db
    .select({
      id,
      code: products.code,
      name: products.name,
      description: products.description,
      category: products.category,
      sourceType: products.sourceType,
      price: products.price,
      cost: products.cost,
      isArchived: products.isArchived,
      version: products.version,
      updatedAt: products.updatedAt,
      baseUnitId,
      subcategoryId,
      supplierId,
      defaultLocationId: locations.id,
      unit: units.code,
      unitDecimals: units.decimals,
      subcategoryName: subcategories.name,
      supplierName: suppliers.name,
      defaultLocationName: locations.name,
    })
    .from(products)
    .innerJoin(units, eq(units.id, baseUnitId))
    .leftJoin(subcategories, eq(subcategories.id, subcategoryId))
    .leftJoin(suppliers, eq(suppliers.id, supplierId))
    .leftJoin(locations, and(eq(locations.id, products.defaultLocationId), inPlaces(ctx, locations.id)))
    .where(eq(id, productId));
}

const selectUnits = (db: TenantDb, productId: string) =>
  db
    .select({
      unitId: productUnits.unitId,
      code: units.code,
      numerator: productUnits.numerator,
      denominator: productUnits.denominator,
    })
    .from(productUnits)
    .innerJoin(units, eq(units.id, productUnits.unitId))
    .where(eq(productUnits.productId, productId))
    .orderBy(asc(units.code));

function selectVariants(db: TenantDb, productId: string) {
  const { id, sku, name, attributes, minimumStock, isDefault, archivedAt, version } = variants;
  const { onHand, reserved, value } = variantStock;
  return db
    .select({ id, sku, name, attributes, minimumStock, isDefault, archivedAt, version, onHand, reserved, value })
    .from(variants)
    .innerJoin(variantStock, eq(variantStock.variantId, id))
    .where(eq(variants.productId, productId))
    .orderBy(asc(sku));
}

const selectCodes = (db: TenantDb, productId: string) =>
  db
    .select({ variantId: barcodes.variantId, code: barcodes.code })
    .from(barcodes)
    .innerJoin(variants, eq(variants.id, barcodes.variantId))
    .where(eq(variants.productId, productId))
    .orderBy(asc(barcodes.code));
