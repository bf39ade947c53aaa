import type { Keys } from "@storehouse/tenancy";
import pLimit from "p-limit";
import { type OpenArchive, readArchive } from "../archive/read-archive.ts";
import { ArchiveRefused } from "../backup-failed.ts";
import type { BackupStore } from "../store/backup-store.ts";

/** An archive that was found in a store and whose manifest opens. */
export type Found = Readonly<{ fileName: string; archive: OpenArchive }>;

/** What a store holds: each subject's archives, the latest first, and the names of those that do not open. */
export type Catalog = Readonly<{
  of: (subject: string) => readonly Found[];
  all: readonly Found[];
  refused: readonly string[];
}>;

const AT_ONCE = 8;

/** Looks into every archive of a store. One that does not open with these keys is named and passed over. */
export async function readCatalog(store: BackupStore, keys: Keys): Promise<Catalog> {
  const limit = pLimit(AT_ONCE);
  const refused: string[] = [];
  const look = async (fileName: string): Promise<readonly Found[]> => {
    try {
      return [{ fileName, archive: await readArchive(store, fileName, keys) }];
    } catch (error) {
      if (!(error instanceof ArchiveRefused)) throw error;
      refused.push(fileName);
      return [];
    }
  };
  const names = await store.list();
  const found = (await Promise.all(names.map((name) => limit(look, name)))).flat();
  const savedAt = ({ archive }: Found): string => archive.manifest.startedAt;
  const all = found.toSorted((a, b) => savedAt(b).localeCompare(savedAt(a)));
  return { all, refused, of: (subject) => all.filter(({ archive }) => archive.subject === subject) };
}
