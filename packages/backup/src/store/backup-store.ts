import type { Readable } from "node:stream";

/** The first and the last byte that are wanted, as HTTP counts them. */
export type ByteRange = Readonly<{ start: number; end: number }>;

/** An archive that is being written: nobody can read it under its name before `commit`. */
export type Draft = Readonly<{
  write: (chunk: Buffer) => Promise<void>;
  /** Waits until all of it is safely there, then lets it be read. */
  commit: () => Promise<void>;
  /** Leaves nothing of it. Never throws. */
  discard: () => Promise<void>;
}>;

/** Where archives are kept: a folder of this machine, or a bucket. A name is one that `newFileName` made. */
export type BackupStore = Readonly<{
  /** Begins an archive. A name that is taken, or begun, is refused where the store can tell. */
  create: (name: string) => Promise<Draft>;
  /** Reads an archive, or a part of it. Throws ArchiveRefused when there is none. */
  read: (name: string, range?: ByteRange) => Promise<Readable>;
  /** How large an archive is; undefined when there is none. */
  sizeOf: (name: string) => Promise<number | undefined>;
  /** Removes an archive and what was begun under its name; fine when there is neither. */
  remove: (name: string) => Promise<void>;
  /** The names of all archives that are whole. */
  list: () => Promise<readonly string[]>;
  /** Refuses to begin when there is no room for another. Throws BackupFailed. */
  assertRoom: (lastBytes: number | null) => Promise<void>;
}>;

/** How an archive's name ends; nothing else in a store is one. */
export const ARCHIVE_ENDING = ".backup";
