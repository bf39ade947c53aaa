import { type CentralDb, eq } from "@storehouse/db";
import { factories, registrations } from "@storehouse/db/central";
import type { FactoryState } from "@storehouse/domain";
import { toFactoryState } from "./registration/registration-of.ts";

/** A factory as its operator sees it. Names are those typed at sign-up, also where a failed one has let go of them. */
export type FactoryRow = Readonly<{
  id: string;
  dbName: string;
  factoryName: string;
  state: FactoryState;
  schemaVersion: number;
  userCount: number;
  maxConnections: number;
  note: string | null;
}>;

/** Every factory there is, the oldest first. */
export async function listFactories(central: CentralDb): Promise<readonly FactoryRow[]> {
  const rows = await central
    .select({
      id: factories.id,
      dbName: registrations.dbName,
      factoryName: registrations.factoryName,
      state: factories.state,
      schemaVersion: factories.schemaVersion,
      userCount: factories.userCount,
      maxConnections: factories.maxConnections,
      quarantineReason: factories.quarantineReason,
      suspendReason: factories.suspendReason,
      error: registrations.error,
    })
    .from(factories)
    .innerJoin(registrations, eq(registrations.factoryId, factories.id))
    .orderBy(factories.createdAt);
  return rows.map(({ quarantineReason, suspendReason, error, ...row }) => ({
    ...row,
    state: toFactoryState(row.state),
    note: quarantineReason ?? suspendReason ?? error,
  }));
}
