import { contains, eq, gt, or, type SQL } from "@storehouse/db";
import { products, stockLevels, variantStock, variants } from "@storehouse/db/tenant";
import type { ListLevelsInput } from "@storehouse/domain";
import { codeText } from "../product/product-search.ts";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";

/** The conditions on levels, their variants and the variants' totals: those at the actor's places alone. */
export const levelFilters = (ctx: Pick<TenantContext, "actor">, input: ListLevelsInput): (SQL | undefined)[] => [
  inPlaces(ctx, stockLevels.locationId),
  input.isZeroShown ? undefined : gt(stockLevels.onHand, "0"),
  input.locationId === undefined ? undefined : eq(stockLevels.locationId, input.locationId),
  input.variantId === undefined ? undefined : eq(stockLevels.variantId, input.variantId),
  input.isLow === undefined ? undefined : eq(variantStock.isLow, Number(input.isLow)),
  levelSearch(input),
];

/** Where a search looks among products: the code, the name, the SKU. */
export const levelSearch = ({ search }: ListLevelsInput): SQL | undefined =>
  search
    ? or(
        contains(products.code, codeText(search)),
        contains(products.name, search),
        contains(variants.sku, codeText(search)),
      )
    : undefined;

/** The conditions on products. Archived ones have nothing left: that is asked before they are archived. */
export const levelProductFilters = ({ productId, category, subcategoryId }: ListLevelsInput): (SQL | undefined)[] => [
  eq(products.isArchived, 0),
  productId === undefined ? undefined : eq(products.id, productId),
  category === undefined ? undefined : eq(products.category, category),
  subcategoryId === undefined ? undefined : eq(products.subcategoryId, subcategoryId),
];
