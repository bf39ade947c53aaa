import { sql } from "@storehouse/db";
import { dropScratch, makeRestorable, newScratchName } from "@storehouse/tenancy/provision";
import { assertIntact, readArchive } from "../archive/read-archive.ts";
import type { BackupContext } from "../backup-context.ts";
import { ArchiveRefused } from "../backup-failed.ts";
import { clearCrashed } from "../keep/clear-crashed.ts";
import { type BackupRecord, changeBackup, findBackup } from "../run/backup-rows.ts";
import { contextAt, contextOf } from "../run/context-of.ts";
import { reasonOf } from "../run/reason-of.ts";
import { backupLease, withLease } from "../run/with-lease.ts";
import { storeOf } from "../store/open-store.ts";
import { type Restored, restoreAndCompare, RestoreDiffers } from "./restored.ts";

/** How a check ended: `later` when it could not be finished and will be tried again; `busy` when another is at it. */
export type Verified = Readonly<{ outcome: "verified" | "failed" | "later" | "busy" | "none"; error?: unknown }>;

const WAIT_MS = 60_000;
const CHECKS_MAX = 5;

/**
 * Restores a stored backup into a database of its own and drops that again. Only when it is the same, row for row, does
 * the backup count as good. What can't be finished is tried again; what is wrong is written down with the backup. That
 * is done on the server that it is of, unless another is named.
 */
export async function verifyBackup(ctx: BackupContext, id: string, serverName?: string): Promise<Verified> {
  const { central } = ctx.tenancy;
  const row = await findBackup(central, id);
  if (row === undefined || row.fileName === null) return { outcome: "none" };
  const done = await withLease(central, backupLease(row.subject, WAIT_MS), async (): Promise<Verified> => {
    await clearCrashed(ctx, row.subject);
    try {
      const own = await (serverName === undefined ? contextOf(ctx, row.subject) : contextAt(ctx, serverName));
      const restored = await restoreScratch(own, row);
      const facts = { state: "VERIFIED", verifiedAt: sql`utc_timestamp(3)`, reason: ledgerReason(restored) } as const;
      await changeBackup(central, { id, states: CHECKED }, facts);
      return { outcome: "verified" };
    } catch (error) {
      return await giveUp(ctx, row, error);
    }
  });
  return done ?? { outcome: "busy" };
}

const CHECKED = ["STORED", "VERIFIED"] as const;

async function restoreScratch(ctx: BackupContext, row: BackupRecord): Promise<Restored> {
  const { central } = ctx.tenancy;
  const archive = await readArchive(storeOf(ctx), row.fileName ?? "", ctx.keys);
  if (archive.subject !== row.subject || archive.manifest.backupId !== row.id)
    throw new ArchiveRefused("The file is of another backup.");
  await assertIntact(archive);
  const scratchName = newScratchName();
  const checked = { id: row.id, states: CHECKED };
  await changeBackup(central, checked, { scratchName, scratchServer: ctx.provisioner.serverName });
  try {
    return await restoreAndCompare(ctx, archive, await makeRestorable(ctx.provisioner, scratchName));
  } finally {
    await dropScratch(ctx.provisioner, scratchName);
    await changeBackup(central, checked, { scratchName: null, scratchServer: null });
  }
}

async function giveUp(ctx: BackupContext, { id, checks }: BackupRecord, error: unknown): Promise<Verified> {
  const isWrong = error instanceof ArchiveRefused || error instanceof RestoreDiffers;
  const isOver = isWrong || checks + 1 >= CHECKS_MAX;
  const changes = { ...(isOver ? { state: "FAILED" } : {}), checks: checks + 1, reason: reasonOf(error) };
  await changeBackup(ctx.tenancy.central, { id, states: CHECKED }, changes);
  return { outcome: isOver ? "failed" : "later", error };
}

/** The copy is faithful; that the factory's own books did not add up when it was made is worth knowing. */
function ledgerReason({ ledger }: Restored): string | null {
  if (ledger.length === 0) return null;
  return `The copy is the same, but its stock and entries disagree in ${ledger.length} places, as they did in the factory.`;
}
