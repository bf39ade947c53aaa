import { z } from "zod";
import { Id, Moment, Search } from "../fields.ts";
import { PageInput } from "../page.ts";
import { CATEGORIES, type Category } from "../subcategory/subcategory.ts";

const filters = {
  search: Search.optional(),
  locationId: Id.optional(),
  productId: Id.optional(),
  category: z.enum(CATEGORIES).optional(),
  subcategoryId: Id.optional(),
};

/** The filters that the questions about the past share. */
export type PastFilters = Readonly<{ [Name in keyof typeof filters]?: z.infer<(typeof filters)[Name]> }>;

/** What was where at a moment: everything that had happened by then, whenever it was written. */
export const LevelsAtInput = PageInput.extend({ ...filters, asOf: Moment }).strict();
export type LevelsAtInput = z.infer<typeof LevelsAtInput>;

/** What it was worth in all. */
export const ValueAtInput = z.strictObject({ ...filters, asOf: Moment });
export type ValueAtInput = z.infer<typeof ValueAtInput>;

/** What came and went in a period: from its first moment to its last. */
export const ListMovementsInput = PageInput.extend({ ...filters, from: Moment, to: Moment })
  .strict()
  .refine(({ from, to }) => Date.parse(from) <= Date.parse(to), { path: ["to"], message: "ENDS_BEFORE_IT_BEGINS" });
export type ListMovementsInput = z.infer<typeof ListMovementsInput>;

type PastVariant = Readonly<{
  variantId: string;
  sku: string;
  productId: string;
  productName: string;
  variantName: string | null;
  category: Category;
  unit: string;
}>;

/**
 * What was left of a variant at a place. Below zero where something was booked out with an earlier date than it came in with.
 * `value` is the place's share of what the variant was worth.
 */
export type PastLevelRow = PastVariant &
  Readonly<{ locationId: string; locationName: string; onHand: string; value: string }>;

/** What came and went of a variant: closing = opening + in - out. Moves between places count only where a place is asked for. */
export type MovementRow = PastVariant & Readonly<{ opening: string; cameIn: string; wentOut: string; closing: string }>;

export type PastValue = Readonly<{ totalValue: string; currency: string }>;
