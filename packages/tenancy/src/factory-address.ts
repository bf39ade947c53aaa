import type { DatabaseAddress } from "./database-url.ts";
import type { FactoryRecord } from "./find-factory.ts";
import type { Keys } from "./keys.ts";
import { unlockSecret } from "./secret.ts";

/** Where the central database is, and the keys that open what is locked in it. */
export type Opener = Readonly<{ central: DatabaseAddress; keys: Keys }>;

/** Where a factory's own user enters its database, password included. Throws when its secret can't be opened. */
export function factoryAddress({ central, keys }: Opener, factory: FactoryRecord): DatabaseAddress {
  const { id, host, port, dbUser: user, dbName: database, secret, secretKeyId } = factory;
  if (secret === null || secretKeyId === null) throw new Error(`Factory ${id} is ready and has no secret.`);
  const password = unlockSecret(keys, id, { secret, secretKeyId });
  return { ...placeOf(central, { host, port }), user, password, database };
}

/** How this process enters a server of the registry: that the central database's own is entered by a socket is its own to know. */
export function placeOf(
  central: DatabaseAddress,
  { host, port }: Pick<FactoryRecord, "host" | "port">,
): Pick<DatabaseAddress, "host" | "port" | "socketPath"> {
  const isSameServer = host === central.host && port === central.port;
  return { host, port, socketPath: isSameServer ? central.socketPath : undefined };
}
