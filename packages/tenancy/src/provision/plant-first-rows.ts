import { sql } from "@storehouse/db";
import { auditLog, locations, settings, units, users } from "@storehouse/db/tenant";
import { STARTER_UNITS } from "@storehouse/domain";
import { drizzle } from "drizzle-orm/mysql2";
import { v7 } from "uuid";
import { quoteName } from "./grants.ts";
import type { Session } from "./open-session.ts";

/** The first master, as the sign-up named it. */
export type FirstMaster = Readonly<{ username: string; name: string; email: string | null; passwordHash: string }>;

const NOW = sql`utc_timestamp(3)`;
const STAMPS = { createdAt: NOW, updatedAt: NOW };

/**
 * Writes what a factory starts with: settings, units, its first location, its first master. One transaction: the row of
 * the settings is the proof that all of it is there.
 */
export async function plantFirstRows(
  session: Session,
  dbName: string,
  factoryId: string,
  master: FirstMaster,
): Promise<void> {
  await session.run(`USE ${quoteName(dbName)}`);
  const planted = await session.rows("select 1 as found from settings");
  if (planted.length > 0) return;

  const db = drizzle(session.client);
  const userId = v7();
  await session.run("START TRANSACTION");
  await db.insert(settings).values({ id: 1 });
  await db.insert(units).values(STARTER_UNITS.map((unit) => ({ ...unit, id: v7() })));
  await db.insert(locations).values({ ...STAMPS, id: v7(), name: "Main store", type: "STORE" });
  await db.insert(users).values({ ...STAMPS, ...master, id: userId, role: "master" });
  await db.insert(auditLog).values({
    id: v7(),
    at: NOW,
    actorKind: "job",
    actorName: "Storehouse",
    action: "factory.create",
    entity: "factory",
    entityId: factoryId,
    after: { master: master.username },
  });
  await session.run("COMMIT");
}
