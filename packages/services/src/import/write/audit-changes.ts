import { asc, inArray, type TenantDb } from "@storehouse/db";
import { barcodes, products, productUnits, variants } from "@storehouse/db/tenant";
import { type AuditLine, difference, recordAudit } from "../../audit.ts";
import type { TenantContext } from "../../context.ts";
import { normalProduct } from "../../product/product-content.ts";
import { contentColumns } from "../../product/product-record.ts";
import { normalVariant } from "../../product/variant-record.ts";
import { chunksOf, inChunks } from "../in-chunks.ts";

/** The products and variants that many-row statements are about to change, and the import they do it for. */
export type Changing = Readonly<{
  importId: string;
  productIds: readonly string[];
  variantIds: readonly string[];
}>;

/**
 * Does what changes many products and variants at once, then tells the audit log of each that differs: its content as it was before and after,
 * in the same form as when people change it one by one, so that a record's history can be walked back over an import.
 */
export async function auditChanges(ctx: TenantContext, changing: Changing, work: () => Promise<void>): Promise<void> {
  const { importId, productIds, variantIds } = changing;
  const productsBefore = await readProducts(ctx.db, productIds);
  const variantsBefore = await readVariants(ctx.db, variantIds);
  await work();
  const lines = [
    ...changesOf("product", productsBefore, await readProducts(ctx.db, productIds)),
    ...changesOf("variant", variantsBefore, await readVariants(ctx.db, variantIds)),
  ].map((line) => ({ ...line, after: { ...line.after, importId } }));
  for (const some of chunksOf(lines)) await recordAudit(ctx, ...some);
}

type Content = Readonly<Record<string, unknown>>;
type Contents = ReadonlyMap<string, Content>;

const ACTIONS = {
  product: { update: "products.update", archive: "products.archive" },
  variant: { update: "products.updateVariant", archive: "products.archiveVariant" },
} as const;

function changesOf(entity: "product" | "variant", before: Contents, after: Contents): AuditLine[] {
  return [...after].flatMap(([entityId, content]): AuditLine[] => {
    const changed = difference(before.get(entityId) ?? {}, content);
    const fields = Object.keys(changed.after);
    if (fields.length === 0) return [];
    const action = ACTIONS[entity][fields.length === 1 && fields[0] === "isArchived" ? "archive" : "update"];
    return [{ action, entity, entityId, ...changed }];
  });
}

async function readProducts(db: TenantDb, ids: readonly string[]): Promise<Contents> {
  const rows = await inChunks(ids, (some) =>
    db
      .select({ id: products.id, isArchived: products.isArchived, content: contentColumns })
      .from(products)
      .where(inArray(products.id, some)),
  );
  const { productId, unitId, numerator, denominator } = productUnits;
  const units = await inChunks(ids, (some) =>
    db.select({ productId, unitId, numerator, denominator }).from(productUnits).where(inArray(productId, some)),
  );
  const unitsOf = grouped(units.map(({ productId: key, ...unit }) => [key, unit] as const));
  return new Map(
    rows.map(({ id, isArchived, content }) => {
      const normal = normalProduct({ ...content, units: unitsOf.get(id) ?? [] });
      return [id, { ...normal, isArchived: isArchived === 1 }] as const;
    }),
  );
}

async function readVariants(db: TenantDb, ids: readonly string[]): Promise<Contents> {
  const { id, sku, name, attributes, minimumStock, archivedAt } = variants;
  const rows = await inChunks(ids, (some) =>
    db.select({ id, sku, name, attributes, minimumStock, archivedAt }).from(variants).where(inArray(id, some)),
  );
  const codes = await inChunks(ids, (some) =>
    db.select().from(barcodes).where(inArray(barcodes.variantId, some)).orderBy(asc(barcodes.code)),
  );
  const codesOf = grouped(codes.map(({ variantId, code }) => [variantId, code] as const));
  return new Map(
    rows.map(({ id: key, archivedAt: since, ...row }) => {
      const normal = normalVariant({ ...row, attributes: row.attributes ?? {}, barcodes: codesOf.get(key) ?? [] });
      return [key, { ...normal, isArchived: since !== null }] as const;
    }),
  );
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
