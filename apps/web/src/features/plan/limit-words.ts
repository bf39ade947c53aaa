import type { Counted } from "@storehouse/domain";
import { wordsOf } from "../../language/t.ts";

/** What a plan counts, as people call it. */
export const LIMIT_WORDS: Readonly<Record<Counted, string>> = wordsOf({
  users: "plan.users",
  products: "plan.products",
  locations: "plan.locations",
});
