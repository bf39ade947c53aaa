import { locations, products, stockLevels } from "@storehouse/db/tenant";
import { fail, type LevelRow, type ListLevelsInput } from "@storehouse/domain";
import { type Cursor, unpackCursor } from "../cursor.ts";

type SortedBy = Pick<LevelRow, "productName" | "productId" | "variantId" | "locationId" | "locationName" | "onHand">;

/** The columns of each sort and a row's values in them. Each ends in the level's own key, so that no two rows are alike. */
export const LEVEL_ORDERS = {
  product: {
    columns: [products.name, products.id, stockLevels.variantId, stockLevels.locationId],
    valuesOf: (row: SortedBy): Cursor => [row.productName, row.productId, row.variantId, row.locationId],
  },
  location: {
    columns: [locations.name, stockLevels.variantId],
    valuesOf: (row: SortedBy): Cursor => [row.locationName, row.variantId],
  },
  onHand: {
    columns: [stockLevels.onHand, stockLevels.variantId, stockLevels.locationId],
    valuesOf: (row: SortedBy): Cursor => [row.onHand, row.variantId, row.locationId],
  },
} as const;

/** The sort values of the last row of the page before. Throws INVALID for a cursor no page handed out. */
export function levelCursor({ sort, after }: ListLevelsInput): readonly string[] | undefined {
  const values = unpackCursor(after, LEVEL_ORDERS[sort].columns.length)?.map((value) => value ?? "");
  if (values !== undefined && sort === "onHand" && !/^\d{1,12}(\.\d{1,6})?$/.test(values[0] ?? "")) {
    fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  }
  return values;
}
