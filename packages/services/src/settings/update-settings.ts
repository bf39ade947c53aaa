import { asc, eq } from "@storehouse/db";
import { settings, variantStock } from "@storehouse/db/tenant";
import { fail, type UpdateSettingsInput } from "@storehouse/domain";
import { reviewFactory } from "../alert/review-factory.ts";
import { difference, recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { refreshLowOf } from "../product/stock.ts";
import { changedFields } from "../record/same-content.ts";
import { hasPostings } from "./has-postings.ts";
import { lockSettings, readSettings } from "./read-settings.ts";
import { refuseStale } from "./refuse-stale.ts";

/**
 * Changes the factory's settings, from the version the change was made from; with another minimum rule, decides anew what is low.
 * Throws NOT_ALLOWED, STALE, INVALID at `currency` once anything is posted. Settings that are the same stay, so sending it twice answers twice.
 */
export async function updateSettings(ctx: TenantContext, input: UpdateSettingsInput): Promise<{ version: number }> {
  authorize(ctx, "settings.update");
  const { version, ...content } = input;
  return atomically(ctx, async (tx) => {
    // Before the settings, as every posting locks them: the other way round each would wait for the other.
    if ((await readSettings(tx.db)).minimumRule !== content.minimumRule) await lockAllStock(tx);
    const stored = await lockSettings(tx.db);
    const changed = changedFields<Record<string, unknown>>(stored, content);
    if (changed.length === 0) return { version: stored.version };
    refuseStale(stored, version, changed);
    if (content.currency !== stored.currency && (await hasPostings(tx.db))) {
      fail({ code: "INVALID", field: "currency", reason: "CURRENCY_FIXED" });
    }
    await tx.db
      .update(settings)
      .set({ ...content, version: version + 1 })
      .where(eq(settings.id, 1));
    if (content.minimumRule !== stored.minimumRule) {
      await refreshLowOf(tx, undefined);
      await reviewFactory(tx);
    }
    const { factoryId, closedThrough: _, version: __, ...before } = stored;
    await recordAudit(tx, {
      action: "settings.update",
      entity: "settings",
      entityId: factoryId,
      ...difference(before, content),
    });
    return { version: version + 1 };
  });
}

const lockAllStock = ({ db }: TenantContext) =>
  db.select({ id: variantStock.variantId }).from(variantStock).orderBy(asc(variantStock.variantId)).for("update");
