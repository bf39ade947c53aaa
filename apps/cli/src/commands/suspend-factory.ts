import { suspendFactory } from "@storehouse/tenancy/provision";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { theOne } from "./the-one.ts";
import { withCentral } from "./with-central.ts";

/** Shuts a factory. Its people read the reason. */
export const suspendFactoryCommand: Command = {
  usage: "factory suspend <db_name> --reason <words>",
  run: async ({ env, args, print }) => {
    const options = { reason: { type: "string", default: "" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const dbName = theOne(positionals, "db_name");
    await withCentral(env, (central) => suspendFactory(central, dbName, values.reason.slice(0, 255)));
    print(`${dbName} is suspended.`);
    return 0;
  },
};
