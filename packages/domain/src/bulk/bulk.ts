import { z } from "zod";
import type { Failure } from "../failure.ts";
import { decimal, Id, Money, Quantity } from "../fields.ts";
import { ListFormulasInput } from "../formula/formula.ts";
import { ListLocationsInput } from "../location/location.ts";
import { PageInput } from "../page.ts";
import { ListProductsInput, SOURCE_TYPES } from "../product/product.ts";
import { CATEGORIES, ListSubcategoriesInput } from "../subcategory/subcategory.ts";
import { ListSuppliersInput } from "../supplier/supplier.ts";
import { ListUsersInput } from "../user/user.ts";

/** How many records one change may be about. */
export const BULK_ROWS_MAX = 10_000;
/** How many may be named one by one: more are chosen by what the list is filtered for. */
export const BULK_IDS_MAX = 2_000;
/** The same for changes whose refusals are found by trying them one by one. */
export const BULK_TRIED_MAX = 1_000;

/** Which records of a list: those named, or all that its filters leave but those named. */
const Chosen = z.strictObject({ isAll: z.boolean(), ids: z.array(Id).max(BULK_IDS_MAX, "TOO_MANY") });
export type Chosen = z.infer<typeof Chosen>;

/** A share to add, or to take off with a minus: "5" is +5 %, "-12.5" is −12.5 %. */
const Percent = decimal(4, 4)
  .refine((text) => Number(text) >= -100 && Number(text) <= 1_000, "OUT_OF_RANGE")
  .refine((text) => Number(text) !== 0, "MUST_NOT_BE_ZERO");

const amount = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("value"), value: value.nullable() }),
    z.strictObject({ by: z.literal("percent"), percent: Percent }),
  ]);

const Archive = z.strictObject({ field: z.literal("isArchived"), value: z.boolean() });

/** What is changed of products, the same for all of them, or by a share of what each has. */
const ProductChange = z.discriminatedUnion("field", [
  z.strictObject({ field: z.literal("group"), category: z.enum(CATEGORIES), subcategoryId: Id.nullable() }),
  z.strictObject({ field: z.literal("supplierId"), value: Id.nullable() }),
  z.strictObject({ field: z.literal("defaultLocationId"), value: Id.nullable() }),
  z.strictObject({ field: z.literal("sourceType"), value: z.enum(SOURCE_TYPES) }),
  z.strictObject({ field: z.literal("price"), to: amount(Money) }),
  z.strictObject({ field: z.literal("cost"), to: amount(Money) }),
  z.strictObject({ field: z.literal("minimumStock"), to: amount(Quantity) }),
  Archive,
]);
export type ProductChange = z.infer<typeof ProductChange>;

const of = <List extends string, Filters extends z.ZodType, Change extends z.ZodType>(
  list: List,
  filters: Filters,
  change: Change,
) => z.strictObject({ id: Id, list: z.literal(list), filters, chosen: Chosen, change });

/** What would be changed of which records. The client makes the id, under which the change is applied and undone. */
export const PreviewBulkInput = z.discriminatedUnion("list", [
  of("products", ListProductsInput, ProductChange),
  of("suppliers", ListSuppliersInput, Archive),
  of("locations", ListLocationsInput, Archive),
  of("subcategories", ListSubcategoriesInput, Archive),
  of("formulas", ListFormulasInput, Archive),
  of("users", ListUsersInput, z.strictObject({ field: z.literal("isActive"), value: z.boolean() })),
]);
export type PreviewBulkInput = z.infer<typeof PreviewBulkInput>;
/** The same as it is sent. */
export type PreviewBulkWish = z.input<typeof PreviewBulkInput>;
export type BulkList = PreviewBulkInput["list"];
export type BulkChange = PreviewBulkInput["change"];

const counted = <List extends string, Filters extends z.ZodType>(list: List, filters: Filters) =>
  z.strictObject({ list: z.literal(list), filters });

/** How many records a list's filters leave. */
export const CountBulkInput = z.discriminatedUnion("list", [
  counted("products", ListProductsInput),
  counted("suppliers", ListSuppliersInput),
  counted("locations", ListLocationsInput),
  counted("subcategories", ListSubcategoriesInput),
  counted("formulas", ListFormulasInput),
  counted("users", ListUsersInput),
]);
export type CountBulkInput = z.infer<typeof CountBulkInput>;

/** Where a change stands as a whole: one that is on its way goes on when it is sent again. */
export const BULK_STATES = ["PREVIEWED", "APPLYING", "APPLIED", "UNDOING", "UNDONE"] as const;
export type BulkState = (typeof BULK_STATES)[number];

/**
 * What becomes of one record: planned; the same already; refused, by a rule; applied; missed, since somebody changed it after the preview;
 * undone; kept, since somebody changed it after the change.
 */
export const BULK_ROW_STATES = ["PLANNED", "SAME", "REFUSED", "APPLIED", "MISSED", "UNDONE", "KEPT"] as const;
export type BulkRowState = (typeof BULK_ROW_STATES)[number];

export type BulkStatus = Readonly<{
  id: string;
  list: BulkList;
  change: BulkChange;
  state: BulkState;
  userName: string;
  createdAt: string;
  counts: Readonly<Record<BulkRowState, number>>;
}>;

export const BulkRowsInput = PageInput.extend({
  id: Id,
  states: z.array(z.enum(BULK_ROW_STATES)).max(BULK_ROW_STATES.length).optional(),
}).strict();
export type BulkRowsInput = z.infer<typeof BulkRowsInput>;

/** Values of the fields that are changed, as the record holds them. */
export type BulkValues = Readonly<Record<string, string | boolean | null>>;

export type BulkRow = Readonly<{
  place: number;
  recordId: string;
  /** What the record was called when it was chosen. */
  label: string;
  from: BulkValues;
  to: BulkValues;
  state: BulkRowState;
  reason: Failure | null;
  /** What the ids among the values are called. */
  names: Readonly<Record<string, string>>;
}>;
