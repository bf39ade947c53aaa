import { enlistServers } from "@storehouse/tenancy/provision";
import type { Job } from "../job.ts";

/** Writes down which database servers there are, and whether each can be used. */
export const enlistAllServers: Job = {
  name: "enlist-servers",
  run: ({ provisioner }) => enlistServers(provisioner),
};
