import type { CreateBackupInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import type { BackupPorts } from "./backup-ports.ts";

/**
 * Asks for a backup now. While one is under way nothing new is begun, and that one is answered with; sent twice, it is
 * asked for once. The worker takes it within a second or so; `backup.status` tells the rest.
 */
export async function createBackup(
  ctx: TenantContext,
  backups: BackupPorts,
  { id }: CreateBackupInput,
): Promise<Readonly<{ id: string }>> {
  authorize(ctx, "backups.create");
  const { underWay } = await backups.status();
  if (underWay !== null) return { id: underWay.id };
  if ((await backups.find(id)) !== undefined) return { id };
  return atomically(ctx, async (tx) => {
    await recordAudit(tx, { action: "backups.create", entity: "backup", entityId: id });
    // In another database, and therefore last: an id that was booked is not booked again.
    return { id: await backups.request(id, tx.actor.name) };
  });
}
