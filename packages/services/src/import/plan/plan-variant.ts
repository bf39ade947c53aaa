import { isSameQuantity } from "@storehouse/domain";
import { attributesKey } from "../../product/attributes-key.ts";
import type { KnownVariant } from "./catalogue.ts";
import { splitBarcodes } from "./cell.ts";
import { agreed, type Draft, report, type SheetRow } from "./draft.ts";
import type { PlannedVariant } from "./import-work.ts";
import type { DraftProduct } from "./plan-product.ts";
import { toBaseQuantity } from "./plan-opening.ts";

/** A variant of the plan, and whether anything of it is written. */
export type DraftVariant = Readonly<{ planned: PlannedVariant; isChanged: boolean }>;

/** What the rows of one variant say of it; undefined where they don't say which variant they mean. `index` counts the product's variants. */
export function planVariant(
  draft: Draft,
  product: DraftProduct,
  rows: readonly [SheetRow, ...SheetRow[]],
  index: number,
): DraftVariant | undefined {
  const [first] = rows;
  const sku = first.values.sku;
  const before = findBefore(product, sku);
  if (before === "unclear") {
    report(draft, first, "sku", "SKU_REQUIRED");
    return undefined;
  }
  const planned =
    before === undefined ? newVariant(draft, product, rows, index) : changedVariant(draft, product, rows, before);
  const isChanged = planVariantRow(draft, planned, product);
  const hasBarcodes = isOpenToChange(draft, product) && planBarcodes(draft, rows, planned.id);
  return { planned, isChanged: isChanged || hasBarcodes };
}

/** Without a SKU the rows mean the one variant there is, or the default one among several. */
function findBefore({ before, fields }: DraftProduct, sku: string | undefined): KnownVariant | undefined | "unclear" {
  if (before === undefined) return undefined;
  const { variants } = before;
  if (sku !== undefined) return variants.find((variant) => variant.sku === sku);
  const [only, other] = variants;
  if (other === undefined) return only;
  return (
    variants.find((variant) => variant.sku === fields.code) ?? variants.find(({ isDefault }) => isDefault) ?? "unclear"
  );
}

function newVariant(
  draft: Draft,
  product: DraftProduct,
  rows: readonly [SheetRow, ...SheetRow[]],
  index: number,
): PlannedVariant {
  const [first] = rows;
  const sku = first.values.sku ?? product.fields.code;
  const owner = draft.catalogue.skus.get(sku)?.code ?? draft.skus.get(sku);
  if (owner !== undefined) report(draft, first, first.values.sku === undefined ? "code" : "sku", "SKU_TAKEN", sku);
  draft.skus.set(sku, product.fields.code);
  const isDefault = product.before === undefined && index === 0;
  const name = agreed(draft, rows, "variantName") ?? null;
  return {
    id: draft.newId(),
    productId: product.id,
    sku,
    name,
    attributes: isDefault ? {} : { variant: name ?? sku },
    minimumStock: findMinimum(draft, rows, product) ?? null,
    isDefault,
    before: null,
  };
}

function changedVariant(
  draft: Draft,
  product: DraftProduct,
  rows: readonly [SheetRow, ...SheetRow[]],
  before: KnownVariant,
): PlannedVariant {
  if (before.isArchived) report(draft, rows[0], "sku", "ARCHIVED", before.sku);
  return {
    id: before.id,
    productId: product.id,
    sku: before.sku,
    name: agreed(draft, rows, "variantName") ?? before.name,
    attributes: {},
    minimumStock: findMinimum(draft, rows, product) ?? before.minimumStock,
    isDefault: before.isDefault,
    before,
  };
}

function findMinimum(draft: Draft, rows: readonly SheetRow[], product: DraftProduct): string | undefined {
  const row = rows.find(({ values }) => values.minimumStock !== undefined);
  const amount = agreed(draft, rows, "minimumStock");
  if (row === undefined || amount === undefined) return undefined;
  return toBaseQuantity(draft, row, "minimumStock", amount, product, undefined);
}

/** True when the variant's own row is written. */
function planVariantRow(draft: Draft, planned: PlannedVariant, product: DraftProduct): boolean {
  const { before } = planned;
  if (before !== null) {
    const isSame = before.name === planned.name && isSameMinimum(before.minimumStock, planned.minimumStock);
    if (isSame || !draft.choices.updateExisting) return false;
    draft.work.variants.push(planned);
    return true;
  }
  if (!isOpenToChange(draft, product)) return false;
  draft.work.variants.push(planned);
  return true;
}

const isOpenToChange = (draft: Draft, { before }: DraftProduct): boolean =>
  before === undefined || draft.choices.updateExisting;

const isSameMinimum = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : isSameQuantity(a, b);

/** Notes variants of a product that differ in nothing but their SKU. */
export function refuseRepeatedVariants(
  draft: Draft,
  product: DraftProduct,
  planned: readonly Readonly<{ variant: PlannedVariant; row: SheetRow }>[],
): void {
  const keys = new Set(product.before?.variants.map((variant) => variant.attributesKey));
  for (const { variant, row } of planned.filter(({ variant: { before } }) => before === null)) {
    const key = attributesKey(variant.attributes, variant.id);
    if (keys.has(key)) report(draft, row, "variantName", "VARIANT_REPEATED", variant.name ?? variant.sku);
    keys.add(key);
  }
}

/** True when barcodes are added. Those the variant has already stay; none is taken away. */
function planBarcodes(draft: Draft, rows: readonly SheetRow[], variantId: string): boolean {
  let isAdded = false;
  for (const row of rows) {
    for (const code of (row.values.barcode ?? []).flatMap((line) => codesOf(draft, line))) {
      const owner = draft.catalogue.barcodes.get(code);
      const met = draft.barcodes.get(code);
      if (owner !== undefined && owner !== variantId) report(draft, row, "barcode", "BARCODE_TAKEN", code);
      else if (met !== undefined && met !== variantId) report(draft, row, "barcode", "BARCODE_REPEATED", code);
      else if (owner === undefined && met === undefined) {
        draft.work.barcodes.push({ code, variantId });
        isAdded = true;
      }
      draft.barcodes.set(code, variantId);
    }
  }
  return isAdded;
}

/** A line that is a barcode as it stands is one; only another is cut. */
const codesOf = ({ catalogue }: Draft, line: string): readonly string[] =>
  catalogue.barcodes.has(line) ? [line] : splitBarcodes(line);
