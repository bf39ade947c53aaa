import { MAIN_SERVER, ServerName } from "@storehouse/domain";
import { requestMove } from "@storehouse/tenancy/job";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { askWorker } from "./ask-worker.ts";
import { theOne } from "./the-one.ts";

/** Moves a factory to another database server: saved and tried there while it is open, then closed for some seconds. */
export const moveFactoryCommand: Command = {
  usage: "factory move <db_name> --to <server>",
  run: (context) => {
    const options = { to: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...context.args], allowPositionals: true, options });
    const server = ServerName.safeParse(values.to);
    if (!server.success) throw new UsageError(`--to wants a server of \`server list\`, such as ${MAIN_SERVER}.`);
    return askWorker(context, {
      kind: "factory.move",
      dbName: theOne(positionals, "db_name"),
      request: (central, { factoryId, ...asked }) =>
        requestMove(central, { ...asked, factoryId: factoryId ?? "", server: server.data }),
    });
  },
};
