import { writeRecoveryKit } from "@storehouse/backup";
import { parseKeys } from "@storehouse/tenancy";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";

/** Writes what is needed, beside the backups, to have everything back: keys, where the backups are, and what to do. */
export const recoveryKitCommand: Command = {
  usage: "recovery-kit --out <new file>",
  run: async ({ env, args, print }) => {
    const { values } = parseArgs({ args: [...args], options: { out: { type: "string" } } });
    if (values.out === undefined) throw new UsageError("Give --out a file that is not there yet.");
    const keys = env.keys();
    // A kit that opens nothing is worse than none.
    const { current } = parseKeys(keys);
    const { folder, bucket } = env.backups();
    const out = resolve(values.out);
    await writeRecoveryKit(out, {
      keys,
      authSecret: env.sessionSecret,
      centralName: env.centralName,
      accountPrefix: env.accountPrefix,
      store: bucket ?? { folder: resolve(folder) },
    });
    print(
      `${out} opens every backup (keys up to ${current.id}). Keep two copies, in two places, neither beside the backups.`,
    );
    return 0;
  },
};
