import { eq, sql, type TenantDb } from "@storehouse/db";
import { formulaGraph, productFormulas } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";

/** A formula's own row. */
export type LockedFormula = Readonly<{
  id: string;
  variantId: string;
  latestNumber: number;
  version: number;
  isArchived: boolean;
}>;

/** Locks a formula's row. Throws NOT_FOUND. Always before `lockGraph`, so that nobody waits for another who waits. */
export async function lockFormula(db: TenantDb, id: string): Promise<LockedFormula> {
  const [row] = await db
    .select({
      id: productFormulas.id,
      variantId: productFormulas.variantId,
      latestNumber: productFormulas.latestNumber,
      version: productFormulas.version,
      archivedAt: productFormulas.archivedAt,
    })
    .from(productFormulas)
    .where(eq(productFormulas.id, id))
    .for("update");
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "formula", id });
  const { archivedAt, ...formula } = row;
  return { ...formula, isArchived: archivedAt !== null };
}

/** Makes everybody else who would change which formulas are in use, or archive a component, wait for this transaction. */
export async function lockGraph(db: TenantDb): Promise<void> {
  await db
    .insert(formulaGraph)
    .values({ id: 1, changes: 1 })
    .onDuplicateKeyUpdate({ set: { changes: sql`${formulaGraph.changes} + 1` } });
}
