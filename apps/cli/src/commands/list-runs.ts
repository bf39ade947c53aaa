import { listRuns } from "@storehouse/tenancy/job";
import type { Command } from "../command.ts";
import { theOne } from "./the-one.ts";
import { withCentral } from "./with-central.ts";

/** Prints the last runs of a job that did something or failed, and the factories that failed in them. */
export const listRunsCommand: Command = {
  usage: "jobs runs <name>",
  run: async ({ env, args, print }) => {
    const runs = await withCentral(env, (central) => listRuns(central, theOne(args, "name")));
    for (const { startedAt, ms, isFailed, counts, error, failures } of runs) {
      const outcome = isFailed ? "FAILED" : "ok";
      print([startedAt.toISOString(), outcome, `${ms ?? "-"} ms`, JSON.stringify(counts), error ?? ""].join("\t"));
      for (const failure of failures) print(`\t${failure.factory}\t${failure.error}`);
    }
    return 0;
  },
};
