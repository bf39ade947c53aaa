import { inArray, sql } from "@storehouse/db";
import { products, productUnits } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import type { TenantContext } from "../../context.ts";
import { firstStamps } from "../../record/record-kind.ts";
import { chunksOf } from "../in-chunks.ts";
import type { ImportWork } from "../plan/import-work.ts";
import type { ProductFields } from "../plan/catalogue.ts";
import type { Told } from "./write-import.ts";

/** A product that is to have these fields, if its version is still the one named. */
export type ProductChange = Readonly<{ id: string; version: number; fields: ProductFields; addedVariants: number }>;

/** Adds new products and brings those there are to what the sheet says, with their packs. Throws STALE for one changed since the plan. */
export async function writeProducts(ctx: TenantContext, work: ImportWork, told: Told): Promise<void> {
  const stamps = firstStamps(ctx.now());
  for (const some of chunksOf(work.products.filter(({ before }) => before === null))) {
    await ctx.db
      .insert(products)
      .values(some.map(({ id, fields, addedVariants }) => ({ id, ...fields, variantCount: addedVariants, ...stamps })));
    await told(some.length);
  }
  const changes = work.products.flatMap(({ before, ...product }) =>
    before === null ? [] : [{ ...product, version: before.version }],
  );
  await changeProducts(ctx, changes, told);
  for (const some of chunksOf(work.packs)) {
    await ctx.db
      .insert(productUnits)
      .values(some)
      .onDuplicateKeyUpdate({
        set: { numerator: valueOf("numerator"), denominator: valueOf("denominator") },
      });
  }
}

const valueOf = (column: string) => sql`values(${sql.identifier(column)})`;

/** Brings products to the given fields, in use again where they were archived. Throws STALE for one whose version is another by now. */
export async function changeProducts(
  ctx: TenantContext,
  changes: readonly ProductChange[],
  told?: Told,
): Promise<void> {
  for (const some of chunksOf(changes.toSorted((a, b) => (a.id < b.id ? -1 : 1)))) {
    await change(ctx, some);
    await told?.(some.length);
  }
}

/** Changes many in one statement, as rows whose keys are there already; that they are, and unchanged, is asked under a lock. */
async function change(ctx: TenantContext, changed: readonly ProductChange[]): Promise<void> {
  const locked = await ctx.db
    .select({
      id: products.id,
      version: products.version,
      variantCount: products.variantCount,
      createdAt: products.createdAt,
    })
    .from(products)
    .where(
      inArray(
        products.id,
        changed.map(({ id }) => id),
      ),
    )
    .for("update");
  const byId = new Map(locked.map((row) => [row.id, row]));
  const rows = changed.map(({ id, fields, version, addedVariants }) => {
    const row = byId.get(id);
    if (row?.version !== version) {
      return fail({ code: "STALE", entity: "product", id, current: { version: row?.version }, changed: ["version"] });
    }
    const variantCount = row.variantCount + addedVariants;
    return { id, ...fields, variantCount, version: row.version + 1, createdAt: row.createdAt, updatedAt: ctx.now() };
  });
  await ctx.db
    .insert(products)
    .values(rows.map((row) => ({ ...row, isArchived: 0, archivedAt: null })))
    .onDuplicateKeyUpdate({ set: Object.fromEntries(COLUMNS.map(([key, column]) => [key, valueOf(column)])) });
}

/** The columns a change may touch, as code and SQL name them. */
const COLUMNS = [
  ["name", "name"],
  ["description", "description"],
  ["category", "category"],
  ["sourceType", "source_type"],
  ["subcategoryId", "subcategory_id"],
  ["supplierId", "supplier_id"],
  ["price", "price"],
  ["cost", "cost"],
  ["variantCount", "variant_count"],
  ["version", "version"],
  ["updatedAt", "updated_at"],
  ["isArchived", "is_archived"],
  ["archivedAt", "archived_at"],
] as const;
