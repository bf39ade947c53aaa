import { z } from "zod";
import { Id, line, Money, note, optionalLine, Quantity, Search, Version } from "../fields.ts";
import { PageInput } from "../page.ts";
import { CATEGORIES, type Category } from "../subcategory/subcategory.ts";

/** Where a product comes from: made here or bought. */
export const SOURCE_TYPES = ["manufacturing", "trading"] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** A product's or variant's code: upper case letters, digits and - _ . / inside; unique in the factory. */
export const Code = z
  .string({ error: "TEXT_EXPECTED" })
  .max(200, "TOO_LONG")
  .normalize("NFKC")
  .trim()
  .toUpperCase()
  .min(1, "REQUIRED")
  .max(64, "TOO_LONG")
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}\-_./ ]*$/u, "CODE_INVALID");

/** A barcode as it is scanned: printable ASCII, stored to the letter. */
export const Barcode = z
  .string({ error: "TEXT_EXPECTED" })
  .trim()
  .min(1, "REQUIRED")
  .max(64, "TOO_LONG")
  .regex(/^[\x20-\x7e]+$/, "BARCODE_INVALID");

const optionalId = Id.nullish().transform((id) => id ?? null);
const optionalMoney = Money.nullish().transform((text) => text ?? null);
const optionalQuantity = Quantity.nullish().transform((text) => text ?? null);

/** Another unit a product is counted in: one of it is numerator/denominator base units, exactly. */
export const ProductUnit = z.strictObject({
  unitId: Id,
  numerator: z.number().int().min(1).max(1_000_000_000),
  denominator: z.number().int().min(1).max(1_000_000_000),
});
export type ProductUnit = z.infer<typeof ProductUnit>;

const variantFields = {
  sku: Code,
  name: optionalLine(100),
  attributes: z
    .record(line(40), line(80))
    .refine((map) => Object.keys(map).length <= 8, "TOO_MANY")
    .default({}),
  barcodes: z.array(Barcode).max(20, "TOO_MANY").default([]),
  minimumStock: optionalQuantity,
};

const productFields = {
  code: Code,
  name: line(200),
  description: note(2000),
  category: z.enum(CATEGORIES),
  sourceType: z.enum(SOURCE_TYPES),
  baseUnitId: Id,
  subcategoryId: optionalId,
  supplierId: optionalId,
  defaultLocationId: optionalId,
  price: optionalMoney,
  cost: optionalMoney,
  units: z.array(ProductUnit).max(20, "TOO_MANY").default([]),
};

/**
 * A product with its one hidden variant. `variantId`, `barcodes` and `minimumStock` are that variant's; its sku is the product's code
 * until a second variant is added.
 */
export const CreateProductInput = z.strictObject({
  id: Id,
  variantId: Id,
  ...productFields,
  barcodes: variantFields.barcodes,
  minimumStock: variantFields.minimumStock,
});
export type CreateProductInput = z.infer<typeof CreateProductInput>;

/** A change of a product's own fields, made from `version`. The base unit can be changed only while nothing was ever booked. */
export const UpdateProductInput = z.strictObject({ id: Id, version: Version, ...productFields });
export type UpdateProductInput = z.infer<typeof UpdateProductInput>;

/** A change of some of a product's fields, made from `version`; what is not named stays as it is. */
export const PatchProductInput = z.strictObject({
  id: Id,
  version: Version,
  code: Code.optional(),
  name: productFields.name.optional(),
  price: Money.nullable().optional(),
  cost: Money.nullable().optional(),
  supplierId: Id.nullable().optional(),
  subcategoryId: Id.nullable().optional(),
});
export type PatchProductInput = z.infer<typeof PatchProductInput>;

export const AddVariantInput = z.strictObject({ id: Id, productId: Id, ...variantFields });
export type AddVariantInput = z.infer<typeof AddVariantInput>;

export const UpdateVariantInput = z.strictObject({ id: Id, version: Version, ...variantFields });
export type UpdateVariantInput = z.infer<typeof UpdateVariantInput>;

