import { and, type CentralDb, centralTransaction, eq, sql } from "@storehouse/db";
import { backups, factories, sideCopies } from "@storehouse/db/central";
import { BEFORE_RESTORE_DAYS } from "@storehouse/domain";
import { copyNameOf, recordPlatformEvent } from "@storehouse/tenancy";
import { type CopyReader, dropUnusedKept, type Swap } from "@storehouse/tenancy/provision";
import { v7 } from "uuid";
import type { BackupContext } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { reasonOf } from "../run/reason-of.ts";
import { type CopyRecord, inHours, NOW } from "./copy-rows.ts";

/** Lets nobody into the factory any more. Done before, it does nothing. Throws BackupFailed when the factory is not open. */
export async function closeFactory(central: CentralDb, { id, factoryId }: CopyRecord): Promise<void> {
  await centralTransaction(central, async (tx) => {
    const [factory] = await tx
      .select({ state: factories.state })
      .from(factories)
      .where(eq(factories.id, factoryId))
      .for("update");
    if (factory?.state === "RESTORING") return;
    if (factory?.state !== "READY") throw new BackupFailed("The factory was closed meanwhile.");
    await tx.update(factories).set({ state: "RESTORING", updatedAt: NOW }).where(eq(factories.id, factoryId));
    await tx.update(sideCopies).set({ step: "closing", closedAt: NOW }).where(eq(sideCopies.id, id));
  });
}

/** How long the factory has let nobody in. */
export async function closedForMs(central: CentralDb, id: string): Promise<number> {
  const age = sql<number | string>`timestampdiff(microsecond, ${sideCopies.closedAt}, utc_timestamp(3))`;
  const [row] = await central.select({ age }).from(sideCopies).where(eq(sideCopies.id, id));
  return Number(row?.age ?? 0) / 1_000;
}

type Opened = Readonly<{ row: CopyRecord; keptId: string; reader: CopyReader; schemaVersion: number }>;

/**
 * Opens the factory on what took its place: its pools everywhere are left behind, what it was is a side copy for a week,
 * and a backup of what it is now is asked for. All of it in one transaction.
 */
export async function openRestored(central: CentralDb, { row, keptId, reader, schemaVersion }: Opened): Promise<void> {
  const { id, factoryId, switchedBy, savedAt, backupId } = row;
  const own = { factoryId, dbName: copyNameOf(keptId), schemaVersion, ...reader };
  const kept = { id: keptId, kind: "BEFORE", state: "READY", ...own } as const;
  await centralTransaction(central, async (tx) => {
    const switched = { state: "SWITCHED", step: null, reason: null } as const;
    const isSwitching = and(eq(sideCopies.id, id), eq(sideCopies.state, "SWITCHING"));
    const [changed] = await tx.update(sideCopies).set(switched).where(isSwitching);
    if (changed.affectedRows === 0) return;
    const credentialVersion = sql`${factories.credentialVersion} + 1`;
    const open = { state: "READY", credentialVersion, schemaVersion, quarantineReason: null, updatedAt: NOW };
    await tx.update(factories).set(open).where(eq(factories.id, factoryId));
    const [closed] = await tx.select({ at: sideCopies.closedAt }).from(sideCopies).where(eq(sideCopies.id, id));
    const until = { savedAt: closed?.at ?? null, readyAt: NOW, expiresAt: inHours(BEFORE_RESTORE_DAYS * 24) };
    await tx.insert(sideCopies).values({ ...kept, ...until, requestedBy: switchedBy, requestedAt: NOW });
    const backup = { id: v7(), subject: factoryId, state: "REQUESTED", requestedAt: NOW } as const;
    await tx.insert(backups).values({ ...backup, requestedBy: "After a restore" });
    const detail = { by: switchedBy, savedAt: savedAt?.toISOString() ?? null, backupId, keptAs: keptId };
    await recordPlatformEvent(tx, { actor: "worker", action: "factory.restore", factoryId, detail });
  });
}

/** Opens the factory as it was: nothing of it was touched. The copy can be tried again, or closed. */
export async function reopenUnchanged(
  ctx: BackupContext,
  { row, swap }: Readonly<{ row: CopyRecord; swap: Swap }>,
  error: unknown,
): Promise<void> {
  const { central } = ctx.tenancy;
  const { id, factoryId } = row;
  const again = { state: "READY", step: null, closedAt: null, keptId: null, safetyBackupId: null } as const;
  await dropUnusedKept(ctx.provisioner, swap);
  await centralTransaction(central, async (tx) => {
    const isClosedByUs = and(eq(factories.id, factoryId), eq(factories.state, "RESTORING"));
    await tx.update(factories).set({ state: "READY", updatedAt: NOW }).where(isClosedByUs);
    const isSwitching = and(eq(sideCopies.id, id), eq(sideCopies.state, "SWITCHING"));
    await tx
      .update(sideCopies)
      .set({ ...again, reason: reasonOf(error) })
      .where(isSwitching);
    const detail = { reason: reasonOf(error) };
    await recordPlatformEvent(tx, { actor: "worker", action: "factory.restoreFailed", factoryId, detail });
  });
}
