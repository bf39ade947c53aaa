import { centralTransaction, eq } from "@storehouse/db";
import { backups, sideCopies } from "@storehouse/db/central";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import type { BackupContext } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { verifyBackup } from "../check/verify-backup.ts";
import { clearCrashed } from "../keep/clear-crashed.ts";
import { type BackupRecord, findBackup } from "../run/backup-rows.ts";
import { backupLease, withLease } from "../run/with-lease.ts";
import { backUpFactory } from "../save/back-up.ts";
import { type CopyRecord, findCopy, NOW } from "./copy-rows.ts";

const TRIES_MAX = 3;
const POLL_MS = 500;
/** Longer than any dump of a factory takes. */
const WAIT_MAX_MS = 3_600_000;

/**
 * Sees to it that the factory as it is now is saved and that backup found to be good, before anything takes its place.
 * Asked for once, however often it is taken up again. Throws BackupFailed when it can't be had.
 */
export async function ensureSafetyBackup(ctx: BackupContext, { id, factoryId }: CopyRecord): Promise<void> {
  const until = Date.now() + WAIT_MAX_MS;
  for (let tries = 1; Date.now() < until; ) {
    const backup = await findSafety(ctx, id);
    if (backup?.state === "VERIFIED") return;
    if (backup === undefined || backup.state === "FAILED") {
      if (backup !== undefined && tries++ >= TRIES_MAX)
        throw new BackupFailed(`The factory could not be saved first, so nothing was changed. ${backup.reason ?? ""}`);
      await book(ctx, { id, factoryId });
      continue;
    }
    if (backup.state === "REQUESTED") await backUpFactory(ctx, factoryId, { id: backup.id });
    else if (backup.state === "STORED") await verifyBackup(ctx, backup.id);
    else if (!(await clearIfLeft(ctx, factoryId))) await sleep(POLL_MS);
  }
  throw new BackupFailed("The factory could not be saved first, so nothing was changed.");
}

/** Another worker may be writing it: then this waits for it. Nobody waits for one that was killed. */
async function clearIfLeft(ctx: BackupContext, factoryId: string): Promise<boolean> {
  const hadHalf = await withLease(ctx.tenancy.central, backupLease(factoryId, 0), () => clearCrashed(ctx, factoryId));
  return hadHalf === true;
}

async function findSafety({ tenancy: { central } }: BackupContext, copyId: string): Promise<BackupRecord | undefined> {
  const safetyId = (await findCopy(central, copyId))?.safetyBackupId ?? null;
  return safetyId === null ? undefined : findBackup(central, safetyId);
}

async function book({ tenancy: { central } }: BackupContext, copy: Pick<CopyRecord, "id" | "factoryId">) {
  const safetyBackupId = v7();
  await centralTransaction(central, async (tx) => {
    const row = { id: safetyBackupId, subject: copy.factoryId, state: "REQUESTED", requestedAt: NOW } as const;
    await tx.insert(backups).values({ ...row, requestedBy: "Before a restore" });
    await tx.update(sideCopies).set({ safetyBackupId }).where(eq(sideCopies.id, copy.id));
  });
}
