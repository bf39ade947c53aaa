import { lt } from "@storehouse/db";
import { factoryCalls, operatorSessions } from "@storehouse/db/central";
import type { Job } from "../job.ts";

const AT_ONCE = 20_000;
const HOUR_MS = 3_600_000;
// The console shows the last hour; a day more is for who asks the table itself.
const CALLS_KEPT_H = 25;
const SESSIONS_KEPT_H = 30 * 24;

/** Removes call counts that are older than a day, and sessions of the console that ended a month ago. */
export const trimConsole: Job = {
  name: "trim-console",
  run: async ({ tenancy: { central } }) => {
    const before = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS);
    const [calls] = await central
      .delete(factoryCalls)
      .where(lt(factoryCalls.slotAt, before(CALLS_KEPT_H)))
      .limit(AT_ONCE);
    const [sessions] = await central
      .delete(operatorSessions)
      .where(lt(operatorSessions.endsAt, before(SESSIONS_KEPT_H)))
      .limit(AT_ONCE);
    return { removed: calls.affectedRows + sessions.affectedRows };
  },
};
