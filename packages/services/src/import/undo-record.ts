import type { PlannedImport } from "./plan/plan-import.ts";
import type { ProductFields } from "./plan/catalogue.ts";

/** What taking an import back needs: what it made, and how what it changed was before. `version` is the one the import left behind. */
export type UndoRecord = Readonly<{
  /** Products it made or brought back from the archive. */
  products: readonly string[];
  /** Variants it added to products that were there. */
  variants: readonly string[];
  barcodes: readonly string[];
  changedProducts: readonly Readonly<{ id: string; version: number; fields: ProductFields }>[];
  changedVariants: readonly Readonly<{
    id: string;
    version: number;
    name: string | null;
    minimumStock: string | null;
  }>[];
}>;

/** The record of a planned import, kept in the place of its sheet once it is done. */
export function undoRecordOf({ work }: PlannedImport): UndoRecord {
  const made = new Set(work.products.filter(({ before }) => before === null).map(({ id }) => id));
  return {
    products: work.products.filter(({ before }) => before === null || before.isArchived).map(({ id }) => id),
    variants: work.variants
      .filter(({ before, productId }) => before === null && !made.has(productId))
      .map(({ id }) => id),
    barcodes: work.barcodes.map(({ code }) => code),
    changedProducts: work.products.flatMap(({ id, before }) =>
      before === null ? [] : [{ id, version: before.version + 1, fields: before.fields }],
    ),
    changedVariants: work.variants.flatMap(({ id, before }) =>
      before === null
        ? []
        : [{ id, version: before.version + 1, name: before.name, minimumStock: before.minimumStock }],
    ),
  };
}
