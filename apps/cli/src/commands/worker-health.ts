import { isLeaseHeld } from "@storehouse/tenancy/fleet";
import { hostname } from "node:os";
import type { Command } from "../command.ts";
import { withCentral } from "./with-central.ts";

/** Says whether the worker of this machine has been heard of in the last seconds. */
export const workerHealthCommand: Command = {
  usage: "worker-health",
  run: async ({ env, print }) => {
    const isAlive = await withCentral(env, (central) => isLeaseHeld(central, `worker:${hostname()}`));
    print(isAlive ? "The worker is at work." : "No worker is at work on this machine.");
    return isAlive ? 0 : 1;
  },
};
