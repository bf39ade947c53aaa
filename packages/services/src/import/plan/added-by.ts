import type { Counted } from "@storehouse/domain";
import type { ImportWork } from "./import-work.ts";

/** How many more an import brings of what a plan counts: what is new, and products it takes back into use. */
export const addedBy = ({ products, locations }: ImportWork): Readonly<Partial<Record<Counted, number>>> => ({
  locations: locations.length,
  products: products.filter(({ before }) => before === null || before.isArchived).length,
});
