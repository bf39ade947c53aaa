import { recordAudit, type AuditLine } from "../../audit.ts";
import type { TenantContext } from "../../context.ts";
import { postLines } from "../../inventory/post-lines.ts";
import { chunksOf } from "../in-chunks.ts";
import { assertWithin } from "../../plan/assert-room.ts";
import { addedBy } from "../plan/added-by.ts";
import type { ImportRun } from "../run-import.ts";
import { auditChanges, type Changing } from "./audit-changes.ts";
import { writeNames } from "./write-names.ts";
import { writeProducts } from "./write-products.ts";
import { writeVariants } from "./write-variants.ts";

/** Whole characters: half of one is no text. */
const REFERENCE_MAX = 100;

/** Told of so many more rows written. */
export type Told = (count: number) => Promise<void>;

/**
 * Writes all of a planned import in the open transaction, some hundred rows a statement, and posts its openings as one posting,
 * whose id it answers; null where nothing is opened. Throws STALE where a product was changed since the plan, LIMIT_REACHED, and what `postLines` throws.
 */
export async function writeImport(ctx: TenantContext, run: ImportRun, told: Told): Promise<string | null> {
  const { work } = run.planned;
  await writeNames(ctx, work);
  await auditChanges(ctx, changingOf(run), async () => {
    await writeProducts(ctx, work, told);
    await writeVariants(ctx, work, told);
  });
  for (const lines of chunksOf(madeLines(run))) await recordAudit(ctx, ...lines);
  const postingId = await writeOpenings(ctx, run, told);
  await assertWithin(ctx, addedBy(work));
  return postingId;
}

async function writeOpenings(
  ctx: TenantContext,
  { id, fileName, planned }: ImportRun,
  told: Told,
): Promise<string | null> {
  const { openings } = planned.work;
  if (openings.length === 0) return null;
  let before = 0;
  const posted = await postLines(
    ctx,
    {
      clientId: id,
      type: "opening",
      lines: openings,
      reference: Array.from(fileName).slice(0, REFERENCE_MAX).join(""),
      note: null,
      referenceType: "import",
      referenceId: id,
    },
    async (done) => {
      await told(done - before);
      before = done;
    },
  );
  return posted.postingId;
}

/** What is there already and may be changed, a variant by a barcode alone. */
function changingOf({ id, planned: { work } }: ImportRun): Changing {
  const isKnown = ({ before }: { before: unknown }): boolean => before !== null;
  const made = new Set(work.variants.filter((one) => !isKnown(one)).map((one) => one.id));
  const coded = work.barcodes.map(({ variantId }) => variantId).filter((variantId) => !made.has(variantId));
  const packed = work.packs.map(({ productId }) => productId);
  const added = new Set(work.products.filter((one) => !isKnown(one)).map((one) => one.id));
  return {
    importId: id,
    productIds: [
      ...new Set([...work.products.filter(isKnown).map((one) => one.id), ...packed.filter((one) => !added.has(one))]),
    ],
    variantIds: [...new Set([...work.variants.filter(isKnown).map((one) => one.id), ...coded])],
  };
}

/** What the import made. A product's hidden variant is told of with the product, as when somebody adds one by hand. */
function madeLines({ id: importId, fileName, planned: { work, counts } }: ImportRun): AuditLine[] {
  const made = work.variants.filter(({ before }) => before === null);
  const hidden = new Map(made.filter(({ isDefault }) => isDefault).map((variant) => [variant.productId, variant]));
  const codes = new Map<string, string[]>();
  for (const { code, variantId } of work.barcodes) codes.set(variantId, [...(codes.get(variantId) ?? []), code]);
  return [
    ...work.products
      .filter(({ before }) => before === null)
      .map(({ id, fields }): AuditLine => {
        const variant = hidden.get(id);
        const own = variant && { minimumStock: variant.minimumStock, barcodes: codes.get(variant.id) ?? [] };
        const after = { ...fields, ...own, importId };
        return { action: "products.create", entity: "product", entityId: id, after };
      }),
    ...made
      .filter(({ isDefault }) => !isDefault)
      .map(({ id, productId, sku, name, attributes, minimumStock }): AuditLine => {
        const after = { productId, sku, name, attributes, minimumStock, barcodes: codes.get(id) ?? [], importId };
        return { action: "products.addVariant", entity: "variant", entityId: id, after };
      }),
    { action: "products.import", entity: "import", entityId: importId, after: { fileName, ...counts } },
  ];
}
