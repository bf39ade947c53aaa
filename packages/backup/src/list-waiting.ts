import { type CentralDb, eq } from "@storehouse/db";
import { backups } from "@storehouse/db/central";

/** A backup that waits for the worker. */
export type Waiting = Readonly<{ id: string; subject: string }>;

const listIn = (central: CentralDb, state: string, limit: number): Promise<Waiting[]> =>
  central
    .select({ id: backups.id, subject: backups.subject })
    .from(backups)
    .where(eq(backups.state, state))
    .orderBy(backups.requestedAt)
    .limit(limit);

/** Backups that people have asked for, the oldest first. */
export const listRequested = (central: CentralDb, limit: number): Promise<Waiting[]> =>
  listIn(central, "REQUESTED", limit);

/** Backups that were written and not yet restored to see, the oldest first. */
export const listUnverified = (central: CentralDb, limit: number): Promise<Waiting[]> =>
  listIn(central, "STORED", limit);
