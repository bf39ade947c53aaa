import { listFactories } from "@storehouse/tenancy/fleet";
import type { Command } from "../command.ts";
import { withCentral } from "./with-central.ts";

/** Prints every factory: its database, state, schema version, people, and what is wrong with it. */
export const listFactoriesCommand: Command = {
  usage: "factory list",
  run: async ({ env, print }) => {
    const factories = await withCentral(env, listFactories);
    for (const { dbName, state, schemaVersion, userCount, factoryName, note } of factories) {
      print([dbName, state, `schema ${schemaVersion}`, `${userCount} people`, factoryName, note ?? ""].join("\t"));
    }
    return 0;
  },
};
