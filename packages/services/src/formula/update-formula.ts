import { and, eq, type TenantDb } from "@storehouse/db";
import { formulaVersions, productFormulas } from "@storehouse/db/tenant";
import {
  fail,
  type FormulaComponent,
  isSameQuantity,
  type StoredComponent,
  type UpdateFormulaInput,
} from "@storehouse/domain";
import { difference, recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { checkFormula, type FormulaDocument } from "./check-formula.ts";
import { lockFormula, lockGraph, type LockedFormula } from "./lock-formula.ts";
import { failStaleFormula } from "./stale-formula.ts";
import { writeVersion } from "./write-version.ts";

/**
 * Saves the next version of a formula, from the state of the formula the change was made from; no version is ever changed. Sent twice, it saves
 * one. Throws STALE, KEY_REUSED, ARCHIVED, NOT_FOUND, and what `checkFormula` throws.
 */
export function updateFormula(
  ctx: TenantContext,
  input: UpdateFormulaInput,
): Promise<{ version: number; number: number }> {
  authorize(ctx, "productFormulas.update");
  const { id, version, versionId, name, note, isActive } = input;
  return atomically(ctx, async (tx) => {
    const formula = await lockFormula(tx.db, id);
    const saved = await findVersion(tx.db, versionId);
    if (saved !== undefined) return repeated(formula, saved, input);
    if (formula.isArchived) fail({ code: "ARCHIVED", entity: "formula", id });
    if (formula.version !== version) failStaleFormula(formula);
    await lockGraph(tx.db);
    const document = await checkFormula(tx, { ...input, variantId: formula.variantId });
    const before = await findLatest(tx.db, formula);
    const number = formula.latestNumber + 1;
    await writeVersion(tx, { id: versionId, formulaId: id, number, name, note, isActive, ...document });
    await tx.db
      .update(productFormulas)
      .set({ latestNumber: number, version: version + 1, updatedAt: tx.now() })
      .where(eq(productFormulas.id, id));
    await recordAudit(tx, {
      action: "productFormulas.update",
      entity: "formula",
      entityId: id,
      ...difference(before, { number, name, note, isActive, ...document }),
    });
    return { version: version + 1, number };
  });
}

type Saved = NonNullable<Awaited<ReturnType<typeof findVersion>>>;

async function findVersion(db: TenantDb, id: string) {
  const [row] = await db.select().from(formulaVersions).where(eq(formulaVersions.id, id));
  return row;
}

/** The same version again is answered as it was; another under its id is refused. */
function repeated(formula: LockedFormula, saved: Saved, input: UpdateFormulaInput) {
  const isSame =
    saved.formulaId === formula.id &&
    saved.name === input.name &&
    saved.note === input.note &&
    isSameQuantity(saved.outputQuantity, input.outputQuantity) &&
    saved.components.length === input.components.length &&
    saved.components.every((stored, at) => isSameComponent(stored, input.components[at]));
  if (!isSame) fail({ code: "KEY_REUSED", clientId: input.versionId });
  return { version: formula.version, number: saved.number };
}

const isSameComponent = (stored: StoredComponent, sent: FormulaComponent | undefined): boolean =>
  sent?.variantId === stored.variantId &&
  (sent.unitId ?? stored.unitId) === stored.unitId &&
  isSameQuantity(sent.quantity, stored.quantity) &&
  isSameQuantity(sent.scrapPercent, stored.scrapPercent);

type Content = FormulaDocument &
  Readonly<{ number: number; name: string | null; note: string | null; isActive: boolean }>;

async function findLatest(db: TenantDb, formula: LockedFormula): Promise<Content> {
  const [row] = await db
    .select({
      number: formulaVersions.number,
      name: formulaVersions.name,
      note: formulaVersions.note,
      state: formulaVersions.state,
      outputQuantity: formulaVersions.outputQuantity,
      components: formulaVersions.components,
    })
    .from(formulaVersions)
    .where(and(eq(formulaVersions.formulaId, formula.id), eq(formulaVersions.number, formula.latestNumber)));
  if (row === undefined) throw new Error("a formula has a latest version");
  const { state, ...content } = row;
  return { ...content, isActive: state === "ACTIVE" };
}
