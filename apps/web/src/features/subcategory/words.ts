import type { Category } from "@storehouse/domain";
import { wordsOf } from "../../language/t.ts";

/** What kind of thing a product is, in words. */
export const CATEGORY_WORDS = wordsOf({
  raw: "subcategory.rawMaterial",
  semi: "subcategory.semiFinished",
  finished: "subcategory.finished",
  consumable: "subcategory.consumable",
}) satisfies Record<Category, string>;
