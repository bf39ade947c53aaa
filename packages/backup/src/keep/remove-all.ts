import { centralTransaction, eq } from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import { dropScratch } from "@storehouse/tenancy/provision";
import type { BackupContext } from "../backup-context.ts";
import { backupLease, withLease } from "../run/with-lease.ts";
import { storeOf } from "../store/open-store.ts";

const WAIT_MS = 60_000;

/** Removes every backup of a factory that is being deleted, the verified ones too: archives first, then what was written down of them. */
export async function removeAllBackups(ctx: BackupContext, factoryId: string): Promise<number> {
  const { central } = ctx.tenancy;
  const removed = await withLease(central, backupLease(factoryId, WAIT_MS), async () => {
    const isOfFactory = eq(backups.subject, factoryId);
    const rows = await central
      .select({ fileName: backups.fileName, scratchName: backups.scratchName })
      .from(backups)
      .where(isOfFactory);
    for (const { fileName, scratchName } of rows) {
      if (scratchName !== null) await dropScratch(ctx.provisioner, scratchName);
      if (fileName !== null) await storeOf(ctx).remove(fileName);
    }
    await centralTransaction(central, (tx) => tx.delete(backups).where(isOfFactory));
    return rows.length;
  });
  if (removed === undefined) throw new Error("The factory's backups are in use.");
  return removed;
}
