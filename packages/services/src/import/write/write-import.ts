import { recordAudit, type AuditLine } from "../../audit.ts";
import type { TenantContext } from "../../context.ts";
import { postLines } from "../../inventory/post-lines.ts";
import { chunksOf } from "../in-chunks.ts";
import type { ImportWork } from "../plan/import-work.ts";
import type { ImportRun } from "../run-import.ts";
import { writeNames } from "./write-names.ts";
import { writeProducts } from "./write-products.ts";
import { writeVariants } from "./write-variants.ts";

/** Whole characters: half of one is no text. */
const REFERENCE_MAX = 100;

/** Told of so many more rows written. */
export type Told = (count: number) => Promise<void>;

/**
 * Writes all of a planned import in the open transaction, some hundred rows a statement, and posts its openings as one posting,
 * whose id it answers; null where nothing is opened. Throws STALE where a product was changed since the plan, and what `postLines` throws.
 */
export async function writeImport(ctx: TenantContext, run: ImportRun, told: Told): Promise<string | null> {
  const { work } = run.planned;
  await writeNames(ctx, work);
  await writeProducts(ctx, work, told);
  await writeVariants(ctx, work, told);
  for (const lines of chunksOf(auditLines(run, work))) await recordAudit(ctx, ...lines);
  return writeOpenings(ctx, run, told);
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

function auditLines({ id, fileName, planned }: ImportRun, work: ImportWork): AuditLine[] {
  const products = work.products.map(({ id: entityId, before, fields }): AuditLine => {
    const entity = "product";
    if (before === null) return { action: "products.create", entity, entityId, after: { ...fields, importId: id } };
    const keys = (Object.keys(fields) as (keyof typeof fields)[]).filter((key) => fields[key] !== before.fields[key]);
    const pick = (from: typeof fields) => Object.fromEntries(keys.map((key) => [key, from[key]]));
    return {
      action: "products.update",
      entity,
      entityId,
      before: { ...pick(before.fields), ...(before.isArchived ? { isArchived: true } : {}) },
      after: { ...pick(fields), importId: id },
    };
  });
  return [
    ...products,
    { action: "products.import", entity: "import", entityId: id, after: { fileName, ...planned.counts } },
  ];
}
