import { findDriverError } from "@storehouse/db";
import { dropRestorer, dropUnfinished, makeRestorable } from "@storehouse/tenancy/provision";
import type { DatabaseAddress } from "@storehouse/tenancy";
import { assertIntact, readArchive } from "../archive/read-archive.ts";
import type { BackupContext } from "../backup-context.ts";
import { ArchiveRefused, BackupFailed } from "../backup-failed.ts";
import { storeOf } from "../store/open-store.ts";
import { type Restored, restoreAndCompare } from "./restored.ts";

export type RestoreWish = Readonly<{
  /** What the archive is called in the store. */
  fileName: string;
  /** Whose it must be: a factory's id, or `central`. */
  subject: string;
  /** A database that is not there yet. */
  dbName: string;
}>;

const EXISTS_ALREADY = 1007;

/**
 * Restores an archive into a new database and proves that it is the same. An archive that was changed, cut off or is of
 * another factory is refused before anything is touched; a database that is there already is never written to. When it
 * can't be finished, what was begun is removed. Throws BackupFailed.
 */
export async function restoreInto(ctx: BackupContext, { fileName, subject, dbName }: RestoreWish): Promise<Restored> {
  const archive = await readArchive(storeOf(ctx), fileName, ctx.keys);
  if (archive.subject !== subject) throw new ArchiveRefused("The backup is of another factory.");
  await assertIntact(archive);
  const address = await makeNew(ctx, dbName);
  try {
    const restored = await restoreAndCompare(ctx, archive, address);
    await dropRestorer(ctx.provisioner, dbName);
    return restored;
  } catch (error) {
    await dropUnfinished(ctx.provisioner, dbName);
    throw error;
  }
}

async function makeNew({ provisioner }: BackupContext, dbName: string): Promise<DatabaseAddress> {
  try {
    return await makeRestorable(provisioner, dbName);
  } catch (error) {
    if (findDriverError(error)?.errno !== EXISTS_ALREADY) throw error;
    throw new BackupFailed("A database of that name is there already.", { cause: error });
  }
}
