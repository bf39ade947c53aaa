import { listOperators } from "@storehouse/auth";
import type { Command } from "../command.ts";
import { withCentral } from "./with-central.ts";

/** Prints every operator: username, role, how they stand, when they were last seen, name. */
export const listOperatorsCommand: Command = {
  usage: "operator list",
  run: async ({ env, print }) => {
    for (const { username, role, state, lastSeenAt, name } of await withCentral(env, listOperators))
      print([username, role, state, lastSeenAt?.toISOString() ?? "never seen", name].join("\t"));
    return 0;
  },
};
