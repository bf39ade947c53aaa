import { and, centralTransaction, eq, isNull, sql } from "@storehouse/db";
import { backups, sideCopies } from "@storehouse/db/central";
import { MAIN_SERVER } from "@storehouse/domain";
import { dropScratch, dropSideDatabase } from "@storehouse/tenancy/provision";
import type { BackupContext } from "../backup-context.ts";
import { contextOf } from "../run/context-of.ts";
import { backupLease, withLease } from "../run/with-lease.ts";
import { storeOf } from "../store/open-store.ts";

const WAIT_MS = 60_000;

/** Drops the databases beside a factory that is being deleted: its side copies, whatever state they are in. */
export async function dropAllCopies(ctx: BackupContext, factoryId: string): Promise<void> {
  const { central } = ctx.tenancy;
  const { provisioner } = await contextOf(ctx, factoryId);
  const isThere = and(eq(sideCopies.factoryId, factoryId), isNull(sideCopies.endedAt));
  for (const { id } of await central.select({ id: sideCopies.id }).from(sideCopies).where(isThere)) {
    const dropped = await withLease(central, { name: `copy:${id}`, waitMs: WAIT_MS }, async () => {
      await dropSideDatabase(provisioner, id);
      const gone = {
        state: "DROPPED",
        dbUser: null,
        secret: null,
        secretKeyId: null,
        endedAt: sql`utc_timestamp(3)`,
      } as const;
      await centralTransaction(central, (tx) => tx.update(sideCopies).set(gone).where(eq(sideCopies.id, id)));
      return true;
    });
    if (dropped === undefined) throw new Error("A copy of the factory is in use.");
  }
}

/** Removes every backup of a factory that is being deleted, the verified ones too: archives first, then what was written down of them. */
export async function removeAllBackups(ctx: BackupContext, factoryId: string): Promise<number> {
  const { central } = ctx.tenancy;
  const removed = await withLease(central, backupLease(factoryId, WAIT_MS), async () => {
    const isOfFactory = eq(backups.subject, factoryId);
    const rows = await central
      .select({ fileName: backups.fileName, scratchName: backups.scratchName, server: backups.scratchServer })
      .from(backups)
      .where(isOfFactory);
    for (const { fileName, scratchName, server } of rows) {
      if (scratchName !== null) await dropScratch(ctx.provisioner.at(server ?? MAIN_SERVER), scratchName);
      if (fileName !== null) await storeOf(ctx).remove(fileName);
    }
    await centralTransaction(central, (tx) => tx.delete(backups).where(isOfFactory));
    return rows.length;
  });
  if (removed === undefined) throw new Error("The factory's backups are in use.");
  return removed;
}
