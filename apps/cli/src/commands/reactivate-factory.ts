import { reactivateFactory } from "@storehouse/tenancy/provision";
import type { Command } from "../command.ts";
import { theOne } from "./the-one.ts";
import { withCentral } from "./with-central.ts";

/** Opens a suspended factory again. */
export const reactivateFactoryCommand: Command = {
  usage: "factory reactivate <db_name>",
  run: async ({ env, args, print }) => {
    const dbName = theOne(args, "db_name");
    await withCentral(env, (central) => reactivateFactory(central, dbName));
    print(`${dbName} is open.`);
    return 0;
  },
};
