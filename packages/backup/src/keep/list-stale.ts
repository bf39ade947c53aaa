import { and, type CentralDb, eq, inArray, sql } from "@storehouse/db";
import { backups, factories, platformAudit } from "@storehouse/db/central";
import { isBackupStale } from "@storehouse/domain";

/** A factory whose backups have grown too old, or are young again, and of which that has not been said yet. */
export type BackupTurn = Readonly<{ factoryId: string; dbName: string; isStale: boolean; since: Date }>;

/** What is written into the service's own log at each such turn. */
export const STALE_EVENT = "backup.stale";
export const FRESH_EVENT = "backup.fresh";

/**
 * Lists the factories whose last verified backup has become older than eight hours, and those of which that was so and is
 * no longer. One that was made less than eight hours ago is not late yet.
 */
export async function listBackupTurns(central: CentralDb, now = new Date()): Promise<readonly BackupTurn[]> {
  const good = central
    .select({ subject: backups.subject, at: sql<Date>`max(${backups.startedAt})`.mapWith(backups.startedAt).as("at") })
    .from(backups)
    .where(eq(backups.state, "VERIFIED"))
    .groupBy(backups.subject);
  const rows = await central
    .select({ id: factories.id, dbName: factories.dbName, createdAt: factories.createdAt })
    .from(factories)
    .where(eq(factories.state, "READY"));
  const verified = new Map((await good).map(({ subject, at }) => [subject, at]));
  const said = await lastSaid(central);
  return rows.flatMap(({ id: factoryId, dbName, createdAt }) => {
    const since = verified.get(factoryId) ?? createdAt;
    const isStale = isBackupStale(since, now);
    return isStale === (said.get(factoryId) === STALE_EVENT) ? [] : [{ factoryId, dbName, isStale, since }];
  });
}

/** The last of the two events of each factory that has one. */
async function lastSaid(central: CentralDb): Promise<ReadonlyMap<string, string>> {
  const rows = await central
    .select({ factoryId: platformAudit.factoryId, action: platformAudit.action })
    .from(platformAudit)
    .where(and(inArray(platformAudit.action, [STALE_EVENT, FRESH_EVENT])))
    .orderBy(platformAudit.at, platformAudit.id);
  return new Map(rows.map(({ factoryId, action }) => [factoryId ?? "", action]));
}
