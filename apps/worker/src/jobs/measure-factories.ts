import { measureFactories as measure } from "@storehouse/tenancy/fleet";
import type { Job } from "../job.ts";

/** Writes down how much room each factory's database takes. */
export const measureFactories: Job = {
  name: "measure-factories",
  run: async ({ provisioner }) => ({ measured: await measure(provisioner) }),
};
