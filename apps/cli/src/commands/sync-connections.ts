import { createTenancy, parseKeys } from "@storehouse/tenancy";
import { listFactories } from "@storehouse/tenancy/fleet";
import type { Command } from "../command.ts";

const CONNECTIONS = 2;

/** Counts every factory's people again and stores the limit of its pool; web processes take it over within seconds. */
export const syncConnectionsCommand: Command = {
  usage: "sync-connections [<db_name>]",
  run: async ({ env, args: [only], print }) => {
    const keys = parseKeys(env.keys());
    const tenancy = await createTenancy({ centralUrl: env.centralUrl(), keys, budget: CONNECTIONS });
    let failed = 0;
    try {
      const all = (await listFactories(tenancy.central)).filter(({ state }) => state === "READY");
      const chosen = only === undefined ? all : all.filter(({ dbName }) => dbName === only);
      if (only !== undefined && chosen.length === 0) throw new Error(`There is no open factory ${only}.`);
      for (const { id, dbName } of chosen) {
        const synced = await tenancy.resyncFactory(id).catch(() => undefined);
        if (synced === undefined) failed += 1;
        print(
          synced ? `${dbName}\t${synced.userCount} people\t${synced.maxConnections} connections` : `${dbName}\tfailed`,
        );
      }
    } finally {
      await tenancy.close();
    }
    return failed === 0 ? 0 : 1;
  },
};
