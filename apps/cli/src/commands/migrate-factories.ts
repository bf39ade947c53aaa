import { MIGRATION_JOB } from "@storehouse/domain";
import { type Migrated, migrateFleet } from "@storehouse/tenancy/fleet";
import { pauseSchedule, resumeSchedule } from "@storehouse/tenancy/job";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import type { CliEnv } from "../env.ts";
import { UsageError } from "../usage-error.ts";
import { withCentral } from "./with-central.ts";
import { withProvisioner } from "./with-provisioner.ts";

const BY = "storehouse on the command line";

/** Brings factories' schemas up to date. Fails when one of them could not be. */
export const migrateFactoriesCommand: Command = {
  usage: "factory migrate [<db_name> | --quarantined | --pause | --resume] [--concurrency <n>]",
  run: ({ env, args, print }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quarantined: { type: "boolean", default: false },
        pause: { type: "boolean", default: false },
        resume: { type: "boolean", default: false },
        concurrency: { type: "string", default: "4" },
      },
    });
    const concurrency = Number(values.concurrency);
    if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 32) {
      throw new UsageError("--concurrency is a number from 1 to 32.");
    }
    const scope = { dbName: positionals[0], isQuarantined: values.quarantined };
    if (values.pause || values.resume) return steer(env, print, values.pause);
    return withProvisioner(env, async (provisioner) => {
      const onMigrated = (migrated: Migrated): void => print(toLine(migrated));
      const { total, done, isStopped, isPaused } = await migrateFleet(provisioner, { scope, concurrency, onMigrated });
      const good = done.filter(({ outcome }) => outcome === "migrated" || outcome === "current").length;
      print(`${good} of ${total} factories brought up to date${ending({ isStopped, isPaused })}.`);
      return good === total ? 0 : 1;
    });
  },
};

async function steer(env: CliEnv, print: (line: string) => void, isPause: boolean): Promise<number> {
  await withCentral(env, (central) => (isPause ? pauseSchedule : resumeSchedule)(central, MIGRATION_JOB, BY));
  print(isPause ? "Migrations rest after the factories they are at." : "Migrations go on.");
  return 0;
}

function ending({ isStopped, isPaused }: { isStopped: boolean; isPaused: boolean }): string {
  if (isPaused) return "; paused, go on with --resume";
  return isStopped ? "; stopped, too many failed" : "";
}

function toLine({ factory, outcome, error }: Migrated): string {
  return [factory.dbName, outcome, error instanceof Error ? error.message : ""].join("\t").trimEnd();
}
