import { and, type CentralDb, desc, eq, inArray, isNotNull, type SQL } from "@storehouse/db";
import { backups, factories, jobs, registrations, sideCopies } from "@storehouse/db/central";
import type { WorkRow } from "@storehouse/domain";
import { comesAfter, type SortKey } from "../record/keyset.ts";
import { ofAssigned } from "./platform-context.ts";
import { BACKUP_WORDS, COPY_KINDS, COPY_WORDS, JOB_WORDS, SIGN_UP_WORDS, stateOf, wordsFor } from "./work-state.ts";

/** Which work: of some factories or (null) all, in a state or any, after a row of the page before. */
export type WorkQuery = Readonly<{
  factoryIds: ReadonlySet<string> | null;
  state?: WorkRow["state"] | undefined;
  after?: Readonly<{ at: Date; id: string }> | undefined;
  limit: number;
}>;

type Found = Omit<WorkRow, "at" | "endedAt"> & Readonly<{ at: Date; endedAt: Date | null }>;

/** Everything that somebody asked of the worker, the latest first, from each of its queues: so many of each are enough for a page. */
export async function readWork(central: CentralDb, query: WorkQuery): Promise<readonly WorkRow[]> {
  const found = await Promise.all([
    readJobs(central, query),
    readSignUps(central, query),
    readBackups(central, query),
    readCopies(central, query),
  ]);
  const sorted = found.flat().sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  const page = sorted.slice(0, query.limit);
  const ids = page.flatMap(({ factoryId }) => factoryId ?? []);
  const names = ids.length === 0 ? [] : await namesOf(central, ids);
  return page.map((row) => ({
    ...row,
    factoryName: names.find(({ id }) => id === row.factoryId)?.name ?? null,
    at: row.at.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}

async function readJobs(central: CentralDb, query: WorkQuery): Promise<readonly Found[]> {
  const rows = await central
    .select()
    .from(jobs)
    .where(
      and(
        ofAssigned(query.factoryIds, jobs.factoryId),
        query.state && inArray(jobs.state, wordsFor(JOB_WORDS, query.state)),
        after(query, jobs.createdAt, jobs.id),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(query.limit);
  return rows.map((row) => ({
    ...pick(row),
    factoryId: row.factoryId,
    kind: row.kind,
    state: stateOf(JOB_WORDS, row.state),
    step: row.step,
    attempts: row.attempts,
    error: row.error,
    at: row.createdAt,
    endedAt: row.endedAt,
  }));
}

async function readSignUps(central: CentralDb, query: WorkQuery): Promise<readonly Found[]> {
  const { createdAt, factoryId } = registrations;
  const rows = await central
    .select({ sign: registrations, word: factories.state })
    .from(registrations)
    .innerJoin(factories, eq(factories.id, factoryId))
    .where(
      and(
        ofAssigned(query.factoryIds, factoryId),
        query.state && inArray(factories.state, wordsFor(SIGN_UP_WORDS, query.state)),
        after(query, createdAt, factoryId),
      ),
    )
    .orderBy(desc(createdAt), desc(factoryId))
    .limit(query.limit);
  return rows.map(({ sign, word }) => ({
    ...pick({ id: sign.factoryId, requestedBy: null }),
    factoryId: sign.factoryId,
    kind: "factory.create",
    state: stateOf(SIGN_UP_WORDS, word),
    step: sign.failedStep,
    attempts: sign.attempts,
    error: sign.error,
    at: sign.createdAt,
    endedAt: stateOf(SIGN_UP_WORDS, word) === "FAILED" ? sign.updatedAt : null,
  }));
}

/** Those of the timetable stand with its run. */
async function readBackups(central: CentralDb, query: WorkQuery): Promise<readonly Found[]> {
  const rows = await central
    .select()
    .from(backups)
    .where(
      and(
        isNotNull(backups.requestedBy),
        ofAssigned(query.factoryIds, backups.subject),
        query.state && inArray(backups.state, wordsFor(BACKUP_WORDS, query.state)),
        after(query, backups.requestedAt, backups.id),
      ),
    )
    .orderBy(desc(backups.requestedAt), desc(backups.id))
    .limit(query.limit);
  return rows.map((row) => ({
    ...pick(row),
    factoryId: row.subject === "central" ? null : row.subject,
    kind: "backup.take",
    state: stateOf(BACKUP_WORDS, row.state),
    step: row.state.toLowerCase(),
    attempts: row.checks,
    error: row.reason,
    at: row.requestedAt,
    endedAt: row.verifiedAt ?? row.storedAt,
  }));
}

async function readCopies(central: CentralDb, query: WorkQuery): Promise<readonly Found[]> {
  const rows = await central
    .select()
    .from(sideCopies)
    .where(
      and(
        ofAssigned(query.factoryIds, sideCopies.factoryId),
        query.state && inArray(sideCopies.state, wordsFor(COPY_WORDS, query.state)),
        after(query, sideCopies.requestedAt, sideCopies.id),
      ),
    )
    .orderBy(desc(sideCopies.requestedAt), desc(sideCopies.id))
    .limit(query.limit);
  return rows.map((row) => ({
    ...pick({ id: row.id, requestedBy: row.switchedBy ?? row.requestedBy }),
    factoryId: row.factoryId,
    kind: row.switchedBy === null ? COPY_KINDS[row.kind] : "copy.switch",
    state: stateOf(COPY_WORDS, row.state),
    step: row.step ?? row.state.toLowerCase(),
    attempts: row.attempts,
    error: row.reason,
    at: row.requestedAt,
    endedAt: row.endedAt ?? row.readyAt,
  }));
}

const pick = ({ id, requestedBy }: Pick<WorkRow, "id" | "requestedBy">) => ({ id, requestedBy, factoryName: null });

const after = ({ after: last }: WorkQuery, at: SortKey[0], id: SortKey[0]): SQL | undefined =>
  last &&
  comesAfter(
    [
      [at, last.at],
      [id, last.id],
    ],
    "desc",
  );

const namesOf = (central: CentralDb, ids: readonly string[]) =>
  central
    .select({ id: registrations.factoryId, name: registrations.factoryName })
    .from(registrations)
    .where(inArray(registrations.factoryId, [...ids]));
