import { z } from "zod";
import { Search } from "../fields.ts";
import type { EntryType } from "../inventory/entry.ts";
import type { LocationType } from "../location/location.ts";

/** How many variants an index carries at the most: what a browser reads, keeps and searches without being felt. */
export const SEARCH_INDEX_MAX = 10_000;

/** What can be found that has a name and a code. `name` of a variant holds its product's. */
export type SearchProduct = Readonly<{
  kind: "product";
  /** The variant's. */
  id: string;
  productId: string;
  name: string;
  sku: string;
  barcodes: readonly string[];
  /** Whether it can be made: it has a formula with a version in use. */
  isMade: boolean;
}>;
export type SearchFormula = Readonly<{
  kind: "formula";
  /** That of the variant it makes, which has one formula. */
  id: string;
  productId: string;
  name: string;
  sku: string;
  isMade: boolean;
}>;
export type SearchPlace = Readonly<{ kind: "place"; id: string; name: string; type: LocationType }>;
export type SearchSupplier = Readonly<{ kind: "supplier"; id: string; name: string; contact: string | null }>;
export type SearchPerson = Readonly<{
  kind: "person";
  id: string;
  name: string;
  username: string;
  isActive: boolean;
}>;
/** A line of the ledger, found by its reference. */
export type SearchEntry = Readonly<{
  kind: "entry";
  id: string;
  postingId: string;
  productId: string;
  name: string;
  reference: string;
  type: EntryType;
  quantity: string;
  unit: string;
  occurredAt: string;
  userId: string;
  /** Whether it was undone, or undoes another. */
  isSettled: boolean;
}>;

export type SearchRecord = SearchProduct | SearchFormula | SearchPlace | SearchSupplier | SearchPerson | SearchEntry;
/** Every kind, in the order in which they are shown where none is a better answer than another. */
export const SEARCH_KINDS = [
  "product",
  "formula",
  "entry",
  "place",
  "person",
  "supplier",
] as const satisfies readonly SearchRecord["kind"][];
export type SearchKind = SearchRecord["kind"];

/** A variant in the index, without names of fields: variant id, product id, sku, name, barcodes, and what its formula allows: 0 none, 1 a draft, 2 making. */
export type IndexedVariant = readonly [
  id: string,
  productId: string,
  sku: string,
  name: string,
  barcodes: readonly string[],
  formula: 0 | 1 | 2,
];

/** What a browser searches by itself: everything with a name or code that its person may see, entries apart. */
export type SearchIndex = Readonly<{
  variants: readonly IndexedVariant[];
  /** Absent variants are then the server's to find. */
  isWhole: boolean;
  places: readonly SearchPlace[];
  suppliers: readonly SearchSupplier[];
  people: readonly SearchPerson[];
}>;

/** Looks for a text among all that can be found, or among some kinds; `limit` is for each. A variant brings its formula along. */
export const FindRecordsInput = z.strictObject({
  search: Search.min(1, "REQUIRED"),
  kinds: z.array(z.enum(SEARCH_KINDS)).max(SEARCH_KINDS.length, "TOO_MANY").optional(),
  limit: z.number().int().min(1).max(20).default(8),
});
export type FindRecordsInput = z.infer<typeof FindRecordsInput>;

/** The records of an index, each as a search finds it. */
export function recordsOf({ variants, places, suppliers, people }: SearchIndex): readonly SearchRecord[] {
  const products = variants.map(
    ([id, productId, sku, name, barcodes, formula]) =>
      ({ kind: "product", id, productId, sku, name, barcodes, isMade: formula === 2 }) as const,
  );
  const formulas = variants.flatMap(([id, productId, sku, name, , formula]) =>
    formula === 0 ? [] : [{ kind: "formula", id, productId, sku, name, isMade: formula === 2 } as const],
  );
  return [...products, ...formulas, ...places, ...suppliers, ...people];
}
