import { eq } from "@storehouse/db";
import { settings } from "@storehouse/db/tenant";
import { type ClosePeriodInput, dayIn, fail } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { lockSettings } from "./read-settings.ts";
import { refuseStale } from "./refuse-stale.ts";

/**
 * Closes the books up to a day that is over: what happened until then can't be posted or corrected any more. Whoever is posting meanwhile is
 * waited for. Moving the day back, or opening all, needs `settings.reopen` and a reason. Throws NOT_ALLOWED, STALE,
 * INVALID DAY_NOT_OVER, or REQUIRED at `reason`. Sent twice it closes once.
 */
export async function closePeriod(ctx: TenantContext, input: ClosePeriodInput): Promise<{ version: number }> {
  authorize(ctx, "settings.close");
  const { version, closedThrough, reason } = input;
  return atomically(ctx, async (tx) => {
    const stored = await lockSettings(tx.db);
    if (stored.closedThrough === closedThrough) return { version: stored.version };
    refuseStale(stored, version, ["closedThrough"]);
    const isReopening = (closedThrough ?? "") < (stored.closedThrough ?? "");
    if (isReopening) authorize(tx, "settings.reopen");
    if (isReopening && reason === null) fail({ code: "INVALID", field: "reason", reason: "REQUIRED" });
    if (closedThrough !== null && closedThrough >= dayIn(stored.timeZone, tx.now())) {
      fail({ code: "INVALID", field: "closedThrough", reason: "DAY_NOT_OVER" });
    }
    await tx.db
      .update(settings)
      .set({ closedThrough, version: version + 1 })
      .where(eq(settings.id, 1));
    await recordAudit(tx, {
      action: isReopening ? "settings.reopen" : "settings.close",
      entity: "settings",
      entityId: stored.factoryId,
      before: { closedThrough: stored.closedThrough },
      after: { closedThrough },
      ...(reason === null ? {} : { reason }),
    });
    return { version: version + 1 };
  });
}
