import { centralTransaction, notInArray, sql } from "@storehouse/db";
import { databaseServers } from "@storehouse/db/central";
import { MAIN_SERVER } from "@storehouse/domain";
import { briefError } from "../process/brief-error.ts";
import type { Provisioner } from "./open-provisioner.ts";
import { readServerFacts } from "./server-facts.ts";
import { describeSetting, findWrongSettings } from "./server-settings.ts";

/**
 * Writes down which database servers there are and what each said just now, for operators to choose from; a password is
 * not among it. Returns how many can't be used.
 */
export async function enlistServers(provisioner: Provisioner): Promise<Readonly<{ servers: number; unfit: number }>> {
  const { serverNames: names, central } = provisioner;
  const rows = await Promise.all(names.map((name) => look(provisioner.at(name))));
  await centralTransaction(central, async (tx) => {
    for (const row of rows) {
      const { name: _, ...seen } = row;
      await tx.insert(databaseServers).values(row).onDuplicateKeyUpdate({ set: seen });
    }
    await tx.delete(databaseServers).where(notInArray(databaseServers.name, [...names]));
  });
  return { servers: rows.length, unfit: rows.filter(({ error }) => error !== null).length };
}

async function look(server: Provisioner) {
  const { host, port } = server.server;
  const place = { name: server.serverName, host, port, seenAt: sql`utc_timestamp(3)` };
  try {
    const session = await server.openSession();
    try {
      const { version, maxConnections } = await readServerFacts(session);
      const wrong = (await findWrongSettings(session)).filter(({ isRefused }) => isRefused);
      const error = wrong.length === 0 ? null : wrong.map(describeSetting).join(" ").slice(0, 500);
      return { ...place, version: version.slice(0, 100), maxConnections, error };
    } finally {
      await session.close();
    }
  } catch (error) {
    const words = server.serverName === MAIN_SERVER ? briefError(error) : `It does not answer: ${briefError(error)}`;
    return { ...place, version: null, maxConnections: null, error: words.slice(0, 500) };
  }
}
