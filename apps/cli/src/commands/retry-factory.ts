import { provisionFactory, requeueFactory } from "@storehouse/tenancy/provision";
import type { Command } from "../command.ts";
import { theOne } from "./the-one.ts";
import { withProvisioner } from "./with-provisioner.ts";

/** Makes a factory whose making has failed, once what stopped it is put right. */
export const retryFactoryCommand: Command = {
  usage: "factory retry <db_name>",
  run: ({ env, args, print }) =>
    withProvisioner(env, async (provisioner) => {
      const dbName = theOne(args, "db_name");
      const factoryId = await requeueFactory(provisioner.central, dbName);
      const { outcome, error } = await provisionFactory(provisioner, factoryId);
      if (outcome === "failed" || outcome === "later") throw error;
      print(outcome === "ready" ? `${dbName} is ready.` : `${dbName} is being made by the worker.`);
      return 0;
    }),
};
