import { and, eq } from "@storehouse/db";
import { formulaVersions, productFormulas } from "@storehouse/db/tenant";
import { fail, type FormulaComponent, type FormulaVersionInput, type VersionState } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { checkFormula } from "./check-formula.ts";
import { lockFormula, lockGraph, type LockedFormula } from "./lock-formula.ts";
import { failStaleFormula } from "./stale-formula.ts";
import { retireActive } from "./write-version.ts";

/** Puts a version in use, in the place of the one before. Throws STALE, ARCHIVED, NOT_FOUND, and what `checkFormula` throws of its components. */
export const activateVersion = (ctx: TenantContext, input: FormulaVersionInput): Promise<{ version: number }> =>
  setState(ctx, input, "ACTIVE");

/** Takes a version out of use, or lays a draft aside. Throws STALE, NOT_FOUND. */
export const retireVersion = (ctx: TenantContext, input: FormulaVersionInput): Promise<{ version: number }> =>
  setState(ctx, input, "RETIRED");

/** A version that is in the state asked for stays as it is, so sending it twice answers twice. */
async function setState(
  ctx: TenantContext,
  { id, version, versionId }: FormulaVersionInput,
  state: Exclude<VersionState, "DRAFT">,
): Promise<{ version: number }> {
  authorize(ctx, "productFormulas.update");
  return atomically(ctx, async (tx) => {
    const formula = await lockFormula(tx.db, id);
    const stored = await getVersion(tx, id, versionId);
    if (stored.state === state) return { version: formula.version };
    if (formula.version !== version) failStaleFormula(formula);
    await lockGraph(tx.db);
    if (state === "ACTIVE") await assertUsable(tx, formula, stored);
    if (state === "ACTIVE") await retireActive(tx, id);
    await tx.db
      .update(formulaVersions)
      .set({ state, activeOf: state === "ACTIVE" ? id : null })
      .where(eq(formulaVersions.id, versionId));
    await tx.db
      .update(productFormulas)
      .set({ version: version + 1, updatedAt: tx.now() })
      .where(eq(productFormulas.id, id));
    await recordAudit(tx, {
      action: state === "ACTIVE" ? "productFormulas.activate" : "productFormulas.retire",
      entity: "formula",
      entityId: id,
      before: { number: stored.number, state: stored.state },
      after: { number: stored.number, state },
    });
    return { version: version + 1 };
  });
}

async function getVersion({ db }: TenantContext, formulaId: string, versionId: string) {
  const { number, state, outputQuantity, components } = formulaVersions;
  const [row] = await db
    .select({ number, state, outputQuantity, components })
    .from(formulaVersions)
    .where(and(eq(formulaVersions.id, versionId), eq(formulaVersions.formulaId, formulaId)));
  return row ?? fail({ code: "NOT_FOUND", entity: "formula", id: versionId, field: "versionId" });
}

type Stored = Readonly<{ outputQuantity: string; components: readonly Required<FormulaComponent>[] }>;

/** What was fit for use when it was saved may not be now: a component was archived, or has come to be made of the product. */
async function assertUsable(
  ctx: TenantContext,
  { id, variantId, isArchived }: LockedFormula,
  { outputQuantity, components }: Stored,
): Promise<void> {
  if (isArchived) fail({ code: "ARCHIVED", entity: "formula", id });
  await checkFormula(ctx, { variantId, outputQuantity, components });
}
