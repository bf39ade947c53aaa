import { z } from "zod";
import { Id, line, Moment, Money, note, optionalLine, PositiveQuantity, Search } from "../fields.ts";
import { PageInput } from "../page.ts";
import { CATEGORIES, type Category } from "../subcategory/subcategory.ts";

/** Every entry type, with the sign it gives a quantity: the one place where signs are fixed (product.md, ledger rule 2). */
export const ENTRY_SIGNS = {
  opening: 1,
  manual_in: 1,
  manufacturing_in: 1,
  purchase: 1,
  sale_return: 1,
  transfer_in: 1,
  manual_out: -1,
  manufacturing_out: -1,
  sale: -1,
  purchase_return: -1,
  transfer_out: -1,
  scrap: -1,
  adjustment: 0,
  count: 0,
  reversal: 0,
} as const satisfies Record<string, 1 | -1 | 0>;

export type EntryType = keyof typeof ENTRY_SIGNS;
export const ENTRY_TYPES = [
  "opening",
  "manual_in",
  "manual_out",
  "manufacturing_in",
  "manufacturing_out",
  "purchase",
  "sale",
  "sale_return",
  "purchase_return",
  "adjustment",
  "transfer_in",
  "transfer_out",
  "count",
  "scrap",
  "reversal",
] as const satisfies readonly EntryType[];

/** The types a person may post by hand: the rest come from transfers, reversals, making and documents. */
export const MANUAL_TYPES = [
  "manual_in",
  "manual_out",
  "opening",
  "adjustment",
  "scrap",
  "purchase",
  "sale",
  "sale_return",
  "purchase_return",
] as const;
export type ManualType = (typeof MANUAL_TYPES)[number];

/** For types whose sign is free (an adjustment), whether stock grows or shrinks. */
export const DIRECTIONS = ["in", "out"] as const;

/**
 * One line to post: so many of a variant, at a place. `quantity` is in `unitId` (the base unit when absent) and above 0; the type gives the sign.
 * `unitCost` is per base unit and only for what brings goods in; without it they come in at the current average.
 */
export const PostLine = z.strictObject({
  variantId: Id,
  locationId: Id,
  quantity: PositiveQuantity,
  unitId: Id.optional(),
  unitCost: Money.optional(),
});
export type PostLine = z.infer<typeof PostLine>;

const submission = {
  /** Chosen by the client: sending it twice posts once. */
  clientId: Id,
  occurredAt: Moment.optional(),
  reference: optionalLine(100),
  note: note(1000),
};

export const PostInput = z.strictObject({
  ...submission,
  type: z.enum(MANUAL_TYPES),
  direction: z.enum(DIRECTIONS).optional(),
  lines: z.array(PostLine).min(1, "REQUIRED").max(200, "TOO_MANY"),
});
export type PostInput = z.infer<typeof PostInput>;

/** Moves stock between two places: both legs of every line in one transaction. */
export const TransferInput = z.strictObject({
  ...submission,
  fromLocationId: Id,
  toLocationId: Id,
  lines: z
    .array(PostLine.omit({ locationId: true, unitCost: true }))
    .min(1, "REQUIRED")
    .max(100, "TOO_MANY"),
});
export type TransferInput = z.infer<typeof TransferInput>;

/** Undoes a whole posting, or one entry of it; the entry of a transfer takes its other leg along. */
export const ReverseInput = z
  .strictObject({ clientId: Id, postingId: Id.optional(), entryId: Id.optional(), reason: line(500) })
  .refine((input) => (input.postingId === undefined) !== (input.entryId === undefined), {
    path: ["entryId"],
    message: "ONE_OF_TWO",
  });
export type ReverseInput = z.infer<typeof ReverseInput>;

/**
 * Puts an entry right: it is undone and posted as it should have been, in one change. `lines` is what it should have said; of a transfer,
 * `locationId` is where it came from and `toLocationId` where it went. Without a cost or a time, the entry keeps its own.
 */
export const CorrectInput = z.strictObject({
  ...submission,
  entryId: Id,
  reason: line(500),
  toLocationId: Id.optional(),
  lines: z.tuple([PostLine]),
});
export type CorrectInput = z.infer<typeof CorrectInput>;

/** One line of what was posted; quantities and balance in the base unit, the quantity signed. */
export type PostedEntry = Readonly<{
  entryId: string;
  variantId: string;
  locationId: string;
  quantity: string;
  balance: string;
}>;

/** What a write to the ledger answers. Sending the same request again gives the same answer. */
export type Posted = Readonly<{ postingId: string; entries: readonly PostedEntry[] }>;

