import type { BulkChange, BulkList, BulkRowState, BulkStatus } from "@storehouse/domain";
import type { MessageKey } from "../../language/catalogue.ts";
import { t, wordsOf } from "../../language/t.ts";
import { fieldText } from "../history/index.ts";

const COUNTED = {
  products: "entity.productCounted",
  suppliers: "entity.supplierCounted",
  locations: "entity.locationCounted",
  subcategories: "entity.subcategoryCounted",
  formulas: "entity.formulaCounted",
  users: "entity.userCounted",
} as const satisfies Record<BulkList, MessageKey>;

/** A number of records in words: "1,240 products". */
export const manyOf = (list: BulkList, count: number): string => t(COUNTED[list], { count });

/** How a record of a change stands, in words that stand over a list of them. */
export const ROW_WORDS: Readonly<Record<BulkRowState, string>> = wordsOf({
  PLANNED: "bulk.rowsToChange",
  SAME: "bulk.rowsSoAlready",
  REFUSED: "bulk.rowsCannot",
  APPLIED: "bulk.rowsChanged",
  MISSED: "bulk.rowsChangedByOthers",
  UNDONE: "bulk.rowsPutBack",
  KEPT: "bulk.rowsLeft",
});

/** What a change did, in a few words: "Price of 12 products". */
export function changeText({ change, list, counts }: Pick<BulkStatus, "change" | "list" | "counts">): string {
  const count = counts.APPLIED + counts.UNDONE + counts.KEPT + counts.PLANNED;
  return `${whatOf(change)}: ${manyOf(list, count)}`;
}

function whatOf(change: BulkChange): string {
  if (change.field === "isArchived") return change.value ? t("bulk.archived") : t("bulk.takenBack");
  if (change.field === "isActive") return change.value ? t("bulk.letInAgain") : t("bulk.deactivated");
  return change.field === "group" ? t("bulk.category") : fieldText(change.field);
}
