import { z } from "zod";
import { ServerName, type ServerRow } from "../factory/move.ts";
import { Id, line } from "../fields.ts";
import type { JobState } from "../job/job.ts";
import { FactoryByIdInput } from "./platform.ts";

/** Work on one factory that the worker is asked for. The caller chooses the id: sent twice, it is asked for once. */
export const FactoryJobInput = FactoryByIdInput.extend({ id: Id });
export type FactoryJobInput = z.infer<typeof FactoryJobInput>;

export const MoveFactoryInput = FactoryJobInput.extend({ server: ServerName });
export type MoveFactoryInput = z.infer<typeof MoveFactoryInput>;

/** The factory's database name is typed by whoever deletes it. */
export const DeleteFactoryInput = FactoryJobInput.extend({ typedName: line(64) });
export type DeleteFactoryInput = z.infer<typeof DeleteFactoryInput>;

export const RotateKeysInput = z.strictObject({ id: Id });
export type RotateKeysInput = z.infer<typeof RotateKeysInput>;

export const PauseMigrationsInput = z.strictObject({ isPaused: z.boolean() });
export type PauseMigrationsInput = z.infer<typeof PauseMigrationsInput>;

/** Work that was asked for, and how far it is. */
export type RequestedWork = Readonly<{
  id: string;
  kind: string;
  state: JobState;
  step: string | null;
  requestedBy: string;
  error: string | null;
  result: Readonly<Record<string, unknown>> | null;
  createdAt: string;
  endedAt: string | null;
}>;

/** What concerns the fleet as a whole. */
export type Upkeep = Readonly<{
  servers: readonly ServerRow[];
  isMigrationPaused: boolean;
  pausedBy: string | null;
  /** The last time that all secrets were locked anew. */
  keys: RequestedWork | null;
}>;