/** What the ledger may be sorted by before the time: each of its values is a range of an index in the order of time. */
export const ENTRY_LEADS = ["type", "location", "user"] as const;

/** The ledger's filters (product.md, The API). `days` is the last N days, instead of a range. */
export const ListEntriesInput = PageInput.extend({
  search: Search.optional(),
  types: z.array(z.enum(ENTRY_TYPES)).max(ENTRY_TYPES.length).optional(),
  userId: Id.optional(),
  locationId: Id.optional(),
  productId: Id.optional(),
  variantId: Id.optional(),
  postingId: Id.optional(),
  reference: optionalLine(100),
  category: z.enum(CATEGORIES).optional(),
  subcategoryId: Id.optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  days: z.number().int().min(1).max(3660).optional(),
  /** Keeps what still counts: neither what was undone nor what undid it. */
  isStanding: z.boolean().optional(),
  direction: z.enum(["asc", "desc"]).default("desc"),
  lead: z.enum(ENTRY_LEADS).optional(),
  leadDirection: z.enum(["asc", "desc"]).optional(),
}).strict();
export type ListEntriesInput = z.infer<typeof ListEntriesInput>;

/** One line of the ledger as screens show it. `balance` is what was left of the variant at the place right after it. */
export type EntryRow = Readonly<{
  id: string;
  postingId: string;
  type: EntryType;
  occurredAt: string;
  writtenAt: string;
  quantity: string;
  unit: string;
  balance: string;
  unitCost: string | null;
  value: string;
  variantId: string;
  sku: string;
  productId: string;
  productName: string;
  variantName: string | null;
  category: Category;
  locationId: string;
  locationName: string;
  userId: string;
  userName: string;
  reference: string | null;
  note: string | null;
  reversesId: string | null;
  reversedById: string | null;
  /** The posting that undid it: a reversal's, or a correction's with what it should have been. */
  reversedInPostingId: string | null;
}>;

export const LEVEL_SORTS = ["product", "location", "onHand"] as const;

/** What levels may be sorted by before that: each place is a range of the same indexes. */
export const LEVEL_LEADS = ["location"] as const;

/** The filters of what is where. `isZeroShown` keeps places where nothing is left. */
export const ListLevelsInput = PageInput.extend({
  search: Search.optional(),
  locationId: Id.optional(),
  productId: Id.optional(),
  variantId: Id.optional(),
  category: z.enum(CATEGORIES).optional(),
  subcategoryId: Id.optional(),
  isLow: z.boolean().optional(),
  isZeroShown: z.boolean().default(false),
  sort: z.enum(LEVEL_SORTS).default("product"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  lead: z.enum(LEVEL_LEADS).optional(),
  leadDirection: z.enum(["asc", "desc"]).optional(),
}).strict();
export type ListLevelsInput = z.infer<typeof ListLevelsInput>;

/** What is left of a variant at a place. `value` is its share of the variant's stock value. */
export type LevelRow = Readonly<{
  variantId: string;
  sku: string;
  productId: string;
  productName: string;
  variantName: string | null;
  category: Category;
  unit: string;
  locationId: string;
  locationName: string;
  onHand: string;
  reserved: string;
  available: string;
  minimumStock: string | null;
  isLow: boolean;
  value: string;
}>;

/** Balance per product and place with value; the totals are of everything the filter names, not of the page. */
export const BalanceInput = PageInput.extend({
  search: Search.optional(),
  locationId: Id.optional(),
  productId: Id.optional(),
  category: z.enum(CATEGORIES).optional(),
  subcategoryId: Id.optional(),
}).strict();
export type BalanceInput = z.infer<typeof BalanceInput>;

export type BalanceRow = Readonly<{
  productId: string;
  code: string;
  productName: string;
  unit: string;
  onHand: string;
  value: string;
  locations: readonly Readonly<{
    locationId: string;
    locationName: string;
    onHand: string;
    reserved: string;
    value: string;
  }>[];
}>;
export type Balance = Readonly<{ rows: readonly BalanceRow[]; next?: string; totalValue: string; currency: string }>;

/** Proves the ledger: every level, total and value equals the sum of its entries. */
export const VerifyInput = z.strictObject({ variantId: Id.optional() });
export type VerifyInput = z.infer<typeof VerifyInput>;

export type LedgerDifference = Readonly<{
  kind: "level" | "stock" | "value" | "chain";
  variantId: string;
  sku: string;
  locationId: string | null;
  stored: string;
  summed: string;
}>;
export type LedgerProof = Readonly<{
  isProven: boolean;
  checkedAt: string;
  entries: number;
  levels: number;
  differences: readonly LedgerDifference[];
}>;
