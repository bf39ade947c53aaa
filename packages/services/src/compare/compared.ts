import { type AnyColumn, eq, gt, inArray, isNotNull, isNull, or, type SQL, sql, type TenantDb } from "@storehouse/db";
import {
  barcodes,
  formulaVersions,
  locationMinimums,
  locations,
  productFormulas,
  products,
  productUnits,
  roles,
  savedViews,
  stockLevels,
  subcategories,
  suppliers,
  units,
  userLocations,
  users,
  variants,
  variantStock,
} from "@storehouse/db/tenant";
import type { Compared } from "@storehouse/domain";
import type { Looking } from "../audit/find-names.ts";

export type Table = Parameters<TenantDb["update"]>[0];

/** Rows that belong to records: the column that names the record, and the values that make a difference. */
export type Part = Readonly<{
  table: Table;
  key: AnyColumn;
  values: readonly (AnyColumn | SQL)[];
  where?: (looking: Looking) => SQL | undefined;
}>;

/** What a kind of record consists of. Records are walked in the order of `spine`, so many at a time. */
export type Shape = Readonly<{
  spine: Readonly<{ table: Table; key: AnyColumn }>;
  parts: readonly Part[];
  /** Which rows of the spine are records, where not each is one. */
  where?: (looking: Looking) => SQL | undefined;
}>;

/** A kind of record whose fields stand in one table, and what stands beside them. */
const shape = (table: Table & Readonly<{ id: AnyColumn }>, values: Part["values"], ...others: Part[]): Shape => ({
  spine: { table, key: table.id },
  parts: [{ table, key: table.id, values }, ...others],
});

const isArchived = (archivedAt: AnyColumn): SQL => sql`(${isNull(archivedAt)})`;

/** What others keep for themselves is nobody else's to see. */
const visibleViews = ({ actor }: Looking): SQL | undefined =>
  or(eq(savedViews.isShared, 1), actor.id === null ? undefined : eq(savedViews.ownerId, actor.id));

/** The kinds that are walked. Settings are one row, and looked at as such; of entries only those are walked that came since. */
export const SHAPES: Readonly<Record<Exclude<Compared, "settings" | "entry">, Shape>> = {
  product: shape(
    products,
    [
      products.code,
      products.name,
      products.description,
      products.category,
      products.sourceType,
      products.baseUnitId,
      products.subcategoryId,
      products.supplierId,
      products.defaultLocationId,
      products.price,
      products.cost,
      products.isArchived,
    ],
    {
      table: productUnits,
      key: productUnits.productId,
      values: [productUnits.unitId, productUnits.numerator, productUnits.denominator],
    },
  ),
  variant: shape(
    variants,
    [variants.sku, variants.name, variants.attributes, variants.minimumStock, isArchived(variants.archivedAt)],
    { table: barcodes, key: barcodes.variantId, values: [barcodes.code] },
  ),
  supplier: shape(suppliers, [
    suppliers.name,
    suppliers.contact,
    suppliers.phone,
    suppliers.email,
    suppliers.address,
    suppliers.taxNumber,
    isArchived(suppliers.archivedAt),
  ]),
  location: shape(locations, [locations.name, locations.type, locations.siteId, isArchived(locations.archivedAt)]),
  subcategory: shape(subcategories, [subcategories.category, subcategories.name, isArchived(subcategories.archivedAt)]),
  unit: shape(units, [units.code, units.name, units.dimension, units.decimals]),
  formula: shape(productFormulas, [productFormulas.variantId, isArchived(productFormulas.archivedAt)], {
    table: formulaVersions,
    key: formulaVersions.formulaId,
    values: [formulaVersions.id, formulaVersions.state],
  }),
  minimum: {
    spine: { table: variants, key: variants.id },
    where: ({ db }) =>
      or(
        isNotNull(variants.maximumStock),
        inArray(variants.id, db.select({ id: locationMinimums.variantId }).from(locationMinimums)),
      ),
    parts: [
      {
        table: variants,
        key: variants.id,
        values: [variants.maximumStock],
        where: () => isNotNull(variants.maximumStock),
      },
      {
        table: locationMinimums,
        key: locationMinimums.variantId,
        values: [locationMinimums.locationId, locationMinimums.minimum],
      },
    ],
  },
  user: shape(users, [users.name, users.email, users.role, users.roleId, users.isActive], {
    table: userLocations,
    key: userLocations.userId,
    values: [userLocations.locationId],
  }),
  role: shape(roles, [roles.name, roles.description, roles.permissions, isArchived(roles.archivedAt)]),
  view: {
    spine: { table: savedViews, key: savedViews.id },
    where: visibleViews,
    parts: [
      {
        table: savedViews,
        key: savedViews.id,
        values: [
          savedViews.name,
          savedViews.isShared,
          savedViews.query,
          savedViews.columns,
          isArchived(savedViews.archivedAt),
        ],
        where: visibleViews,
      },
    ],
  },
  level: {
    spine: { table: variantStock, key: variantStock.variantId },
    where: () => gt(variantStock.onHand, "0"),
    parts: [
      {
        table: stockLevels,
        key: stockLevels.variantId,
        values: [stockLevels.locationId, stockLevels.lotId, stockLevels.onHand],
        // A place that is empty and one that never held any are the same.
        where: () => gt(stockLevels.onHand, "0"),
      },
    ],
  },
};
