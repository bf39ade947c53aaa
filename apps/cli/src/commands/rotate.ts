import type { Command } from "../command.ts";
import { askWorker } from "./ask-worker.ts";
import { theOne } from "./the-one.ts";

/** Locks every secret with the first key of STOREHOUSE_KEYS. The others may be left out once it is done and the backups they locked are gone. */
export const rotateKeysCommand: Command = {
  usage: "rotate-keys (web and worker must know the new key and the old one: new:…,old:…)",
  run: (context) => askWorker(context, { kind: "keys.rotate" }),
};

/** Gives a factory's database user a new password. Its people notice nothing. */
export const rotatePasswordCommand: Command = {
  usage: "factory rotate-password <db_name>",
  run: (context) => askWorker(context, { kind: "factory.rotatePassword", dbName: theOne(context.args, "db_name") }),
};
