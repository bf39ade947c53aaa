import { setFactoryPlan } from "@storehouse/tenancy/provision";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { withCentral } from "./with-central.ts";

/** Puts a factory on another plan. */
export const setPlanCommand: Command = {
  usage: "factory set-plan <db_name> <plan>",
  run: async ({ env, args, print }) => {
    const [dbName, plan, ...rest] = args;
    if (dbName === undefined || plan === undefined || rest.length > 0) throw new UsageError("Give <db_name> <plan>.");
    await withCentral(env, (central) => setFactoryPlan(central, dbName, plan));
    print(`${dbName} is on the plan ${plan}.`);
    return 0;
  },
};
