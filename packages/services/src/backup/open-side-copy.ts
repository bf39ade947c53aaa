import { fail, type OpenSideCopyInput, type SideCopyByIdInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import type { BackupPorts } from "./backup-ports.ts";

/**
 * Asks for a copy of a backup beside the factory, to look at and to take records back from. The worker restores it and
 * proves that it is what was saved; `backup.sideCopies` tells how far it is. Sent twice, it is asked for once.
 * Throws NOT_FOUND, WRONG_STATE for a backup without a file, LIMIT_REACHED, KEY_REUSED.
 */
export async function openSideCopy(
  ctx: TenantContext,
  backups: BackupPorts,
  { id, backupId }: OpenSideCopyInput,
): Promise<Readonly<{ id: string }>> {
  authorize(ctx, "backups.openCopy");
  const backup = await backups.find(backupId);
  if (backup === undefined) return fail({ code: "NOT_FOUND", entity: "backup", id: backupId, field: "backupId" });
  const known = await backups.copies.find(id);
  if (known !== undefined && known.backupId !== backupId) fail({ code: "KEY_REUSED", clientId: id });
  if (known !== undefined) return { id };
  if (!backup.hasFile) fail({ code: "WRONG_STATE", entity: "backup", id: backupId, state: backup.state });
  await atomically(ctx, async (tx) => {
    const after = { backupId, savedAt: backup.startedAt };
    await recordAudit(tx, { action: "backups.openCopy", entity: "sideCopy", entityId: id, after });
    // In another database, and therefore last: an id that was booked is not booked again.
    await backups.copies.open({ id, backupId, requestedBy: tx.actor.name });
  });
  return { id };
}

const OVER = ["DROPPING", "DROPPED", "SWITCHED", "FAILED"];

/** Has a side copy removed before its time. Throws NOT_FOUND, and WRONG_STATE while it takes the factory's place. */
export async function closeSideCopy(
  ctx: TenantContext,
  backups: BackupPorts,
  { id }: SideCopyByIdInput,
): Promise<Readonly<{ id: string }>> {
  authorize(ctx, "backups.openCopy");
  const copy = await backups.copies.find(id);
  if (copy === undefined) return fail({ code: "NOT_FOUND", entity: "sideCopy", id });
  if (OVER.includes(copy.state)) return { id };
  await atomically(ctx, async (tx) => {
    const after = { savedAt: copy.savedAt };
    await recordAudit(tx, { action: "backups.closeCopy", entity: "sideCopy", entityId: id, after });
    await backups.copies.close(id);
  });
  return { id };
}
