import { fail } from "@storehouse/domain";
import { recordPlatformEvent } from "@storehouse/tenancy";
import { parseArgs } from "node:util";
import { v7 } from "uuid";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { finishCopy } from "./finish-copy.ts";
import { bringArchive, overrideByArchive } from "./bring-archive.ts";
import { theOne } from "./the-one.ts";
import { OPERATOR, type OwnBackups, withBackups } from "./with-backups.ts";

/**
 * Has the worker restore a backup beside its factory and prove it; with --switch the copy then takes the factory's
 * place, after a backup of the factory. With --file it is an archive that was brought by hand, with --copy one that was
 * restored before. A backup of another factory is none of this one's: --override asks for it all the same, and a second
 * operator must approve it.
 */
export const restoreCommand: Command = {
  usage:
    "restore <db_name> (--backup <id> | --file <path> [--override --as <operator>] | --copy <id>) [--switch] [--confirm <db_name>]",
  run: (context) => {
    const options = {
      backup: { type: "string" },
      file: { type: "string" },
      copy: { type: "string" },
      override: { type: "boolean", default: false },
      as: { type: "string" },
      switch: { type: "boolean", default: false },
      confirm: { type: "string" },
    } as const;
    const { values, positionals } = parseArgs({ args: [...context.args], allowPositionals: true, options });
    const dbName = theOne(positionals, "db_name");
    const { backup, file, copy } = values;
    if ([backup, file, copy].filter((one) => one !== undefined).length !== 1)
      throw new UsageError("Say which with --backup <id>, --file <path> or --copy <id>.");
    const isOverride = values.override;
    if (isOverride && (file === undefined || values.switch))
      throw new UsageError("--override is for --file alone; switch to the copy once it is approved and ready.");
    if ((values.switch || isOverride) && values.confirm !== dbName)
      throw new UsageError("The factory is replaced: confirm it with --confirm and its name.");
    return withBackups(context.env, dbName, async (own) => {
      if (file !== undefined && isOverride) {
        await overrideByArchive(context, own, { path: file, as: values.as });
        return 0;
      }
      const id =
        copy ?? (file === undefined ? await openCopy(own, backup ?? "") : await bringArchive(context, own, file));
      return finishCopy(own, { id, isSwitch: values.switch, print: context.print });
    });
  },
};

async function openCopy(own: OwnBackups, backupId: string): Promise<string> {
  const { backups, central, factoryId } = own;
  const backup = await backups.find(backupId);
  if (backup === undefined) return fail({ code: "NOT_FOUND", entity: "backup", id: backupId });
  if (!backup.hasFile) fail({ code: "WRONG_STATE", entity: "backup", id: backupId, state: backup.state });
  const id = v7();
  const detail = { id, backupId };
  await recordPlatformEvent(central, { actor: "operator", action: "backup.openCopy", factoryId, detail });
  await backups.copies.open({ id, backupId, requestedBy: OPERATOR });
  return id;
}
