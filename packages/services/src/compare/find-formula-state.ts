import { and, desc, eq, type ReadDb } from "@storehouse/db";
import { formulaVersions, productFormulas } from "@storehouse/db/tenant";
import type { State } from "./state.ts";

/** A formula as it works: what its version in use says, or the latest if none is. */
export async function findFormulaState(db: ReadDb, id: string): Promise<State | undefined> {
  const { version, archivedAt, variantId } = productFormulas;
  const [head] = await db
    .select({ version, archivedAt, variantId })
    .from(productFormulas)
    .where(eq(productFormulas.id, id));
  if (head === undefined) return undefined;
  const { name, note, outputQuantity, components, number, state, formulaId } = formulaVersions;
  const [said] = await db
    .select({ versionId: formulaVersions.id, name, note, outputQuantity, components, number, state })
    .from(formulaVersions)
    .where(eq(formulaId, id))
    // In use first: its key is null in all others.
    .orderBy(desc(formulaVersions.activeOf), desc(number))
    .limit(1);
  return {
    version: head.version,
    isArchived: head.archivedAt !== null,
    content: { variantId: head.variantId, ...said },
  };
}

/** True when a formula has a version of this id. */
export async function hasVersion(db: ReadDb, formulaId: string, versionId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: formulaVersions.id })
    .from(formulaVersions)
    .where(and(eq(formulaVersions.id, versionId), eq(formulaVersions.formulaId, formulaId)));
  return row !== undefined;
}
