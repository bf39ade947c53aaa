import { fail, type SideCopyRow } from "@storehouse/domain";
import { recordPlatformEvent } from "@storehouse/tenancy";
import { parseArgs } from "node:util";
import { v7 } from "uuid";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { theOne } from "./the-one.ts";
import { OPERATOR, type OwnBackups, waitUntil, withBackups } from "./with-backups.ts";

/**
 * Has the worker restore a backup beside its factory and prove it; with --switch the copy then takes the factory's
 * place, after a backup of the factory. A backup of another factory is none of this one's.
 */
export const restoreCommand: Command = {
  usage: "restore <db_name> --backup <id> [--switch --confirm <db_name>]",
  run: ({ env, args, print }) => {
    const options = {
      backup: { type: "string" },
      switch: { type: "boolean", default: false },
      confirm: { type: "string" },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const dbName = theOne(positionals, "db_name");
    const backupId = values.backup;
    if (backupId === undefined) throw new UsageError("Say which with --backup <id>.");
    if (values.switch && values.confirm !== dbName)
      throw new UsageError("--switch replaces the factory: confirm it with --confirm and its name.");
    return withBackups(env, dbName, async (own) => {
      const copy = await openCopy(own, backupId);
      print(lineOf(copy));
      if (copy.state !== "READY") return 1;
      if (!values.switch) return 0;
      const switched = await switchTo(own, copy.id);
      print(lineOf(switched));
      return switched.state === "SWITCHED" ? 0 : 1;
    });
  },
};

async function openCopy(own: OwnBackups, backupId: string): Promise<SideCopyRow> {
  const { backups, central, factoryId } = own;
  const backup = await backups.find(backupId);
  if (backup === undefined) return fail({ code: "NOT_FOUND", entity: "backup", id: backupId });
  if (!backup.hasFile) fail({ code: "WRONG_STATE", entity: "backup", id: backupId, state: backup.state });
  const id = v7();
  const detail = { id, backupId };
  await recordPlatformEvent(central, { actor: "operator", action: "backup.openCopy", factoryId, detail });
  await backups.copies.open({ id, backupId, requestedBy: OPERATOR });
  return settled(own, id, ["REQUESTED", "RESTORING"]);
}

async function switchTo(own: OwnBackups, id: string): Promise<SideCopyRow> {
  const { backups, central, factoryId } = own;
  await recordPlatformEvent(central, { actor: "operator", action: "backup.switch", factoryId, detail: { id } });
  await backups.copies.switchTo({ id, requestedBy: OPERATOR });
  return settled(own, id, ["SWITCHING"]);
}

async function settled({ backups }: OwnBackups, id: string, moving: readonly string[]): Promise<SideCopyRow> {
  const seen = await waitUntil(
    () => backups.copies.find(id),
    (copy) => copy === undefined || !moving.includes(copy.state),
  );
  return seen ?? fail({ code: "NOT_FOUND", entity: "sideCopy", id });
}

const lineOf = ({ id, state, rowCount, reason }: SideCopyRow): string =>
  [id, state, `${rowCount ?? 0} rows`, reason ?? ""].join("\t").trimEnd();
