import { z } from "zod";
import { Id, line } from "../fields.ts";

/** A code as a scanner or a camera reads it: text and nothing else, whatever it says. */
export const ScannedCode = line(100);

/** Asks what a scanned code stands for: the whole of it, not a beginning. */
export const FindByCodeInput = z.strictObject({ code: ScannedCode });
export type FindByCodeInput = z.infer<typeof FindByCodeInput>;

/** Asks for what stands on the labels of some variants. */
export const ListLabelsInput = z.strictObject({ variantIds: z.array(Id).min(1, "REQUIRED").max(200, "TOO_MANY") });
export type ListLabelsInput = z.infer<typeof ListLabelsInput>;

/** What stands on a variant's label. `barcode` is the first of its barcodes, where it has one. */
export type VariantLabel = Readonly<{
  variantId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  barcode: string | null;
}>;