/** Another minimum for a variant, made from its `version`; all else of it stays as it is. */
export const PatchVariantInput = z.strictObject({ id: Id, version: Version, minimumStock: Quantity.nullable() });
export type PatchVariantInput = z.infer<typeof PatchVariantInput>;

/** The columns a product list may be sorted by, each served by an index. */
export const PRODUCT_SORTS = ["code", "name", "onHand", "price", "updatedAt"] as const;

/** What a product list may be sorted by before that: each of its values is a range of the same indexes. */
export const PRODUCT_LEADS = ["category"] as const;

/** The product list's filters (product.md, The API). `isLow` keeps what stands at or below its minimum. */
export const ListProductsInput = PageInput.extend({
  search: Search.optional(),
  category: z.enum(CATEGORIES).optional(),
  subcategoryId: Id.optional(),
  locationId: Id.optional(),
  supplierId: Id.optional(),
  sourceType: z.enum(SOURCE_TYPES).optional(),
  isLow: z.boolean().optional(),
  isArchived: z.boolean().default(false),
  sort: z.enum(PRODUCT_SORTS).default("code"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  lead: z.enum(PRODUCT_LEADS).optional(),
  leadDirection: z.enum(["asc", "desc"]).optional(),
}).strict();
export type ListProductsInput = z.infer<typeof ListProductsInput>;

/** A product as the list shows it. Quantities in the base unit; `value` is what the stock cost. `variantId` and its version stand only where there is one variant. */
export type ProductRow = Readonly<{
  id: string;
  code: string;
  name: string;
  category: Category;
  subcategoryId: string | null;
  subcategoryName: string | null;
  sourceType: SourceType;
  unit: string;
  onHand: string;
  available: string;
  minimumStock: string | null;
  isLow: boolean;
  price: string | null;
  cost: string | null;
  value: string;
  supplierId: string | null;
  supplierName: string | null;
  defaultLocationName: string | null;
  variantCount: number;
  variantId: string | null;
  variantVersion: number | null;
  isArchived: boolean;
  version: number;
  updatedAt: string;
}>;

/** A variant with what is left of it. */
export type VariantRow = Readonly<{
  id: string;
  sku: string;
  name: string | null;
  attributes: Readonly<Record<string, string>>;
  barcodes: readonly string[];
  minimumStock: string | null;
  onHand: string;
  reserved: string;
  averageCost: string | null;
  isDefault: boolean;
  isArchived: boolean;
  version: number;
}>;

/** A product as its page shows it: every field, its other units and its variants. */
export type ProductDetail = Readonly<{
  id: string;
  code: string;
  name: string;
  description: string | null;
  category: Category;
  sourceType: SourceType;
  baseUnitId: string;
  unit: string;
  unitDecimals: number;
  subcategoryId: string | null;
  subcategoryName: string | null;
  supplierId: string | null;
  supplierName: string | null;
  defaultLocationId: string | null;
  defaultLocationName: string | null;
  price: string | null;
  cost: string | null;
  onHand: string;
  value: string;
  isArchived: boolean;
  version: number;
  updatedAt: string;
  units: readonly Readonly<{ unitId: string; code: string; numerator: number; denominator: number }>[];
  variants: readonly VariantRow[];
}>;

/** Finds what can be booked, by code, sku, barcode or name: for the booking form and the scanner. */
export const FindVariantsInput = z.strictObject({
  search: Search.default(""),
  /** Just this one, as a link to book it names it. */
  variantId: Id.optional(),
  limit: z.number().int().min(1).max(50).default(20),
});
export type FindVariantsInput = z.infer<typeof FindVariantsInput>;

/** One answer to a search for what can be booked. `units` includes the base unit as 1/1. `isExact`: the search was its whole code, sku or barcode. */
export type VariantChoice = Readonly<{
  variantId: string;
  productId: string;
  sku: string;
  productName: string;
  variantName: string | null;
  unit: string;
  unitDecimals: number;
  onHand: string;
  defaultLocationId: string | null;
  isExact: boolean;
  units: readonly Readonly<{ unitId: string; code: string; numerator: number; denominator: number }>[];
}>;
