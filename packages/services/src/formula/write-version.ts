import { eq } from "@storehouse/db";
import { formulaUses, formulaVersions } from "@storehouse/db/tenant";
import { personOf, type TenantContext } from "../context.ts";
import type { FormulaDocument } from "./check-formula.ts";

/** A version to be written. */
export type NewVersion = FormulaDocument &
  Readonly<{
    id: string;
    formulaId: string;
    number: number;
    name: string | null;
    note: string | null;
    isActive: boolean;
  }>;

/** Writes a version with the index of its components; one that is in use takes the place of the one before. Who calls holds the formula's lock. */
export async function writeVersion(ctx: TenantContext, version: NewVersion): Promise<void> {
  const { isActive, ...row } = version;
  if (isActive) await retireActive(ctx, version.formulaId);
  await ctx.db.insert(formulaVersions).values({
    ...row,
    state: isActive ? "ACTIVE" : "DRAFT",
    activeOf: isActive ? version.formulaId : null,
    userId: personOf(ctx),
    createdAt: ctx.now(),
  });
  await ctx.db
    .insert(formulaUses)
    .values(version.components.map(({ variantId }) => ({ variantId, versionId: version.id })));
}

/** Takes the version in use out of it. */
export async function retireActive({ db }: TenantContext, formulaId: string): Promise<void> {
  await db
    .update(formulaVersions)
    .set({ state: "RETIRED", activeOf: null })
    .where(eq(formulaVersions.activeOf, formulaId));
}
