import { disableOperator } from "@storehouse/auth";
import type { Command } from "../command.ts";
import { theOne } from "./the-one.ts";
import { withCentral } from "./with-central.ts";

/** Shuts an operator out: their sessions end at once. */
export const disableOperatorCommand: Command = {
  usage: "operator disable <username>",
  run: async ({ env, args, print }) => {
    const username = theOne(args, "username");
    await withCentral(env, (central) => disableOperator(central, username));
    print(`${username} is disabled.`);
    return 0;
  },
};
