import { type CentralDb, count, notInArray, sql } from "@storehouse/db";
import { databaseServers, factories } from "@storehouse/db/central";
import type { ServerRow } from "@storehouse/domain";

const WITHOUT_DATABASE = ["REQUESTED", "FAILED", "DELETED"];

/** The database servers as the worker saw them last, and how many factories are on each. */
export async function listServers(central: CentralDb): Promise<readonly ServerRow[]> {
  const [rows, counts] = await Promise.all([
    central.select().from(databaseServers).orderBy(sql`${databaseServers.name} <> 'main'`, databaseServers.name),
    central
      .select({ server: factories.server, total: count() })
      .from(factories)
      .where(notInArray(factories.state, WITHOUT_DATABASE))
      .groupBy(factories.server),
  ]);
  const of = new Map(counts.map(({ server, total }) => [server, total]));
  return rows.map(({ seenAt, maxConnections: _, ...row }) => ({
    ...row,
    seenAt: seenAt.toISOString(),
    factories: of.get(row.name) ?? 0,
  }));
}
