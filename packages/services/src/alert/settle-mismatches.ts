import { and, asc, eq, inArray } from "@storehouse/db";
import { alerts, variantStock } from "@storehouse/db/tenant";
import type { LedgerDifference } from "@storehouse/domain";
import { atomically, type TenantContext } from "../context.ts";
import { chunksOf } from "../import/in-chunks.ts";
import { openKeyOf } from "./alert-key.ts";
import { endAlerts, lockOpenAlerts, type NewAlert, raiseAlerts } from "./save-alerts.ts";

/**
 * Brings the open alerts of levels that do not tie to what a proof found, of one variant or of all: raises one for each variant and place
 * that differs, ends those that tie again.
 */
export async function settleMismatches(
  ctx: TenantContext,
  variantId: string | undefined,
  differences: readonly LedgerDifference[],
): Promise<void> {
  const found = new Map(differences.map((one) => [keyOf(one), one]));
  if (found.size === 0 && (await findOpen(ctx, variantId)).length === 0) return;
  await atomically(ctx, async (tx) => {
    await lockTotals(tx, [...new Set(differences.map((one) => one.variantId))].sort());
    const open = await lockOpenAlerts(tx, [...found.keys()]);
    const over = (await findOpen(tx, variantId)).filter(({ openKey }) => openKey !== null && !found.has(openKey));
    await endAlerts(
      tx,
      over.map(({ id }) => id),
      null,
    );
    const added = [...found].filter(([key]) => !open.has(key));
    await raiseAlerts(
      tx,
      added.map(([, one]) => toAlert(one, differences)),
      null,
    );
  });
}

const keyOf = (one: LedgerDifference): string => openKeyOf("LEVEL_MISMATCH", one);

/** Two who find the same at once come one after the other: the second finds it told. */
async function lockTotals({ db }: TenantContext, ids: readonly string[]): Promise<void> {
  for (const some of chunksOf(ids)) {
    await db
      .select({ id: variantStock.variantId })
      .from(variantStock)
      .where(inArray(variantStock.variantId, some))
      .orderBy(asc(variantStock.variantId))
      .for("update");
  }
}

const findOpen = ({ db }: TenantContext, variantId: string | undefined) =>
  db
    .select({ id: alerts.id, openKey: alerts.openKey })
    .from(alerts)
    .where(
      and(
        eq(alerts.isOpen, 1),
        eq(alerts.kind, "LEVEL_MISMATCH"),
        variantId === undefined ? undefined : eq(alerts.variantId, variantId),
      ),
    );

function toAlert(one: LedgerDifference, all: readonly LedgerDifference[]): NewAlert {
  const differences = all
    .filter((other) => keyOf(other) === keyOf(one))
    .map(({ kind, stored, summed }) => ({ kind, stored, summed }));
  const quantity = differences.find(({ kind }) => kind === "level" || kind === "stock");
  return {
    kind: "LEVEL_MISMATCH",
    variantId: one.variantId,
    locationId: one.locationId,
    onHand: quantity?.stored ?? null,
    limit: quantity?.summed ?? null,
    details: { differences },
  };
}
