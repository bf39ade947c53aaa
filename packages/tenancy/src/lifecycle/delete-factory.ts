import { and, type CentralDb, centralTransaction, eq, inArray, sql } from "@storehouse/db";
import { factories, outboxMarks, registrations } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import { accountName, quoteName } from "../provision/grants.ts";
import type { Provisioner } from "../provision/open-provisioner.ts";
import type { Session } from "../provision/open-session.ts";
import { inspectDatabase } from "../provision/own-database.ts";
import { lockDatabaseName } from "../provision/provision-lock.ts";
import { recordPlatformEvent } from "../record-platform-event.ts";
import { assertDeletable, type Deletion } from "./assert-deletable.ts";

export const DELETE_POINTS = ["marked", "database-dropped", "user-dropped", "files-removed"] as const;
export type DeletePoint = (typeof DELETE_POINTS)[number];

type DeleteWish = Deletion &
  Readonly<{
    /** Removes what stands elsewhere: the factory's backups. */
    removeFiles: () => Promise<void>;
    onPoint?: (point: DeletePoint) => void;
  }>;

const NOW = sql`utc_timestamp(3)`;
const BUSY_SECONDS = 10;

/**
 * Deletes an archived factory: its database, its user, its files and its key. The registry keeps its row and its name, so that
 * nobody else can take the name. Killed, it goes on from the same call; a database of somebody else's is never dropped.
 */
export async function deleteFactory(provisioner: Provisioner, wish: DeleteWish): Promise<void> {
  const { factoryId, removeFiles, onPoint = () => undefined } = wish;
  const { central } = provisioner;
  await assertDeletable(central, wish);
  const { dbName, dbUser, server } = await mark(central, factoryId);
  onPoint("marked");
  const session = await provisioner.at(server).openSession();
  try {
    if (!(await lockDatabaseName(session, dbName))) fail({ code: "BUSY", retryAfterSeconds: BUSY_SECONDS });
    await dropOwn(session, { dbName, factoryId });
    onPoint("database-dropped");
    await session.run(`DROP USER IF EXISTS ${accountName(dbUser)}`);
    onPoint("user-dropped");
  } finally {
    await session.close();
  }
  await removeFiles();
  onPoint("files-removed");
  await leaveTombstone(central, factoryId);
}

/** From here on nobody can open it again. */
async function mark(central: CentralDb, factoryId: string) {
  await centralTransaction(central, (tx) =>
    tx
      .update(factories)
      .set({ state: "DELETING", updatedAt: NOW })
      .where(and(eq(factories.id, factoryId), inArray(factories.state, ["ARCHIVED", "DELETING"]))),
  );
  const [row] = await central
    .select({ dbName: factories.dbName, dbUser: factories.dbUser, server: factories.server, state: factories.state })
    .from(factories)
    .where(eq(factories.id, factoryId));
  if (row?.state !== "DELETING")
    return fail({ code: "WRONG_STATE", entity: "factory", id: factoryId, state: row?.state ?? "" });
  return row;
}

async function dropOwn(session: Session, wanted: Readonly<{ dbName: string; factoryId: string }>): Promise<void> {
  const found = await inspectDatabase(session, wanted);
  if (found === "absent") return;
  // What a DROP that was cut off has left carries the factory's tables, and no id any more.
  if (found === "foreign") throw new Error("The database is not the factory's own; nothing of it was dropped.");
  await session.run(`DROP DATABASE ${quoteName(wanted.dbName)}`);
}

async function leaveTombstone(central: CentralDb, factoryId: string): Promise<void> {
  await centralTransaction(central, async (tx) => {
    const gone = { state: "DELETED", deletedAt: NOW, updatedAt: NOW, secret: null, secretKeyId: null, userCount: 0 };
    const isGoing = and(eq(factories.id, factoryId), eq(factories.state, "DELETING"));
    const [left] = await tx.update(factories).set(gone).where(isGoing);
    if (left.affectedRows === 0) return;
    // Who signed it up is a person; the names of factory and database stay reserved.
    const nobody = { adminName: "", adminUsername: "", adminEmail: null, adminPasswordHash: null, updatedAt: NOW };
    await tx.update(registrations).set(nobody).where(eq(registrations.factoryId, factoryId));
    await tx.delete(outboxMarks).where(eq(outboxMarks.factoryId, factoryId));
    await recordPlatformEvent(tx, { actor: "worker", action: "factory.delete", factoryId });
  });
}
