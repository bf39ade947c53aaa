import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { newId } from "../new-id.ts";
import type { BackupPorts } from "./backup-ports.ts";

/** Removes the factory's backups that need not be kept any more, as the worker does on its own; never the only verified one. */
export async function cleanUpBackups(ctx: TenantContext, backups: BackupPorts): Promise<Readonly<{ removed: number }>> {
  authorize(ctx, "backups.cleanUp");
  const removed = await backups.cleanUp();
  if (removed > 0) {
    await atomically(ctx, (tx) =>
      recordAudit(tx, { action: "backups.cleanUp", entity: "backup", entityId: newId(), after: { removed } }),
    );
  }
  return { removed };
}
