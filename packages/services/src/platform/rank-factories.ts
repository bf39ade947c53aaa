import { type CentralDb, eq, gte, max, type SQL, sql } from "@storehouse/db";
import { backups, factoryCalls } from "@storehouse/db/central";
import { DURATION_STEPS } from "@storehouse/domain";
import { durationSteps, hourBefore, P95 } from "./read-calls.ts";

/** What factories can be put in order by that no row of the registry holds: one figure for each factory that has any. */
export const RANKS = {
  /** Failed calls of the last hour, in millionths of them all. */
  errors: (central: CentralDb, now: Date) =>
    ofCalls(central, now, sql`sum(${factoryCalls.failed}) * 1000000 div sum(${factoryCalls.calls})`),
  /** What 95 of 100 calls of the last hour stayed within, in microseconds. */
  p95: (central: CentralDb, now: Date) => ofCalls(central, now, p95()),
  /** When the data of the latest verified backup is of, in milliseconds. */
  backup: (central: CentralDb) =>
    central
      // A subject is text, since the central database is one too.
      .select({
        factoryId: sql`unhex(replace(${backups.subject}, '-', ''))`.as("factory_id"),
        value: figure(sql`unix_timestamp(${max(backups.startedAt)}) * 1000`),
      })
      .from(backups)
      .where(eq(backups.state, "VERIFIED"))
      .groupBy(backups.subject)
      .as("ranked"),
} as const;

const figure = (value: SQL) => sql<number | null>`floor(${value})`.mapWith(Number).as("figure");

const ofCalls = (central: CentralDb, now: Date, value: SQL) =>
  central
    .select({ factoryId: factoryCalls.factoryId, value: figure(value) })
    .from(factoryCalls)
    .where(gte(factoryCalls.slotAt, hourBefore(now)))
    .groupBy(factoryCalls.factoryId)
    .as("ranked");

/** As `quantileOf` counts it: spread evenly within its step. */
function p95(): SQL {
  const sums = durationSteps.map((column) => sql`sum(${column})`);
  const upTo = (step: number): SQL => (step < 0 ? sql`0` : sql.join(sums.slice(0, step + 1), sql` + `));
  const wanted = sql`(${upTo(sums.length - 1)}) * ${P95}`;
  const steps = sums.map((count, step) => {
    const upper = DURATION_STEPS[step] ?? DURATION_STEPS.at(-1) ?? 0;
    const lower = step === 0 ? 0 : (DURATION_STEPS[step - 1] ?? 0);
    const share = sql`(${wanted} - (${upTo(step - 1)})) / nullif(${count}, 0)`;
    return sql`when ${upTo(step)} >= ${wanted} and ${count} > 0 then 1000 * (${lower} + ${upper - lower} * ${share})`;
  });
  return sql`case ${sql.join(steps, sql` `)} end`;
}
