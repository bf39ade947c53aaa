import type { BulkChange, Category, SourceType } from "@storehouse/domain";

/** The fields of many products that can be changed together, in the order people ask for them. */
export const FIELD_OPTIONS = [
  { value: "price", label: "Price" },
  { value: "cost", label: "Cost" },
  { value: "minimumStock", label: "Minimum" },
  { value: "group", label: "Category" },
  { value: "supplierId", label: "Supplier" },
  { value: "defaultLocationId", label: "Usually kept at" },
  { value: "sourceType", label: "Comes from" },
  { value: "archive", label: "Put in the archive" },
  { value: "takeBack", label: "Take back from the archive" },
] as const;
export type FieldKey = (typeof FIELD_OPTIONS)[number]["value"];

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
