import { identity } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import type { OpenPool } from "./open-pool.ts";

/** Refuses with UNAVAILABLE unless the database says itself that it is this factory's. `onStranger` hears of it first. */
export async function assertIdentity(pool: OpenPool, factoryId: string, onStranger: () => void): Promise<void> {
  const rows = await pool.handle.select({ factoryId: identity.factoryId }).from(identity).limit(2);
  if (rows.length === 1 && rows[0]?.factoryId === factoryId) return;
  onStranger();
  fail({ code: "UNAVAILABLE", retryAfterSeconds: 60 });
}
