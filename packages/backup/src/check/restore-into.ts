import { findDriverError } from "@storehouse/db";
import { dropRestorer, dropUnfinished, makeRestorable } from "@storehouse/tenancy/provision";
import type { DatabaseAddress } from "@storehouse/tenancy";
import { assertIntact, type OpenArchive, readArchive } from "../archive/read-archive.ts";
import type { BackupContext } from "../backup-context.ts";
import { ArchiveRefused, BackupFailed } from "../backup-failed.ts";
import { storeOf } from "../store/open-store.ts";
import { type Restored, restoreAndCompare } from "./restored.ts";

export type RestoreWish = Readonly<{
  /** What the archive is called in the store. */
  fileName: string;
  /** Whose it must be: a factory's id, or `central`. */
  subject: string;
  /** Which backup it must be; any of the subject's where it is not said. */
  backupId?: string | undefined;
  /** A database that is not there yet. */
  dbName: string;
  /** The newest schema that is known here: one of a later version of the service is refused. */
  schemaMax?: number | undefined;
  /** Hears how far it is; what it throws ends the restore. */
  onStep?: ((step: RestoreStep, bytes: number) => void) | undefined;
}>;

/** What a restore does one after the other. */
export type RestoreStep = "reading" | "restoring" | "comparing";

const EXISTS_ALREADY = 1007;

/**
 * Restores an archive into a new database and proves that it is the same. An archive that was changed, cut off or is of
 * another factory is refused before anything is touched; a database that is there already is never written to. When it
 * can't be finished, what was begun is removed. Throws BackupFailed.
 */
export async function restoreInto(ctx: BackupContext, wish: RestoreWish): Promise<Restored> {
  const { fileName, dbName, onStep = () => undefined } = wish;
  onStep("reading", 0);
  const archive = await readArchive(storeOf(ctx), fileName, ctx.keys);
  assertWanted(archive, wish);
  await assertIntact(archive);
  onStep("restoring", 0);
  const address = await makeNew(ctx, dbName);
  try {
    const restored = await restoreAndCompare(ctx, archive, address, onStep);
    await dropRestorer(ctx.provisioner, dbName);
    return restored;
  } catch (error) {
    await dropUnfinished(ctx.provisioner, dbName);
    throw error;
  }
}

function assertWanted({ subject, manifest }: OpenArchive, wish: RestoreWish): void {
  if (subject !== wish.subject) throw new ArchiveRefused("The backup is of another factory.");
  if (wish.backupId !== undefined && manifest.backupId !== wish.backupId)
    throw new ArchiveRefused("The file is of another backup.");
  if (wish.schemaMax !== undefined && manifest.schemaVersion > wish.schemaMax)
    throw new ArchiveRefused("The backup is of a later version of the service.");
}

async function makeNew({ provisioner }: BackupContext, dbName: string): Promise<DatabaseAddress> {
  try {
    return await makeRestorable(provisioner, dbName);
  } catch (error) {
    if (findDriverError(error)?.errno !== EXISTS_ALREADY) throw error;
    throw new BackupFailed("A database of that name is there already.", { cause: error });
  }
}
