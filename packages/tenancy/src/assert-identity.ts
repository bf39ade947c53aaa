import { identity } from "@storehouse/db/tenant";
import { DomainError, fail } from "@storehouse/domain";
import type { OpenPool } from "./open-pool.ts";

/** Refuses with UNAVAILABLE unless the database says itself that it is this factory's. `onStranger` hears of it first. */
export async function assertIdentity(pool: OpenPool, factoryId: string, onStranger: () => void): Promise<void> {
  const rows = await readIdentity(pool);
  if (rows.length === 1 && rows[0]?.factoryId === factoryId) return;
  onStranger();
  fail({ code: "UNAVAILABLE", retryAfterSeconds: 60 });
}

async function readIdentity({ handle }: OpenPool): Promise<readonly { factoryId: string }[]> {
  try {
    return await handle.select({ factoryId: identity.factoryId }).from(identity).limit(2);
  } catch (error) {
    // Drizzle wraps what the pool says; there is no use case above to look inside.
    throw error instanceof Error && error.cause instanceof DomainError ? error.cause : error;
  }
}
