import { type KitStore, RecoveryKit } from "@storehouse/domain";
import { open, readFile, rm, stat } from "node:fs/promises";
import { BackupFailed } from "../backup-failed.ts";
import type { BackupStore } from "../store/backup-store.ts";
import { localStore } from "../store/local-store.ts";
import { s3Store } from "../store/s3-store.ts";

const READ_ME = [
  "This opens every backup of this Storehouse. Keep two copies, in two places, neither beside the backups.",
  "To have everything back on an empty database server, with this file and the backups:",
  "1. Install Storehouse as docs/operations.md says, and do not start it.",
  "2. Set DATABASE_URL to the empty server's administrator, and new WEB_DATABASE_PASSWORD and PROVISIONER_DATABASE_PASSWORD.",
  "3. Run: storehouse rebuild --kit <this file> [--from <folder with the backups>]",
  "4. Start Storehouse with STOREHOUSE_KEYS (and AUTH_SECRET, to keep people signed in) as they stand here.",
];

type KitFacts = Omit<RecoveryKit, "kind" | "madeAt" | "readMe">;

const OTHERS = 0o077;

/** Writes a recovery kit into a new file that its owner alone may read. Throws where that can't be had, and leaves nothing. */
export async function writeRecoveryKit(path: string, facts: KitFacts): Promise<void> {
  const kit: RecoveryKit = {
    kind: "storehouse recovery kit",
    madeAt: new Date().toISOString(),
    readMe: READ_ME,
    ...facts,
  };
  const text = `${JSON.stringify(RecoveryKit.parse(kit), null, 2)}\n`;
  const file = await open(path, "wx", 0o600);
  try {
    // Some file systems know no owners: nothing is written there.
    if (((await file.stat()).mode & OTHERS) !== 0)
      throw new BackupFailed("Others could read a file in that place. Choose one that keeps to its owner.");
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Reads a recovery kit. Throws when others could have read it, or it is none; never repeats what is in it. */
export async function readRecoveryKit(path: string): Promise<RecoveryKit> {
  const text = await readFile(path, "utf8");
  if (((await stat(path)).mode & OTHERS) !== 0)
    throw new BackupFailed(`Others may read ${path}: make it the owner's alone (chmod 600) first.`);
  try {
    return RecoveryKit.parse(JSON.parse(text));
  } catch {
    throw new BackupFailed(`${path} is no recovery kit of this service.`);
  }
}

/** The store that a kit names. */
export function storeOfKit(store: KitStore): BackupStore {
  if ("folder" in store) return localStore(store.folder);
  return s3Store({ ...store, endpoint: store.endpoint, credentials: store.credentials });
}
