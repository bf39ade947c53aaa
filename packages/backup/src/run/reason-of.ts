import { findDriverError, isUnavailable } from "@storehouse/db";
import { DomainError } from "@storehouse/domain";
import { BackupFailed } from "../backup-failed.ts";

const REASON_MAX = 500;

/** Why something came to nothing, in words for a factory's master: never a server's own, which can quote data. */
export function reasonOf(error: unknown): string {
  if (error instanceof BackupFailed) return error.message.slice(0, REASON_MAX);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC" || code === "EFBIG" || code === "EDQUOT") return "The disk that backups go to is full.";
  if (code === "EACCES" || code === "EROFS" || code === "EPERM")
    return "The folder that backups go to can't be written.";
  if (error instanceof Error && error.name === "AbortError") return "Another process has taken over.";
  if (error instanceof DomainError || isUnavailable(error)) return "The database server did not answer.";
  const driver = findDriverError(error);
  return driver === undefined ? "Something unexpected went wrong." : `The database server refused (${driver.errno}).`;
}
