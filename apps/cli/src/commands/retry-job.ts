import { retryJob } from "@storehouse/tenancy/job";
import type { Command } from "../command.ts";
import { theOne } from "./the-one.ts";
import { withCentral } from "./with-central.ts";

/** Puts a job that has failed back into the worker's queue. */
export const retryJobCommand: Command = {
  usage: "jobs retry <id>",
  run: async ({ env, args, print }) => {
    const { kind } = await withCentral(env, (central) => retryJob(central, theOne(args, "id")));
    print(`${kind} waits for the worker.`);
    return 0;
  },
};
