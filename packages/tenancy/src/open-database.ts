import { brandTenantDb, type TenantDb } from "@storehouse/db/tenant-db";
import type { DatabaseAddress } from "./database-url.ts";
import { openPool } from "./open-pool.ts";

/** Opens a database that no registry names, such as one that a backup was restored into, by one connection. */
export function openDatabase(address: DatabaseAddress): Readonly<{ db: TenantDb; close: () => Promise<void> }> {
  const pool = openPool(address, 1);
  return { db: brandTenantDb(pool.handle, pool.source), close: pool.close };
}
