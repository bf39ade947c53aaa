import { and, type CentralDb, count, desc, eq, gte, inArray, isNotNull, ne, type SQL } from "@storehouse/db";
import { backups, factories, jobSchedules, registrations } from "@storehouse/db/central";
import { BACKUP_STALE_HOURS, type PlatformDashboard } from "@storehouse/domain";
import { toFactoryState } from "./factory-state.ts";
import { seenBy } from "./list-factories.ts";
import { authorizeOperator, type PlatformContext } from "./platform-context.ts";
import { readCalls } from "./read-calls.ts";
import { isDirectoryOpen, isSignUpOpen } from "./open-settings.ts";

const WEEKS = 8;
const WEEK_MS = 7 * 86_400_000;
const LISTED_MAX = 10;
const DAY_MS = 86_400_000;
const LIVING = ["READY", "SUSPENDED"];

/** The fleet at a glance: what there is, how it grows, and what needs somebody. */
export async function getPlatformDashboard(ctx: PlatformContext): Promise<PlatformDashboard> {
  authorizeOperator(ctx, "factories.read");
  const { central } = ctx;
  const now = ctx.now();
  const seen = seenBy(ctx);
  const [states, plans, versions, growth, attention, calls, isOpen, isShown] = await Promise.all([
    counted(central, factories.state, seen),
    counted(central, factories.plan, and(seen, inArray(factories.state, LIVING))),
    central
      .select({ version: factories.schemaVersion, count: count() })
      .from(factories)
      .where(and(seen, inArray(factories.state, LIVING)))
      .groupBy(factories.schemaVersion)
      .orderBy(desc(factories.schemaVersion)),
    growthOf(central, seen, now),
    attentionOf(ctx, seen, now),
    readCalls(central, ctx.operator.factoryIds, now),
    isSignUpOpen(central),
    isDirectoryOpen(central),
  ]);
  return {
    now: now.toISOString(),
    states: states.map((row) => ({ state: toFactoryState(row.word), count: row.count })),
    plans: plans.map((row) => ({ plan: row.word, count: row.count })),
    versions,
    growth,
    ...attention,
    ...calls,
    isSignUpOpen: isOpen,
    isDirectoryOpen: isShown,
  };
}

const counted = (central: CentralDb, column: typeof factories.state | typeof factories.plan, where: SQL | undefined) =>
  central.select({ word: column, count: count() }).from(factories).where(where).groupBy(column).orderBy(desc(count()));

/** Factories made in each of the last weeks, the oldest first; a week without any is one of none. */
async function growthOf(central: CentralDb, seen: SQL | undefined, now: Date): Promise<PlatformDashboard["growth"]> {
  const start = now.getTime() - WEEKS * WEEK_MS;
  const rows = await central
    .select({ at: factories.createdAt })
    .from(factories)
    .where(and(seen, gte(factories.createdAt, new Date(start)), ne(factories.state, "FAILED")));
  return Array.from({ length: WEEKS }, (_, week) => {
    const from = start + week * WEEK_MS;
    const made = rows.filter(({ at }) => at.getTime() >= from && at.getTime() < from + WEEK_MS);
    return { weekOf: new Date(from).toISOString().slice(0, 10), count: made.length };
  });
}

type Attention = Pick<
  PlatformDashboard,
  "staleBackups" | "failedBackups" | "failingJobs" | "quarantined" | "lastVerifiedAt"
>;

async function attentionOf(ctx: PlatformContext, seen: SQL | undefined, now: Date): Promise<Attention> {
  const { central } = ctx;
  const [staleBackups, [last], failed, failingJobs, quarantined] = await Promise.all([
    countStale(central, and(seen, inArray(factories.state, LIVING)), now),
    central
      .select({ at: backups.startedAt })
      .from(backups)
      .where(and(eq(backups.state, "VERIFIED"), isNotNull(backups.verifiedAt)))
      .orderBy(desc(backups.requestedAt))
      .limit(1),
    failedOf(ctx, now),
    failingOf(ctx),
    central
      .select({ id: factories.id, factoryName: factories.factoryName, reason: factories.quarantineReason })
      .from(factories)
      .where(and(seen, isNotNull(factories.quarantineReason)))
      .limit(LISTED_MAX),
  ]);
  return {
    staleBackups,
    lastVerifiedAt: last?.at?.toISOString() ?? null,
    failedBackups: failed,
    failingJobs,
    quarantined: quarantined.map((row) => ({ ...row, reason: row.reason ?? "" })),
  };
}

/** How many living factories have no verified backup that is fresh. */
async function countStale(central: CentralDb, living: SQL | undefined, now: Date): Promise<number> {
  const since = new Date(now.getTime() - BACKUP_STALE_HOURS * 3_600_000);
  const [ids, fresh] = await Promise.all([
    central.select({ id: factories.id }).from(factories).where(living),
    central
      .selectDistinct({ subject: backups.subject })
      .from(backups)
      .where(and(eq(backups.state, "VERIFIED"), gte(backups.startedAt, since))),
  ]);
  const safe = new Set(fresh.map(({ subject }) => subject));
  return ids.filter(({ id }) => !safe.has(id)).length;
}

/** The timetable is of all factories together: an OPERATOR of some is not told of it. */
async function failingOf({ central, operator }: PlatformContext): Promise<PlatformDashboard["failingJobs"]> {
  if (operator.factoryIds !== null) return [];
  const { name, endedAt, failedInARow, error, isFailed } = jobSchedules;
  const rows = await central
    .select({ name, at: endedAt, inARow: failedInARow, error })
    .from(jobSchedules)
    .where(eq(isFailed, true))
    .orderBy(desc(failedInARow))
    .limit(LISTED_MAX);
  return rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? null, error: row.error ?? "" }));
}

async function failedOf(
  { central, operator: { factoryIds } }: PlatformContext,
  now: Date,
): Promise<PlatformDashboard["failedBackups"]> {
  const rows = await central
    .select({ subject: backups.subject, at: backups.requestedAt, reason: backups.reason })
    .from(backups)
    .where(
      and(
        eq(backups.state, "FAILED"),
        gte(backups.requestedAt, new Date(now.getTime() - DAY_MS)),
        factoryIds === null ? undefined : inArray(backups.subject, [...factoryIds, ""]),
      ),
    )
    .orderBy(desc(backups.requestedAt))
    .limit(LISTED_MAX);
  const ids = rows.map(({ subject }) => subject).filter((subject) => subject !== "central");
  const names = ids.length === 0 ? [] : await namesOf(central, ids);
  return rows.map(({ subject, at, reason }) => ({
    factoryId: subject === "central" ? null : subject,
    factoryName: names.find(({ id }) => id === subject)?.name ?? null,
    at: at.toISOString(),
    reason: reason ?? "",
  }));
}

const namesOf = (central: CentralDb, ids: readonly string[]) =>
  central
    .select({ id: registrations.factoryId, name: registrations.factoryName })
    .from(registrations)
    .where(inArray(registrations.factoryId, [...ids]));
