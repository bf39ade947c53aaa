import { z } from "zod";
import { decimal, Id, note, optionalLine, PositiveQuantity, Search, Version } from "../fields.ts";
import { PageInput, sorting } from "../page.ts";
import type { VariantChoice } from "../product/product.ts";

/** Digits after the point of a scrap percentage. */
export const SCRAP_SCALE = 4;

/** What is lost on the way, in percent of what the formula asks for: 5 makes 1.05 of it go in. From 0 to 100. */
export const ScrapPercent = decimal(3, SCRAP_SCALE)
  .refine((text) => !text.startsWith("-"), "NOT_NEGATIVE")
  .refine((text) => !(Number(text) > 100), "PERCENT_TOO_LARGE");

/** One component of a formula as it is entered: so much of a variant, in `unitId` (its base unit when absent). */
export const FormulaComponent = z.strictObject({
  variantId: Id,
  quantity: PositiveQuantity,
  unitId: Id.optional(),
  scrapPercent: ScrapPercent.default("0"),
});
export type FormulaComponent = z.infer<typeof FormulaComponent>;

/**
 * What a version says: these components make `outputQuantity` of the product, in its base unit. A version is never changed once it is saved;
 * a change is the next version.
 */
const document = {
  versionId: Id,
  name: optionalLine(150),
  note: note(1000),
  outputQuantity: PositiveQuantity,
  components: z.array(FormulaComponent).min(1, "REQUIRED").max(100, "TOO_MANY"),
  /** Whether it is used from now on; else it stays a draft. */
  isActive: z.boolean().default(true),
};

/** The formula of a variant, with its first version. A variant has one formula. */
export const CreateFormulaInput = z.strictObject({ id: Id, variantId: Id, ...document });
export type CreateFormulaInput = z.infer<typeof CreateFormulaInput>;

/** The next version of a formula, made from the state of the formula that `version` names. */
export const UpdateFormulaInput = z.strictObject({ id: Id, version: Version, ...document });
export type UpdateFormulaInput = z.infer<typeof UpdateFormulaInput>;

/** Names a version of a formula, to be put in use or out of it. */
export const FormulaVersionInput = z.strictObject({ id: Id, version: Version, versionId: Id });
export type FormulaVersionInput = z.infer<typeof FormulaVersionInput>;

export const VERSION_STATES = ["DRAFT", "ACTIVE", "RETIRED"] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** A component as it is stored in a version: `baseQuantity` is what its quantity meant in the base unit when it was saved. */
export type StoredComponent = Readonly<{
  variantId: string;
  quantity: string;
  unitId: string;
  scrapPercent: string;
  baseQuantity: string;
}>;

/** The columns formulas may be sorted by. */
export const FORMULA_SORTS = ["sku", "name", "state"] as const;

export const ListFormulasInput = PageInput.extend({
  search: Search.optional(),
  productId: Id.optional(),
  variantId: Id.optional(),
  /** Only those with a version in use: what can be made. */
  isActive: z.boolean().optional(),
  isArchived: z.boolean().default(false),
  ...sorting(FORMULA_SORTS),
}).strict();
export type ListFormulasInput = z.infer<typeof ListFormulasInput>;

/** A formula as the list shows it. `unitCost` is of one base unit of the product, rolled up over all levels; null where a cost is missing. */
export type FormulaRow = Readonly<{
  id: string;
  variantId: string;
  productId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  unit: string;
  activeVersionId: string | null;
  activeNumber: number | null;
  latestNumber: number;
  componentCount: number;
  unitCost: string | null;
  usedInCount: number;
  isArchived: boolean;
  version: number;
  updatedAt: string;
}>;

/** A component of a version as screens show it: what it is, with every unit it can be counted in. */
export type FormulaComponentRow = StoredComponent &
  Readonly<{
    productId: string;
    productName: string;
    variantName: string | null;
    sku: string;
    unit: string;
    baseUnit: string;
    units: VariantChoice["units"];
  }>;

export type FormulaVersionRow = Readonly<{
  id: string;
  number: number;
  state: VersionState;
  name: string | null;
  note: string | null;
  outputQuantity: string;
  components: readonly FormulaComponentRow[];
  /** Whether anything was made by it. */
  isUsed: boolean;
  createdAt: string;
  createdByName: string;
}>;

/** A formula with all its versions, the newest first. */
export type FormulaDetail = Readonly<{
  id: string;
  variantId: string;
  productId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  unit: string;
  unitDecimals: number;
  unitCost: string | null;
  isArchived: boolean;
  version: number;
  versions: readonly FormulaVersionRow[];
}>;

export const WhereUsedInput = PageInput.extend({ variantId: Id }).strict();
export type WhereUsedInput = z.infer<typeof WhereUsedInput>;

/** A formula in use that a variant is a component of: so much of it makes `outputQuantity` of the product. */
export type WhereUsedRow = Readonly<{
  formulaId: string;
  variantId: string;
  productId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  outputQuantity: string;
  outputUnit: string;
  quantity: string;
  unit: string;
  scrapPercent: string;
}>;

/** What a tree of all levels is asked for: so much of a variant, or what its formula makes at once. */
export const FormulaTreeInput = z.strictObject({ variantId: Id, quantity: PositiveQuantity.optional() });
export type FormulaTreeInput = z.infer<typeof FormulaTreeInput>;

/** How many lines a tree may have. */
export const TREE_ROWS_MAX = 2_000;

/** One line of the tree, in the order it is read; `level` 0 is what is made. Quantities and costs in the base unit. */
export type TreeRow = Readonly<{
  level: number;
  variantId: string;
  productId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  unit: string;
  quantity: string;
  scrapPercent: string;
  onHand: string;
  unitCost: string | null;
  cost: string | null;
  isMade: boolean;
}>;
