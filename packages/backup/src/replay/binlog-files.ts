import type { BinlogPosition, BinlogSpan } from "@storehouse/domain";
import type { Session } from "@storehouse/tenancy/provision";
import { BackupFailed } from "../backup-failed.ts";
import { findBinlog } from "../dump/binlog.ts";
import { fileNumber } from "./file-number.ts";

/** The files of a server's log, oldest first. */
export type LogFile = Readonly<{ name: string; bytes: number }>;

/**
 * The files of the log from a backup's place on. Throws BackupFailed in plain words where the server keeps no log, not
 * row by row, or has thrown away a part that is needed; a log of another server is none.
 */
export async function listLogFiles(session: Session, span: BinlogSpan | undefined): Promise<readonly LogFile[]> {
  const log = await findBinlog(session);
  if (log === undefined) throw new BackupFailed("The server keeps no binary log: only whole backups can be restored.");
  if (log.format !== "ROW" || log.rowImage !== "FULL")
    throw new BackupFailed(
      `The server's binary log is of the format ${log.format}, ${log.rowImage}; ROW and FULL are needed.`,
    );
  if (span === undefined)
    throw new BackupFailed("The backup does not say where the server's binary log stood when it was taken.");
  if (span.serverId !== log.serverId)
    throw new BackupFailed("The backup was taken on another server: its changes are not in this one's log.");
  const rows = await session.rows<{ Log_name: string; File_size: number | string }>("show binary logs");
  const files = rows.map((row) => ({ name: row.Log_name, bytes: Number(row.File_size) }));
  return filesFrom(files, span.from);
}

/** The files from a place on. Throws BackupFailed when the place, or any file after it, is gone. */
export function filesFrom(files: readonly LogFile[], { file, position }: BinlogPosition): readonly LogFile[] {
  const at = files.findIndex(({ name }) => name === file);
  const rest = files.slice(at);
  const hasGap = rest.some(
    ({ name }, index) => index > 0 && fileNumber(name) !== fileNumber(rest[index - 1]?.name ?? "") + 1,
  );
  if (at < 0 || hasGap || (rest[0]?.bytes ?? 0) < position)
    throw new BackupFailed("A part of the server's binary log since that backup is gone.");
  return rest;
}
