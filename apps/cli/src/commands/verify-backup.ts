import { verifyBackup } from "@storehouse/backup";
import { and, desc, eq, isNotNull } from "@storehouse/db";
import { backups, factories } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import { recordPlatformEvent } from "@storehouse/tenancy";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { theOne } from "./the-one.ts";
import { withBackupContext } from "./with-backup-context.ts";

type Central = Parameters<typeof recordPlatformEvent>[0];

/** Restores a backup into a database of its own, compares it row for row, and drops that again. Fails unless it is good. */
export const verifyBackupCommand: Command = {
  usage: "backup verify <id|latest> [--factory <db_name>]",
  run: ({ env, args, print }) => {
    const options = { factory: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const which = theOne(positionals, "id|latest");
    if (which === "latest" && values.factory === undefined) throw new UsageError("Say of which with --factory.");
    return withBackupContext(env, async (ctx) => {
      const { central } = ctx.tenancy;
      const { id, subject } = await findOne(central, which, values.factory);
      const { outcome } = await verifyBackup(ctx, id);
      const [after] = await central.select().from(backups).where(eq(backups.id, id));
      const detail = { id, outcome, reason: after?.reason ?? null };
      const factoryId = subject === "central" ? null : subject;
      await recordPlatformEvent(central, { actor: "operator", action: "backup.verify", factoryId, detail });
      print([id, outcome, `${after?.rowCount ?? 0} rows`, after?.reason ?? ""].join("\t").trimEnd());
      return outcome === "verified" ? 0 : 1;
    });
  },
};

async function findOne(central: Central, which: string, dbName: string | undefined) {
  const subject = dbName === undefined ? undefined : await subjectOf(central, dbName);
  const isOfSubject = subject === undefined ? undefined : eq(backups.subject, subject);
  const isIt = which === "latest" ? isNotNull(backups.fileName) : eq(backups.id, idOf(which));
  const [row] = await central
    .select({ id: backups.id, subject: backups.subject })
    .from(backups)
    .where(and(isOfSubject, isIt, isNotNull(backups.storedAt)))
    .orderBy(desc(backups.requestedAt), desc(backups.id))
    .limit(1);
  return row ?? fail({ code: "NOT_FOUND", entity: "backup", id: which });
}

async function subjectOf(central: Central, dbName: string): Promise<string> {
  if (dbName === "central") return dbName;
  const [row] = await central.select({ id: factories.id }).from(factories).where(eq(factories.dbName, dbName));
  return row?.id ?? fail({ code: "NOT_FOUND", entity: "factory", id: dbName });
}

function idOf(text: string): string {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)) throw new UsageError("Give a backup's id, or latest.");
  return text;
}
