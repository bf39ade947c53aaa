import { bytesToUuid } from "@storehouse/db";
import { runMigrations } from "../migrate/run-migrations.ts";
import { quoteName } from "./grants.ts";
import { readSchema } from "./load-schema.ts";
import type { Provisioner } from "./open-provisioner.ts";
import { inSession } from "./scratch-database.ts";

/** The schema that this version of the service works with. */
export const currentSchemaVersion = (): number => readSchema().version;

/**
 * Brings a database beside a factory's up to date and says to which version. Refuses one that does not carry the
 * factory's id. What was begun before is gone on with.
 */
export async function migrateSideDatabase(
  provisioner: Provisioner,
  { dbName, factoryId }: Readonly<{ dbName: string; factoryId: string }>,
): Promise<number> {
  const { migrations, version } = readSchema();
  await inSession(provisioner, async (session) => {
    await session.run(`USE ${quoteName(dbName)}`);
    const [row] = await session.rows<{ id: Buffer }>("select factory_id as id from identity");
    if (row === undefined || bytesToUuid(row.id) !== factoryId)
      throw new Error("The database belongs to another factory");
    await runMigrations(session, migrations);
  });
  return version;
}
