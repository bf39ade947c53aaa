import { z } from "zod";
import { Id } from "../fields.ts";
import { PageInput } from "../page.ts";

/** Where a backup stands: asked for, being written, written, restored and found to be the same, or come to nothing. */
export const BACKUP_STATES = ["REQUESTED", "RUNNING", "STORED", "VERIFIED", "FAILED"] as const;
export type BackupState = (typeof BACKUP_STATES)[number];

/** Backups are taken every four hours; a last verified one that is older than two of these turns is a warning. */
export const BACKUP_EVERY_HOURS = 4;
export const BACKUP_STALE_HOURS = 8;

/** Asks for a backup now, under an id the client chose. */
export const CreateBackupInput = z.strictObject({ id: Id });
export type CreateBackupInput = z.infer<typeof CreateBackupInput>;

/** The backups of the caller's factory, latest first. */
export const ListBackupsInput = PageInput.strict();
export type ListBackupsInput = z.infer<typeof ListBackupsInput>;

/** Names one backup. */
export const BackupByIdInput = z.strictObject({ id: Id });
export type BackupByIdInput = z.infer<typeof BackupByIdInput>;

/** A backup as people see it. `reason` says in plain words why it came to nothing. */
export type BackupRow = Readonly<{
  id: string;
  state: BackupState;
  /** Who asked for it; null for one of the timetable. */
  requestedBy: string | null;
  requestedAt: string;
  startedAt: string | null;
  storedAt: string | null;
  verifiedAt: string | null;
  rowCount: number | null;
  storedBytes: number | null;
  sha256: string | null;
  reason: string | null;
  /** False once its file has been cleaned up, and for one that came to nothing. */
  hasFile: boolean;
}>;

/** How far a backup under way has come, in bytes; `ofBytes` is what the last one held. */
export type BackupProgress = Readonly<{
  id: string;
  step: "waiting" | "saving" | "checking";
  bytes: number;
  ofBytes: number | null;
}>;

/** What a factory's master wants to know at a glance. */
export type BackupStatus = Readonly<{
  now: string;
  /** The latest that was restored and found to be the same. */
  lastVerified: Readonly<{ id: string; at: string; verifiedAt: string; rowCount: number; storedBytes: number }> | null;
  /** True when the latest verified one is too old, or there is none. */
  isStale: boolean;
  /** The latest one, when it came to nothing. */
  lastFailure: Readonly<{ at: string; reason: string }> | null;
  underWay: BackupProgress | null;
  nextAt: string;
}>;

/** A backup's file, as it is offered to its factory's master. */
export type BackupFile = Readonly<{ id: string; fileName: string; sizeBytes: number; sha256: string; url: string }>;

const HOUR_MS = 3_600_000;
const TURN_MS = BACKUP_EVERY_HOURS * HOUR_MS;

/** The turn of the timetable that a moment lies in: one backup of each factory belongs to it. */
export const backupSlot = (at: Date): string =>
  `${new Date(Math.floor(at.getTime() / TURN_MS) * TURN_MS).toISOString().slice(0, 16)}Z`;

/** When the next turn begins. */
export const nextBackupAt = (at: Date): Date => new Date((Math.floor(at.getTime() / TURN_MS) + 1) * TURN_MS);

/** True when a verified backup is missing or older than two turns. */
export const isBackupStale = (verifiedAt: Date | null, now: Date): boolean =>
  verifiedAt === null || now.getTime() - verifiedAt.getTime() > BACKUP_STALE_HOURS * HOUR_MS;
