import { z } from "zod";
import { Id, line } from "../fields.ts";

/** A code as a scanner or a camera reads it: text and nothing else, whatever it says. */
export const ScannedCode = line(100);

/** Asks what a scanned code stands for: the whole of it, not a beginning. */
export const FindByCodeInput = z.strictObject({ code: ScannedCode });
export type FindByCodeInput = z.infer<typeof FindByCodeInput>;

/** As many labels as are told of at once. */
export const LABELS_MAX = 200;
const ids = z.array(Id).max(LABELS_MAX, "TOO_MANY");

/** Asks for what stands on the labels of some variants, or of all variants of some products. */
export const ListLabelsInput = z
  .strictObject({ variantIds: ids.default([]), productIds: ids.default([]) })
  .refine(({ variantIds, productIds }) => variantIds.length + productIds.length > 0, {
    error: "REQUIRED",
    path: ["variantIds"],
  });
export type ListLabelsInput = z.infer<typeof ListLabelsInput>;

/** What stands on a variant's label. `barcode` is the first of its barcodes, where it has one. */
export type VariantLabel = Readonly<{
  variantId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  barcode: string | null;
}>;
