import { requestDeletion } from "@storehouse/tenancy/job";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { askWorker } from "./ask-worker.ts";
import { theOne } from "./the-one.ts";

/** Shuts a factory for good: a last backup is written and restored to see. It can be reactivated until it is deleted. */
export const archiveFactoryCommand: Command = {
  usage: "factory archive <db_name>",
  run: (context) => askWorker(context, { kind: "factory.archive", dbName: theOne(context.args, "db_name") }),
};

/** Deletes a factory that has been archived for a week: its database, user, backups and key. The name is typed twice. */
export const deleteFactoryCommand: Command = {
  usage: "factory delete <db_name> --name <db_name once more>",
  run: (context) => {
    const options = { name: { type: "string", default: "" } } as const;
    const { values, positionals } = parseArgs({ args: [...context.args], allowPositionals: true, options });
    return askWorker(context, {
      kind: "factory.delete",
      dbName: theOne(positionals, "db_name"),
      request: (central, { factoryId, ...asked }) =>
        requestDeletion(central, { ...asked, factoryId: factoryId ?? "", typedName: values.name }),
    });
  },
};
