import { chmod, type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { ArchiveRefused } from "../backup-failed.ts";
import { assertSpace, readSpace as readDisk } from "./assert-space.ts";
import { ARCHIVE_ENDING, type BackupStore, type ByteRange, type Draft } from "./backup-store.ts";

/** What an archive is called while it is being written. */
export const partialOf = (path: string): string => `${path}.partial`;

/** Archives as files of one folder that this account alone may look into. */
export function localStore(folder: string, readSpace = readDisk): BackupStore {
  const place = (name: string): string => join(folder, name);
  const ready = async (): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  };
  return {
    create: async (name) => {
      await ready();
      return createFile(folder, place(name));
    },
    read: (name, range) => readFile(place(name), range),
    sizeOf: async (name) => (await unlessMissing(stat(place(name))))?.size,
    remove: async (name) => {
      await Promise.all([rm(place(name), { force: true }), rm(partialOf(place(name)), { force: true })]);
    },
    list: async () => ((await unlessMissing(readdir(folder))) ?? []).filter((name) => name.endsWith(ARCHIVE_ENDING)),
    assertRoom: async (lastBytes) => {
      await ready();
      assertSpace(await readSpace(folder), lastBytes);
    },
  };
}

/** Written beside under another name, flushed to the disk, then renamed. */
async function createFile(folder: string, path: string): Promise<Draft> {
  const partial = partialOf(path);
  const file = await open(partial, "wx", 0o600);
  return {
    write: (chunk) => file.appendFile(chunk),
    commit: async () => {
      await file.sync();
      await file.close();
      await rename(partial, path);
      await syncFolder(folder);
    },
    discard: async () => {
      await file.close().catch(() => undefined);
      await rm(partial, { force: true }).catch(() => undefined);
    },
  };
}

async function readFile(path: string, range: ByteRange | undefined): Promise<Readable> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch (cause) {
    throw new ArchiveRefused("The backup's file is not there any more.", { cause });
  }
  return file.createReadStream(range);
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
