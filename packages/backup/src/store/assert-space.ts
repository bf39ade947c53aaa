import { statfs } from "node:fs/promises";
import { BackupFailed } from "../backup-failed.ts";

/** A disk: what ordinary accounts may still write, and all there is. */
export type Space = Readonly<{ freeBytes: number; totalBytes: number }>;

const FREE_PERCENT_MIN = 5;
// The new one stands beside the old ones, and may be larger than the last.
const TIMES_LAST = 2;

/** How much of the disk under a folder is free. */
export async function readSpace(folder: string): Promise<Space> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** Refuses to begin a backup that would fill the disk. Throws BackupFailed. */
export function assertSpace({ freeBytes, totalBytes }: Space, lastBytes: number | null): void {
  const percent = Math.floor((freeBytes / Math.max(1, totalBytes)) * 100);
  if (percent < FREE_PERCENT_MIN) throw new BackupFailed(`The disk that backups go to has only ${percent} % free.`);
  if (lastBytes !== null && freeBytes < lastBytes * TIMES_LAST)
    throw new BackupFailed("The disk that backups go to has no room for another one.");
}
