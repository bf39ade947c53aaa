import { z } from "zod";
import { PageInput } from "../page.ts";

/** Where a piece of work stands, whichever of the worker's queues it is in. */
export const WORK_STATES = ["WAITING", "RUNNING", "DONE", "FAILED"] as const;
export type WorkState = (typeof WORK_STATES)[number];

export const ListWorkInput = PageInput.extend({ state: z.enum(WORK_STATES).optional() }).strict();
export type ListWorkInput = z.infer<typeof ListWorkInput>;

/** Work that somebody asked for: a requested job, a sign-up, a backup or a side copy. */
export type WorkRow = Readonly<{
  id: string;
  /** A job's kind, `factory.create`, `backup.take`, `copy.restore`, `copy.switch` or `copy.keep`. */
  kind: string;
  factoryId: string | null;
  factoryName: string | null;
  state: WorkState;
  /** How far it is, in the words of its own queue. */
  step: string | null;
  attempts: number;
  requestedBy: string | null;
  error: string | null;
  at: string;
  endedAt: string | null;
}>;

/** A job of the worker's timetable: how its last run went and when the next one is. Times are in UTC. */
export type TimetableRow = Readonly<{
  name: string;
  cron: string;
  isRunning: boolean;
  isFailed: boolean;
  endedAt: string | null;
  succeededAt: string | null;
  nextRunAt: string | null;
  ms: number | null;
  runs: number;
  failures: number;
  failedInARow: number;
  error: string | null;
  pausedBy: string | null;
}>;
