import { fail, type SwitchToCopyInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import type { BackupPorts } from "./backup-ports.ts";

const BEGUN = ["SWITCHING", "SWITCHED"];

/**
 * Asks that a side copy take the factory's place. The worker saves the factory first and checks that backup; then nobody
 * is let in for some seconds, and everybody signs in anew. What the factory was is kept as a side copy for a week.
 * Throws NOT_FOUND, WRONG_STATE, and INVALID at `confirm` unless that is the name of the factory's database.
 */
export async function switchToCopy(
  ctx: TenantContext,
  backups: BackupPorts,
  { id, confirm }: SwitchToCopyInput,
): Promise<Readonly<{ id: string }>> {
  authorize(ctx, "backups.restore");
  const copy = await backups.copies.find(id);
  if (copy === undefined) return fail({ code: "NOT_FOUND", entity: "sideCopy", id });
  if (confirm !== backups.copies.dbName) fail({ code: "INVALID", field: "confirm", reason: "NOT_THE_NAME" });
  if (BEGUN.includes(copy.state)) return { id };
  if (copy.state !== "READY") fail({ code: "WRONG_STATE", entity: "sideCopy", id, state: copy.state });
  await atomically(ctx, async (tx) => {
    const after = { savedAt: copy.savedAt };
    await recordAudit(tx, { action: "backups.restore", entity: "sideCopy", entityId: id, after });
    await backups.copies.switchTo({ id, requestedBy: tx.actor.name });
  });
  return { id };
}
