import { eq } from "@storehouse/db";
import { identity, settings } from "@storehouse/db/tenant";
import type { MakeRule, UpdateMakeRuleInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { readMakeFrom } from "./get-make-rule.ts";

/** Sets where makings take their components from. The rule it already has is no change, so sending it twice writes one audit line. */
export function updateMakeRule(ctx: TenantContext, { makeFrom }: UpdateMakeRuleInput): Promise<MakeRule> {
  authorize(ctx, "productFormulas.update");
  return atomically(ctx, async (tx) => {
    await tx.db.select({ id: settings.id }).from(settings).where(eq(settings.id, 1)).for("update");
    const before = await readMakeFrom(tx.db);
    if (before === makeFrom) return { makeFrom };
    const [factory] = await tx.db.select({ id: identity.factoryId }).from(identity);
    await tx.db.update(settings).set({ makeFrom }).where(eq(settings.id, 1));
    await recordAudit(tx, {
      action: "productFormulas.updateMakeRule",
      entity: "factory",
      entityId: factory?.id ?? "",
      before: { makeFrom: before },
      after: { makeFrom },
    });
    return { makeFrom };
  });
}
