import type { CentralDb } from "@storehouse/db";
import { openCentral, PROVISIONER_LIMIT } from "../central.ts";
import type { DatabaseAddress } from "../database-url.ts";
import type { Keys } from "../keys.ts";
import { openSession, type Session } from "./open-session.ts";

/** The account that may make databases, users and rights. Only the worker and the command line hold one. */
export type Provisioner = Readonly<{
  central: CentralDb;
  keys: Keys;
  /** Where the server is. */
  server: Pick<DatabaseAddress, "host" | "port" | "socketPath">;
  /** A connection of its own, in no database until it is told. */
  openSession: () => Promise<Session>;
  close: () => Promise<void>;
}>;

/** Opens the provisioner's way to the server. The URL names the central database. */
export function openProvisioner({ url, keys }: Readonly<{ url: string; keys: Keys }>): Provisioner {
  const central = openCentral(url, PROVISIONER_LIMIT);
  if (central.address.database === undefined) {
    throw new Error("The provisioner's database URL names no central database.");
  }
  const { host, port, socketPath } = central.address;
  return {
    central: central.db,
    keys,
    server: { host, port, socketPath },
    openSession: () => openSession({ ...central.address, database: undefined }),
    close: central.close,
  };
}
