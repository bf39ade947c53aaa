import { eq } from "@storehouse/db";
import { formulaVersions } from "@storehouse/db/tenant";
import { UpdateFormulaInput } from "@storehouse/domain";
import { parsed } from "../audit/restorable.ts";
import type { TenantContext } from "../context.ts";
import { activateVersion, retireVersion } from "../formula/set-version-state.ts";
import { updateFormula } from "../formula/update-formula.ts";
import { hasVersion } from "./find-formula-state.ts";
import type { Target } from "./put-back.ts";

/** Puts in use what was in use: the version itself, where it is still there, else one that says the same. */
export async function putFormulaBack(ctx: TenantContext, { id, version, content }: Target): Promise<void> {
  const { versionId, state, variantId: _, number: __, ...document } = content;
  const isActive = state === "ACTIVE";
  if (typeof versionId === "string" && (await hasVersion(ctx.db, id, versionId))) {
    if (isActive) await activateVersion(ctx, { id, version, versionId });
    else await retireActive(ctx, id, version);
    return;
  }
  const components = Array.isArray(document["components"]) ? document["components"].map(sent) : [];
  await updateFormula(ctx, parsed(UpdateFormulaInput, { ...document, components, id, version, versionId, isActive }));
}

/** A stored component as one is sent: what its quantity means in the base unit is worked out anew. */
const sent = ({ baseQuantity: _, ...component }: Record<string, unknown>): Record<string, unknown> => component;

async function retireActive(ctx: TenantContext, id: string, version: number): Promise<void> {
  const [inUse] = await ctx.db
    .select({ versionId: formulaVersions.id })
    .from(formulaVersions)
    .where(eq(formulaVersions.activeOf, id));
  if (inUse !== undefined) await retireVersion(ctx, { id, version, versionId: inUse.versionId });
}
