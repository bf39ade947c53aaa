import { localStore, readRecoveryKit, rebuild, type RebuiltFactory, storeOfKit } from "@storehouse/backup";
import { parseKeys } from "@storehouse/tenancy";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";

/** Makes everything anew on an empty database server, from the backups and the recovery kit alone. */
export const rebuildCommand: Command = {
  usage: "rebuild --kit <file> [--from <folder with the backups>]",
  run: async ({ env, args, print }) => {
    const options = { kit: { type: "string" }, from: { type: "string" } } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.kit === undefined) throw new UsageError("Give --kit the recovery kit.");
    const kit = await readRecoveryKit(values.kit);
    const began = Date.now();
    const { folder, programs } = env.backups();
    const done = await rebuild({
      adminUrl: env.adminUrl(),
      centralName: kit.centralName,
      accounts: {
        web: { user: `${kit.accountPrefix}web`, password: env.webPassword() },
        provisioner: { user: `${kit.accountPrefix}provisioner`, password: env.provisionerPassword() },
      },
      keys: parseKeys(kit.keys),
      store: values.from === undefined ? storeOfKit(kit.store) : localStore(resolve(values.from)),
      folder,
      programs,
      onFactory: (factory) => print(lineOf(factory)),
    });
    const failed = done.factories.filter(({ reason }) => reason !== undefined);
    for (const name of done.refused) print(`${name}\tdoes not open`);
    for (const id of done.homeless) print(`${id}\thas backups, and the central database does not know it`);
    const seconds = ((Date.now() - began) / 1_000).toFixed(1);
    print(`${kit.centralName} as of ${done.centralSavedAt}.`);
    print(`${done.factories.length - failed.length} factories are back, ${failed.length} are not, in ${seconds} s.`);
    return failed.length === 0 && done.refused.length === 0 && done.homeless.length === 0 ? 0 : 1;
  },
};

const lineOf = ({ dbName, reason, savedAt, rows, differences }: RebuiltFactory): string =>
  reason === undefined
    ? `${dbName}\tas of ${savedAt}\t${rows} rows\t${differences} differences in stock`
    : `${dbName}\tNOT RESTORED: ${reason}`;
