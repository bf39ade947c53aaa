import { brandCentralDb, type CentralDb } from "@storehouse/db/tenant-db";
import { type DatabaseAddress, parseDatabaseUrl } from "./database-url.ts";
import { openPool, type OpenPool } from "./open-pool.ts";

/** Connections a process holds to the central database at most. */
export const CENTRAL_LIMIT = 10;

/** Connections to it that the provisioner's account holds at most. */
export const PROVISIONER_LIMIT = 4;

/** The open central database and where it is. */
export type Central = Readonly<{
  db: CentralDb;
  address: DatabaseAddress;
  load: OpenPool["load"];
  close: () => Promise<void>;
}>;

/** Opens the central database. Connects on first use. */
export function openCentral(url: string, limit: number = CENTRAL_LIMIT): Central {
  const address = parseDatabaseUrl(url);
  const pool = openPool(address, limit);
  return { db: brandCentralDb(pool.handle, pool.source), address, load: pool.load, close: pool.close };
}
