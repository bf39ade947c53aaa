import { z } from "zod";
import { Id } from "../fields.ts";
import { PageInput } from "../page.ts";

/**
 * Where a side copy stands: asked for, being restored, there to look at, taking the factory's place, having taken it,
 * being removed, removed, or come to nothing.
 */
export const SIDE_COPY_STATES = [
  "REQUESTED",
  "RESTORING",
  "READY",
  "SWITCHING",
  "SWITCHED",
  "DROPPING",
  "DROPPED",
  "FAILED",
] as const;
export type SideCopyState = (typeof SIDE_COPY_STATES)[number];

/** What a side copy is of: a backup, or the factory as it was before a restore took its place. */
export const SIDE_COPY_KINDS = ["BACKUP", "BEFORE"] as const;
export type SideCopyKind = (typeof SIDE_COPY_KINDS)[number];

/** How far the worker is with a side copy. */
export const SIDE_COPY_STEPS = [
  "waiting",
  "reading",
  "restoring",
  "comparing",
  "updating",
  "saving",
  "closing",
  "swapping",
] as const;
export type SideCopyStep = (typeof SIDE_COPY_STEPS)[number];

/** So many copies of backups may a factory have at once; each is dropped after so long. */
export const SIDE_COPIES_MAX = 2;
export const SIDE_COPY_HOURS = 24;
/** How long the factory as it was before a restore is kept. */
export const BEFORE_RESTORE_DAYS = 7;

/** States in which a copy counts against what a factory may have. */
export const OPEN_COPY_STATES: readonly SideCopyState[] = ["REQUESTED", "RESTORING", "READY", "SWITCHING", "DROPPING"];

/** Asks for a side copy of a backup, under an id the client chose. */
export const OpenSideCopyInput = z.strictObject({ id: Id, backupId: Id });
export type OpenSideCopyInput = z.infer<typeof OpenSideCopyInput>;

/** The side copies of the caller's factory, latest first. */
export const ListSideCopiesInput = PageInput.strict();
export type ListSideCopiesInput = z.infer<typeof ListSideCopiesInput>;

/** Names one side copy. */
export const SideCopyByIdInput = z.strictObject({ id: Id });
export type SideCopyByIdInput = z.infer<typeof SideCopyByIdInput>;

/** Asks that a side copy take the factory's place. `confirm` is the factory's own database name, typed by whoever asks. */
export const SwitchToCopyInput = z.strictObject({ id: Id, confirm: z.string().max(64, "TOO_LONG") });
export type SwitchToCopyInput = z.infer<typeof SwitchToCopyInput>;

/** A side copy as people see it. `reason` says in plain words why it, or its taking the factory's place, came to nothing. */
export type SideCopyRow = Readonly<{
  id: string;
  kind: SideCopyKind;
  state: SideCopyState;
  /** Null for the factory as it was before a restore. */
  backupId: string | null;
  /** The moment whose state the copy holds. */
  savedAt: string | null;
  step: SideCopyStep | null;
  bytes: number;
  ofBytes: number | null;
  rowCount: number | null;
  /** Null where nobody asked for it by name. */
  requestedBy: string | null;
  requestedAt: string;
  readyAt: string | null;
  expiresAt: string | null;
  endedAt: string | null;
  reason: string | null;
}>;
