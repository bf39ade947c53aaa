import { and, type CentralDb, eq, inArray, isNotNull, or } from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import { MAIN_SERVER } from "@storehouse/domain";
import { dropScratch } from "@storehouse/tenancy/provision";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BackupContext } from "../backup-context.ts";
import { RUN_FOLDER } from "../dump/with-option-file.ts";
import { changeBackup } from "../run/backup-rows.ts";
import { backupLease, withLease } from "../run/with-lease.ts";
import { storeOf } from "../store/open-store.ts";

const STOPPED = "The service was stopped while the backup was being written.";

/**
 * Clears away what a process that is gone has left of one subject's backups: the half of a file, the database that one
 * was restored into. The turn of the timetable is free again. To be called under the subject's lease. True when there was a half.
 */
export async function clearCrashed(ctx: BackupContext, subject: string): Promise<boolean> {
  const { central } = ctx.tenancy;
  const left = await central
    .select({
      id: backups.id,
      state: backups.state,
      fileName: backups.fileName,
      scratchName: backups.scratchName,
      scratchServer: backups.scratchServer,
    })
    .from(backups)
    .where(and(eq(backups.subject, subject), or(eq(backups.state, "RUNNING"), isNotNull(backups.scratchName))));
  for (const { id, state, fileName, scratchName, scratchServer } of left) {
    if (scratchName !== null) {
      await dropScratch(ctx.provisioner.at(scratchServer ?? MAIN_SERVER), scratchName);
      await changeBackup(
        central,
        { id, states: ["STORED", "VERIFIED", "FAILED"] },
        { scratchName: null, scratchServer: null },
      );
    }
    if (state !== "RUNNING") continue;
    if (fileName !== null) await storeOf(ctx).remove(fileName);
    const failed = { state: "FAILED", slot: null, fileName: null, reason: STOPPED } as const;
    await changeBackup(central, { id, states: ["RUNNING"] }, failed);
  }
  return left.some(({ state }) => state === "RUNNING");
}

/** Clears away after every process that is gone, and says whose backups were cut off. What is under way is left alone. */
export async function clearAllCrashed(ctx: BackupContext): Promise<readonly string[]> {
  const { central } = ctx.tenancy;
  const cut: string[] = [];
  for (const subject of await listSuspects(central)) {
    const hadHalf = await withLease(central, backupLease(subject, 0), () => clearCrashed(ctx, subject));
    if (hadHalf === true) cut.push(subject);
  }
  await clearOptionFiles(ctx);
  return cut;
}

async function listSuspects(central: CentralDb): Promise<readonly string[]> {
  const rows = await central
    .selectDistinct({ subject: backups.subject })
    .from(backups)
    .where(or(inArray(backups.state, ["RUNNING"]), isNotNull(backups.scratchName)));
  return rows.map(({ subject }) => subject);
}

/** The files with passwords of processes that were killed; each folder is named after its process. */
async function clearOptionFiles({ folder }: BackupContext): Promise<void> {
  const home = join(folder, RUN_FOLDER);
  const names = await readdir(home).catch(() => []);
  const left = names.filter((name) => !isAlive(Number.parseInt(name, 10)));
  await Promise.all(left.map((name) => rm(join(home, name), { recursive: true, force: true })));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
