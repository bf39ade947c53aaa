import { and, type CentralDb, centralTransaction, eq, sql } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import { type PlatformActor, recordPlatformEvent } from "../record-platform-event.ts";

const NOW = sql`utc_timestamp(3)`;

/** Shuts a factory until it is reactivated: its people are signed out at their next request and read why. Throws NOT_FOUND, WRONG_STATE. */
export async function suspendFactory(
  central: CentralDb,
  dbName: string,
  reason: string,
  actor: PlatformActor = "operator",
): Promise<void> {
  const change = { state: "SUSPENDED", suspendReason: reason, suspendedAt: NOW };
  await move(central, { dbName, actor, from: ["READY"], action: "factory.suspend" }, change);
}

/** Opens a suspended or an archived factory again. Throws NOT_FOUND, WRONG_STATE. */
export async function reactivateFactory(
  central: CentralDb,
  dbName: string,
  actor: PlatformActor = "operator",
): Promise<void> {
  const change = { state: "READY", suspendReason: null, suspendedAt: null, archivedAt: null };
  await move(central, { dbName, actor, from: ["SUSPENDED", "ARCHIVED"], action: "factory.reactivate" }, change);
}

type Move = Readonly<{ dbName: string; actor: PlatformActor; from: readonly string[]; action: string }>;
type Change = Readonly<{
  state: string;
  suspendReason: string | null;
  suspendedAt: typeof NOW | null;
  archivedAt?: null;
}>;

async function move(central: CentralDb, { dbName, actor, from, action }: Move, change: Change): Promise<void> {
  await centralTransaction(central, async (db) => {
    const [factory] = await db
      .select({ id: factories.id, state: factories.state })
      .from(factories)
      .where(eq(factories.dbName, dbName))
      .for("update");
    if (factory === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: dbName });
    if (!from.includes(factory.state))
      fail({ code: "WRONG_STATE", entity: "factory", id: dbName, state: factory.state });
    await db
      .update(factories)
      .set({ ...change, updatedAt: NOW })
      .where(and(eq(factories.id, factory.id), eq(factories.state, factory.state)));
    const detail = { reason: change.suspendReason };
    await recordPlatformEvent(db, { actor, action, factoryId: factory.id, detail });
  });
}
