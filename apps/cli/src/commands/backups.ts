import { recordPlatformEvent } from "@storehouse/tenancy";
import { parseArgs } from "node:util";
import { v7 } from "uuid";
import type { Command } from "../command.ts";
import { theOne } from "./the-one.ts";
import { OPERATOR, waitUntil, withBackups } from "./with-backups.ts";

const LISTED = 50;

/** Prints a factory's latest backups: id, when, state, rows, size, and why one came to nothing. */
export const listBackupsCommand: Command = {
  usage: "backup list <db_name>",
  run: ({ env, args, print }) =>
    withBackups(env, theOne(args, "db_name"), async ({ backups }) => {
      for (const { id, requestedAt, state, rowCount, storedBytes, reason } of (await backups.list({ limit: LISTED }))
        .rows)
        print([id, requestedAt, state, `${rowCount ?? 0} rows`, `${storedBytes ?? 0} bytes`, reason ?? ""].join("\t"));
      return 0;
    }),
};

/** Has the worker save a factory and restore the backup to see. Fails unless it is found to be good. */
export const createBackupCommand: Command = {
  usage: "backup create <db_name> [--no-wait]",
  run: ({ env, args, print }) => {
    const options = { "no-wait": { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    return withBackups(env, theOne(positionals, "db_name"), async ({ central, factoryId, backups }) => {
      const id = await backups.request(v7(), OPERATOR);
      await recordPlatformEvent(central, { actor: "operator", action: "backup.create", factoryId, detail: { id } });
      print(`Backup ${id} is asked for.`);
      if (values["no-wait"]) return 0;
      const isOver = (state: string | undefined): boolean => state === "VERIFIED" || state === "FAILED";
      const done = await waitUntil(
        () => backups.find(id),
        (backup) => backup === undefined || isOver(backup.state),
      );
      print([id, done?.state ?? "GONE", done?.reason ?? ""].join("\t").trimEnd());
      return done?.state === "VERIFIED" ? 0 : 1;
    });
  },
};
