import type { SourceType } from "@storehouse/domain";
import { wordsOf } from "../../language/t.ts";

/** Where a product comes from, in words. */
export const SOURCE_TYPE_WORDS = wordsOf({
  manufacturing: "product.madeHere",
  trading: "product.bought",
}) satisfies Record<SourceType, string>;
