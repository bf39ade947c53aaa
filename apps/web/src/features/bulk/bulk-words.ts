import type { BulkChange, BulkList, BulkRowState, BulkStatus } from "@storehouse/domain";
import { groupDigits } from "@storehouse/ui";
import { fieldText } from "../history/index.ts";

const NOUNS = {
  products: ["product", "products"],
  suppliers: ["supplier", "suppliers"],
  locations: ["place", "places"],
  subcategories: ["subcategory", "subcategories"],
  formulas: ["formula", "formulas"],
  users: ["person", "people"],
} as const satisfies Record<BulkList, readonly [string, string]>;

/** What the records of a list are called, one or many. */
export const nounOf = (list: BulkList, count: number | undefined): string => NOUNS[list][count === 1 ? 0 : 1];

/** A number of records in words: "1,240 products". */
export const manyOf = (list: BulkList, count: number): string => `${groupDigits(String(count))} ${nounOf(list, count)}`;

/** How a record of a change stands, in words that stand over a list of them. */
export const ROW_WORDS = {
  PLANNED: "To change",
  SAME: "So already",
  REFUSED: "Cannot",
  APPLIED: "Changed",
  MISSED: "Changed by others",
  UNDONE: "Put back",
  KEPT: "Left as they are",
} as const satisfies Record<BulkRowState, string>;

/** What a change did, in a few words: "Price of 12 products". */
export function changeText({ change, list, counts }: Pick<BulkStatus, "change" | "list" | "counts">): string {
  const count = counts.APPLIED + counts.UNDONE + counts.KEPT + counts.PLANNED;
  return `${whatOf(change)}: ${manyOf(list, count)}`;
}

function whatOf(change: BulkChange): string {
  if (change.field === "isArchived") return change.value ? "Archived" : "Taken back";
  if (change.field === "isActive") return change.value ? "Let in again" : "Deactivated";
  return change.field === "group" ? "Category" : fieldText(change.field);
}
