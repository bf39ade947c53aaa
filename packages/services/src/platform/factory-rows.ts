import { type CentralDb, eq } from "@storehouse/db";
import { factories, factoryFigures, registrations } from "@storehouse/db/central";
import { type FactoryOverview, isBackupStale, subscriptionFacts, toSubscriptionState } from "@storehouse/domain";
import { toFactoryState } from "./factory-state.ts";
import { NO_CALLS, readCallsOf } from "./read-calls.ts";
import { readVerified } from "./read-verified.ts";

const COLUMNS = {
  id: factories.id,
  factoryName: registrations.factoryName,
  dbName: registrations.dbName,
  /** As the registry has it: a sign-up that failed has let go of its name, and lists are sorted by this one. */
  sortName: factories.factoryName,
  state: factories.state,
  plan: factories.plan,
  subscription: factories.subscription,
  periodEndsAt: factories.periodEndsAt,
  people: factories.userCount,
  maxConnections: factories.maxConnections,
  schemaVersion: factories.schemaVersion,
  sizeBytes: factoryFigures.sizeBytes,
  lastActiveAt: factoryFigures.lastActiveAt,
  quarantineReason: factories.quarantineReason,
  suspendReason: factories.suspendReason,
  suspendedAt: factories.suspendedAt,
  archivedAt: factories.archivedAt,
  server: factories.server,
  host: factories.host,
  port: factories.port,
  error: registrations.error,
  createdAt: factories.createdAt,
};

/** Selects factories as the registry knows them; the caller adds condition, order and limit. */
export const selectFactories = (central: CentralDb) =>
  central
    .select(COLUMNS)
    .from(factories)
    .innerJoin(registrations, eq(registrations.factoryId, factories.id))
    .leftJoin(factoryFigures, eq(factoryFigures.factoryId, factories.id));

export type FactoryRow = Awaited<ReturnType<typeof selectFactories>>[number];

/** Adds to rows what is counted elsewhere: calls of the last hour, the latest verified backup. Two questions, however many rows. */
export async function withFigures(
  central: CentralDb,
  rows: readonly FactoryRow[],
  now: Date,
): Promise<readonly FactoryOverview[]> {
  const ids = rows.map(({ id }) => id);
  const [calls, verified] = await Promise.all([readCallsOf(central, ids, now), readVerified(central, ids)]);
  return rows.map((row) => {
    const verifiedAt = verified.get(row.id) ?? null;
    const { sortName: _, suspendedAt: _at, host: _host, port: _port, error: _error, ...known } = row;
    const { archivedAt: _archivedAt, server: _server, subscription, periodEndsAt, ...shown } = known;
    return {
      ...shown,
      ...(calls.get(row.id) ?? NO_CALLS),
      state: toFactoryState(row.state),
      subscription: subscriptionFacts({ state: toSubscriptionState(subscription), endsAt: periodEndsAt }, now),
      lastActiveAt: row.lastActiveAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      verifiedBackupAt: verifiedAt?.toISOString() ?? null,
      isBackupStale: isBackupStale(verifiedAt, now),
    };
  });
}
