import { centralTransaction, eq, sql } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { unlockSecret } from "../secret.ts";
import { recordPlatformEvent } from "../record-platform-event.ts";
import { readSchema } from "./load-schema.ts";
import type { Provisioner } from "./open-provisioner.ts";
import { createOwnUser, grantOwnUser } from "./own-user.ts";

type Remade = Readonly<{
  id: string;
  dbName: string;
  dbUser: string;
  secret: string | null;
  secretKeyId: string | null;
  /** Of the database as it stands there now. */
  schemaVersion: number;
}>;

/**
 * Makes the user of a factory whose database was restored on a new server, with the password that the registry keeps, and
 * writes down where the factory is. An older schema gets its rights when it is migrated.
 */
export async function remakeFactoryUser(provisioner: Provisioner, factory: Remade): Promise<void> {
  const { id, secret, secretKeyId, dbName, dbUser, schemaVersion } = factory;
  if (secret === null || secretKeyId === null) throw new Error(`Factory ${id} has no secret.`);
  const password = unlockSecret(provisioner.keys, id, { secret, secretKeyId });
  const session = await provisioner.openSession();
  try {
    await createOwnUser(session, { factoryId: id, dbName, dbUser }, password);
    if (schemaVersion >= readSchema().version) await grantOwnUser(session, { dbName, dbUser });
  } finally {
    await session.close();
  }
  const { host, port } = provisioner.server;
  await centralTransaction(provisioner.central, async (tx) => {
    const place = { server: provisioner.serverName, host, port, schemaVersion, updatedAt: sql`utc_timestamp(3)` };
    await tx.update(factories).set(place).where(eq(factories.id, id));
    await recordPlatformEvent(tx, { actor: "operator", action: "factory.rebuild", factoryId: id });
  });
}
