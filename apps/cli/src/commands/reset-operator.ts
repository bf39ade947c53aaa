import { resetOperator } from "@storehouse/auth";
import type { Command } from "../command.ts";
import { operatorLinks } from "./print-operator-link.ts";
import { theOne } from "./the-one.ts";
import { withCentral } from "./with-central.ts";

/** Takes an operator's password, phone and sessions away, and prints a new link. One who was disabled is let in again. */
export const resetOperatorCommand: Command = {
  usage: "operator reset <username>",
  run: async (context) => {
    const username = theOne(context.args, "username");
    const { secrets, show } = operatorLinks(context);
    show(username, await withCentral(context.env, (central) => resetOperator(central, secrets, username)));
    return 0;
  },
};
