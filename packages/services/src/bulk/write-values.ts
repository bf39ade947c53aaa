import { asc, inArray, type SQL, sql } from "@storehouse/db";
import { products, variantStock, variants } from "@storehouse/db/tenant";
import type { BulkValues } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import type { TenantContext } from "../context.ts";
import { changeVariants } from "../import/write/write-variants.ts";

/** A record that is to hold other values, if its version is still the one named. */
export type Write = Readonly<{ recordId: string; version: number; before: BulkValues; after: BulkValues }>;

/** Gives products other values of their own columns, and audits each. Answers with those whose version was still the one named. */
export async function writeProducts(tx: TenantContext, writes: readonly Write[]): Promise<ReadonlySet<string>> {
  const { id, version } = products;
  const locked = await tx.db
    .select({ id, version })
    .from(products)
    .where(
      inArray(
        id,
        writes.map(({ recordId }) => recordId),
      ),
    )
    .orderBy(asc(id))
    .for("update");
  const fresh = freshOf(writes, locked);
  const at = tx.now();
  if (fresh.length > 0) {
    await tx.db
      .update(products)
      .set({ ...valuesOf(fresh), version: sql`${version} + 1`, updatedAt: at })
      .where(
        inArray(
          id,
          fresh.map(({ recordId }) => recordId),
        ),
      );
  }
  await audit(tx, { action: "products.update", entity: "product" }, fresh);
  return new Set(fresh.map(({ recordId }) => recordId));
}

type Column = "category" | "subcategoryId" | "supplierId" | "defaultLocationId" | "sourceType" | "price" | "cost";

/** What each column is to hold, product by product, so that one statement writes them all. */
function valuesOf(writes: readonly Write[]): Partial<Record<Column, SQL>> {
  const fields = Object.keys(writes[0]?.after ?? {}) as Column[];
  const caseOf = (field: Column) => {
    const column = products[field];
    const whens = writes.map(
      ({ recordId, after }) =>
        sql`when ${sql.param(recordId, products.id)} then ${after[field] === null ? null : sql.param(after[field], column)}`,
    );
    return sql`case ${products.id} ${sql.join(whens, sql` `)} end`;
  };
  return Object.fromEntries(fields.map((field) => [field, caseOf(field)]));
}

/** Gives variants another minimum, decides anew which are low, and audits each. Answers as `writeProducts`. */
export async function writeMinimums(tx: TenantContext, writes: readonly Write[]): Promise<ReadonlySet<string>> {
  const ids = writes.map(({ recordId }) => recordId);
  // In the order of every posting: first the stock, then what it is of.
  await tx.db
    .select({ id: variantStock.variantId })
    .from(variantStock)
    .where(inArray(variantStock.variantId, ids))
    .orderBy(asc(variantStock.variantId))
    .for("update");
  const { id, version, name, productId } = variants;
  const locked = await tx.db
    .select({ id, version, name, productId })
    .from(variants)
    .where(inArray(id, ids))
    .orderBy(asc(id))
    .for("update");
  const fresh = freshOf(writes, locked);
  if (fresh.length === 0) return new Set();
  const names = new Map(locked.map((row) => [row.id, row.name]));
  await changeVariants(
    tx,
    fresh.map(({ recordId, version: seen, after }) => ({
      id: recordId,
      version: seen,
      name: names.get(recordId) ?? null,
      minimumStock: textOf(after["minimumStock"]),
    })),
  );
  const isFresh = new Set(fresh.map(({ recordId }) => recordId));
  const productIds = locked.filter((row) => isFresh.has(row.id)).map((row) => row.productId);
  await tx.db.update(products).set({ updatedAt: tx.now() }).where(inArray(products.id, productIds));
  await audit(tx, { action: "products.updateVariant", entity: "variant" }, fresh);
  return isFresh;
}

const textOf = (value: string | boolean | null | undefined): string | null =>
  typeof value === "string" ? value : null;

function freshOf(writes: readonly Write[], locked: readonly Readonly<{ id: string; version: number }>[]): Write[] {
  const versions = new Map(locked.map((row) => [row.id, row.version]));
  return writes
    .filter(({ recordId, version }) => versions.get(recordId) === version)
    .toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1));
}

async function audit(
  tx: TenantContext,
  what: Readonly<{ action: string; entity: string }>,
  writes: readonly Write[],
): Promise<void> {
  if (writes.length === 0) return;
  await recordAudit(
    tx,
    ...writes.map(({ recordId, before, after }) => ({ ...what, entityId: recordId, before, after })),
  );
}
