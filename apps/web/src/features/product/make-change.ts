import type { BulkChange, Category, SourceType } from "@storehouse/domain";
import { wordsOf } from "../../language/t.ts";

/** The fields of many products that can be changed together. */
const FIELD_WORDS = wordsOf({
  price: "bulk.price",
  cost: "bulk.cost",
  minimumStock: "bulk.minimum",
  group: "bulk.category",
  supplierId: "bulk.supplier",
  defaultLocationId: "bulk.usuallyKeptAt",
  sourceType: "bulk.comesFrom",
  archive: "bulk.putInTheArchive",
  takeBack: "bulk.takeBackFromTheArchive",
});
export type FieldKey = keyof typeof FIELD_WORDS;

const FIELD_KEYS: readonly FieldKey[] = [
  "price",
  "cost",
  "minimumStock",
  "group",
  "supplierId",
  "defaultLocationId",
  "sourceType",
  "archive",
  "takeBack",
];

/** The fields with their words, in the order people ask for them. */
export const fieldOptions = () => FIELD_KEYS.map((value) => ({ value, label: FIELD_WORDS[value] }));

/** A change as it is being made up. */
export type Making = Readonly<{
  field: FieldKey;
  category: Category;
  source: SourceType;
  /** The record that is pointed at. */
  id: string | null;
  by: "value" | "percent";
  text: string;
}>;

const NUMBER = /^[-−+]?\d*[.,]?\d+$/;

/** The change that was made up; null while something is missing. */
export function changeOf(making: Making): BulkChange | null {
  const { field, category, source, id } = making;
  switch (field) {
    case "group":
      return { field, category, subcategoryId: id };
    case "supplierId":
    case "defaultLocationId":
      return { field, value: id };
    case "sourceType":
      return { field, value: source };
    case "archive":
    case "takeBack":
      return { field: "isArchived", value: field === "archive" };
    case "price":
    case "cost":
    case "minimumStock": {
      const to = amountOf(making);
      return to && { field, to };
    }
  }
}

function amountOf({ by, text }: Making) {
  const typed = text.trim().replaceAll(" ", "");
  if (typed === "") return by === "value" ? { by, value: null } : null;
  if (!NUMBER.test(typed)) return null;
  const plain = typed
    .replace("−", "-")
    .replace("+", "")
    .replace(",", ".")
    .replace(/^(-?)\./, "$10.");
  return by === "value" ? { by, value: plain } : { by, percent: plain };
}
