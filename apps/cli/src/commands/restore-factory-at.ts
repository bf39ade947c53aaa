import { restoreAt } from "@storehouse/backup";
import { recordPlatformEvent } from "@storehouse/tenancy";
import { openAdministrator } from "@storehouse/tenancy/provision";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { theOne } from "./the-one.ts";
import { withBackupContext } from "./with-backup-context.ts";

/** Brings a factory as it was at a moment into a database beside it, from its backup and the server's binary log. */
export const restoreFactoryAtCommand: Command = {
  usage: "factory restore-at <db_name> --at <2026-11-26T10:31:00Z>",
  run: async ({ env, args, print }) => {
    const options = { at: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const dbName = theOne(positionals, "db_name");
    const at = momentOf(values.at);
    const admin = await openAdministrator(env.adminUrl());
    try {
      return await withBackupContext(env, async (ctx) => {
        const factory = await ctx.tenancy.findFactory(dbName);
        if (factory === undefined) throw new Error(`There is no factory ${dbName}.`);
        const restored = await restoreAt(ctx, { factoryId: factory.id, at, admin });
        const detail = { at: at.toISOString(), dbName: restored.dbName, backupId: restored.backupId };
        const event = { actor: "operator", action: "factory.restore-at", factoryId: factory.id, detail } as const;
        await recordPlatformEvent(ctx.tenancy.central, event);
        print(`${dbName} as it was before ${at.toISOString()} is in the database ${restored.dbName}.`);
        print(`It began with the backup of ${restored.backedUpAt.toISOString()}; the factory itself was not touched.`);
        print(`Stock and entries disagree in ${restored.ledger.length} places.`);
        return restored.ledger.length === 0 ? 0 : 1;
      });
    } finally {
      await admin.session.close();
    }
  },
};

function momentOf(text: string | undefined): Date {
  // Without a zone it would be this machine's, which nobody sees.
  const at =
    text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text)
      ? new Date(text)
      : undefined;
  if (at === undefined || Number.isNaN(at.getTime()))
    throw new UsageError("Give --at a moment with its zone, as 2026-11-26T10:31:00Z or 2026-11-26T16:01:00+05:30.");
  return at;
}
