import { fail, type MomentReach, type OpenCopyAtInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import type { BackupPorts } from "./backup-ports.ts";

/** From when on the factory can be brought back to a moment, or why it can't. */
export function getMomentReach(ctx: TenantContext, backups: BackupPorts): Promise<MomentReach> {
  authorize(ctx, "backups.read");
  return backups.copies.reach();
}

/**
 * Asks for a copy of the factory as it was at a moment: its last verified backup before, and what the server's log holds
 * of it since. The worker makes it; `backup.sideCopies` tells how far it is. Sent twice, it is asked for once. Throws
 * INVALID at `at` for a moment that is out of reach, LIMIT_REACHED, KEY_REUSED.
 */
export async function openCopyAt(
  ctx: TenantContext,
  backups: BackupPorts,
  { id, at: text }: OpenCopyAtInput,
): Promise<Readonly<{ id: string }>> {
  authorize(ctx, "backups.openCopy");
  const at = new Date(text);
  const known = await backups.copies.find(id);
  if (known !== undefined && known.savedAt !== at.toISOString()) fail({ code: "KEY_REUSED", clientId: id });
  if (known !== undefined) return { id };
  await assertInReach(backups, at);
  await atomically(ctx, async (tx) => {
    const after = { savedAt: at.toISOString() };
    await recordAudit(tx, { action: "backups.openCopy", entity: "sideCopy", entityId: id, after });
    // In another database, and therefore last: an id that was booked is not booked again.
    await backups.copies.openAt({ id, at, requestedBy: tx.actor.name });
  });
  return { id };
}

async function assertInReach({ copies }: BackupPorts, at: Date): Promise<void> {
  const { earliest, reason, now } = await copies.reach();
  if (earliest === null) return fail({ code: "INVALID", field: "at", reason: reason ?? "NO_LOG" });
  if (at < new Date(earliest)) fail({ code: "INVALID", field: "at", reason: "BEFORE_THE_LOG" });
  if (at > new Date(now)) fail({ code: "INVALID", field: "at", reason: "IN_THE_FUTURE" });
}
