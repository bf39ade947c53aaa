import { z } from "zod";
import { Id, Moment } from "../fields.ts";
import { PageInput } from "../page.ts";

/**
 * Where a side copy stands: waiting for a second operator, asked for, being restored, there to look at, taking the
 * factory's place, having taken it, being removed, removed, or come to nothing.
 */
export const SIDE_COPY_STATES = [
  "AWAITING",
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

/**
 * What a side copy is of: a backup, a moment (a backup and the server's log since), an archive that an operator brought by
 * hand, or the factory as it was before a restore took its place.
 */
export const SIDE_COPY_KINDS = ["BACKUP", "MOMENT", "FILE", "BEFORE"] as const;
export type SideCopyKind = (typeof SIDE_COPY_KINDS)[number];

/** How far the worker is with a side copy. */
export const SIDE_COPY_STEPS = [
  "waiting",
  "reading",
  "restoring",
  "comparing",
  "replaying",
  "updating",
  "saving",
  "closing",
  "swapping",
] as const;
export type SideCopyStep = (typeof SIDE_COPY_STEPS)[number];

/** So many copies may a factory have at once; each is dropped after so long. */
export const SIDE_COPIES_MAX = 2;
export const SIDE_COPY_HOURS = 24;
/** How long the factory as it was before a restore is kept. */
export const BEFORE_RESTORE_DAYS = 7;

/** States in which a copy counts against what a factory may have. */
export const OPEN_COPY_STATES: readonly SideCopyState[] = ["REQUESTED", "RESTORING", "READY", "SWITCHING", "DROPPING"];

/** Asks for a side copy of a backup, under an id the client chose. */
export const OpenSideCopyInput = z.strictObject({ id: Id, backupId: Id });
export type OpenSideCopyInput = z.infer<typeof OpenSideCopyInput>;

/** Asks for a side copy of the factory as it was at a moment: all that was written before it, to the second. */
export const OpenCopyAtInput = z.strictObject({ id: Id, at: Moment });
export type OpenCopyAtInput = z.infer<typeof OpenCopyAtInput>;

/** Why a factory can't be brought back to a moment: the server keeps no log, or has lost the part that is needed. */
export const NO_MOMENT_REASONS = ["NO_LOG", "LOG_GONE", "NO_BACKUP"] as const;
export type NoMomentReason = (typeof NO_MOMENT_REASONS)[number];

/** From when on a factory can be brought back to a moment; where it can't, why. */
export type MomentReach = Readonly<{ now: string; earliest: string | null; reason: NoMomentReason | null }>;

/** The side copies of the caller's factory, latest first. */
export const ListSideCopiesInput = PageInput.strict();
export type ListSideCopiesInput = z.infer<typeof ListSideCopiesInput>;

/** Names one side copy. */
export const SideCopyByIdInput = z.strictObject({ id: Id });
export type SideCopyByIdInput = z.infer<typeof SideCopyByIdInput>;

/** Asks that a side copy take the factory's place. `confirm` is the factory's own database name, typed by whoever asks. */
export const SwitchToCopyInput = z.strictObject({ id: Id, confirm: z.string().max(64, "TOO_LONG") });
export type SwitchToCopyInput = z.infer<typeof SwitchToCopyInput>;

/** A side copy as an operator sees it: where it stands, never what is in it. */
export type OperatorCopyRow = SideCopyRow &
  Readonly<{
    /** True for one of another factory's archive. */
    isForeign: boolean;
    approvedBy: string | null;
  }>;

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
