import type { Readable } from "node:stream";
import type { BackupRow, BackupStatus, ListBackupsInput, Page } from "@storehouse/domain";
import type { CopyPorts } from "./copy-ports.ts";

/** A backup's file where it stands; `open` reads it from there. */
export type StoredFile = Readonly<{
  open: () => Promise<Readable>;
  fileName: string;
  sizeBytes: number;
  sha256: string;
}>;

/** The backups of one factory, which stand outside its database: there is no way from here to another's. */
export type BackupPorts = Readonly<{
  status: () => Promise<BackupStatus>;
  list: (input: ListBackupsInput) => Promise<Page<BackupRow>>;
  find: (id: string) => Promise<BackupRow | undefined>;
  /** Books a backup for the worker and says which: the one that is under way already, if there is one. */
  request: (id: string, requestedBy: string) => Promise<string>;
  /** The file of a backup; undefined when it has none, or there is no such backup. */
  fileOf: (id: string) => Promise<StoredFile | undefined>;
  /** Removes what need not be kept any more, and says how many. */
  cleanUp: () => Promise<number>;
  copies: CopyPorts;
}>;
