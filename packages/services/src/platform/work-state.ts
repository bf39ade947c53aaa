import type { BackupState, FactoryState, JobState, SideCopyKind, SideCopyState, WorkState } from "@storehouse/domain";

type Words<Word extends string = string> = Readonly<Record<Word, WorkState>>;

/** What the states of each queue mean to somebody who waits. */
export const JOB_WORDS: Words<JobState> = { QUEUED: "WAITING", RUNNING: "RUNNING", DONE: "DONE", FAILED: "FAILED" };
export const SIGN_UP_WORDS: Words<FactoryState> = {
  REQUESTED: "WAITING",
  CREATING: "RUNNING",
  MIGRATING: "RUNNING",
  SEEDING: "RUNNING",
  FAILED: "FAILED",
  READY: "DONE",
  SUSPENDED: "DONE",
  RESTORING: "DONE",
  MOVING: "DONE",
  ARCHIVED: "DONE",
  DELETING: "DONE",
  DELETED: "DONE",
};
/** One that is stored is still to be checked. */
export const BACKUP_WORDS: Words<BackupState> = {
  REQUESTED: "WAITING",
  RUNNING: "RUNNING",
  STORED: "RUNNING",
  VERIFIED: "DONE",
  FAILED: "FAILED",
};
export const COPY_WORDS: Words<SideCopyState> = {
  AWAITING: "WAITING",
  REQUESTED: "WAITING",
  RESTORING: "RUNNING",
  SWITCHING: "RUNNING",
  DROPPING: "RUNNING",
  READY: "DONE",
  SWITCHED: "DONE",
  DROPPED: "DONE",
  FAILED: "FAILED",
};

export const COPY_KINDS: Readonly<Record<SideCopyKind, string>> = {
  BACKUP: "copy.restore",
  FILE: "copy.restore",
  MOMENT: "copy.restore",
  BEFORE: "copy.keep",
};

/** A state of a queue; one that is not known is under way. */
export const stateOf = (words: Words, word: string): WorkState => words[word] ?? "RUNNING";

/** The states of a queue that mean this. */
export const wordsFor = <Word extends string>(words: Words<Word>, state: WorkState): Word[] =>
  keysOf(words).filter((word) => words[word] === state);

// `Object.keys` knows no more than that they are text; these records are written whole above.
const keysOf = <Word extends string>(words: Words<Word>): Word[] => Object.keys(words) as Word[];
