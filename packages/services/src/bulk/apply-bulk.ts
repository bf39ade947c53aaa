import { eq } from "@storehouse/db";
import { bulkChanges } from "@storehouse/db/tenant";
import { type BulkStatus, type ByIdInput, fail } from "@storehouse/domain";
import type { PeoplePorts } from "../audit/restorable.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { lockBulk, type StoredBulk } from "./bulk-status.ts";
import { permissionFor } from "./candidate.ts";
import { assertTarget } from "./product-candidates.ts";
import { APPLYING, type Direction, runBulk, UNDOING } from "./run-bulk.ts";

/**
 * Applies what was previewed, a few seconds of it at a time: while its state is APPLYING, send it again. Records that were changed since the
 * preview are missed and say so. Each is audited with the id of the change. Sent again when it is done, it changes nothing.
 * Throws NOT_FOUND for a change that somebody else previewed, NOT_ALLOWED, and ARCHIVED where the records are to point at what is out of use by now.
 */
export async function applyBulk(ctx: TenantContext, accounts: PeoplePorts, { id }: ByIdInput): Promise<BulkStatus> {
  const bulk = await begin(ctx, id, APPLYING, (stored) => {
    if (stored.userId !== ctx.actor.id) fail({ code: "NOT_FOUND", entity: "bulkChange", id });
    return stored.state === "PREVIEWED" || stored.state === "APPLYING";
  });
  return runBulk(ctx, { bulk, way: APPLYING, accounts });
}

/**
 * Takes a change of many back, whoever made it, a few seconds of it at a time: while its state is UNDOING, send it again. Records that were
 * changed since are kept as they are and say so. Throws NOT_FOUND, NOT_ALLOWED, WRONG_STATE for one that was never applied.
 */
export async function undoBulk(ctx: TenantContext, accounts: PeoplePorts, { id }: ByIdInput): Promise<BulkStatus> {
  const bulk = await begin(ctx, id, UNDOING, ({ state }) => {
    if (state === "PREVIEWED") fail({ code: "WRONG_STATE", entity: "bulkChange", id, state });
    // One that was given up half-way is taken back as far as it came.
    return state === "APPLIED" || state === "APPLYING" || state === "UNDOING";
  });
  return runBulk(ctx, { bulk, way: UNDOING, accounts });
}

function begin(
  ctx: TenantContext,
  id: string,
  way: Direction,
  mayBegin: (stored: StoredBulk) => boolean,
): Promise<StoredBulk> {
  authorize(ctx, "bulk.change");
  return atomically(ctx, async (tx) => {
    const stored = await lockBulk(tx.db, id);
    authorize(tx, permissionFor(stored as Parameters<typeof permissionFor>[0]));
    if (!mayBegin(stored) || stored.state === way.during) return stored;
    if (way === APPLYING && stored.list === "products" && stored.change.field !== "isActive") {
      await assertTarget(tx, stored.change);
    }
    await tx.db.update(bulkChanges).set({ state: way.during, updatedAt: tx.now() }).where(eq(bulkChanges.id, id));
    return { ...stored, state: way.during };
  });
}
