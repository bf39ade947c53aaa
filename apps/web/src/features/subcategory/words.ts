import type { Category } from "@storehouse/domain";

/** What kind of thing a product is, in words. */
export const CATEGORY_WORDS = {
  raw: "Raw material",
  semi: "Semi-finished",
  finished: "Finished",
  consumable: "Consumable",
} as const satisfies Record<Category, string>;
