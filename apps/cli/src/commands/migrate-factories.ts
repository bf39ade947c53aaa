import { type Migrated, migrateFleet } from "@storehouse/tenancy/fleet";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { withProvisioner } from "./with-provisioner.ts";

/** Brings factories' schemas up to date. Fails when one of them could not be. */
export const migrateFactoriesCommand: Command = {
  usage: "factory migrate [<db_name> | --quarantined] [--concurrency <n>]",
  run: ({ env, args, print }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { quarantined: { type: "boolean", default: false }, concurrency: { type: "string", default: "4" } },
    });
    const concurrency = Number(values.concurrency);
    if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 32) {
      throw new UsageError("--concurrency is a number from 1 to 32.");
    }
    const scope = { dbName: positionals[0], isQuarantined: values.quarantined };
    return withProvisioner(env, async (provisioner) => {
      const onMigrated = (migrated: Migrated): void => print(toLine(migrated));
      const { total, done, isStopped } = await migrateFleet(provisioner, { scope, concurrency, onMigrated });
      const good = done.filter(({ outcome }) => outcome === "migrated" || outcome === "current").length;
      print(`${good} of ${total} factories brought up to date${isStopped ? "; stopped, too many failed" : ""}.`);
      return good === total ? 0 : 1;
    });
  },
};

function toLine({ factory, outcome, error }: Migrated): string {
  return [factory.dbName, outcome, error instanceof Error ? error.message : ""].join("\t").trimEnd();
}
