import { createOperator } from "@storehouse/auth";
import { isOperatorRole, Username } from "@storehouse/domain";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { operatorLinks } from "./print-operator-link.ts";
import { theOne } from "./the-one.ts";
import { withCentral } from "./with-central.ts";

/** Makes an operator, and prints the link by which they choose a password and turn their second step on. There is no default password. */
export const createOperatorCommand: Command = {
  usage: "operator create <username> --name <person> --role OWNER|OPERATOR|VIEWER [--factories <db_name,…>]",
  run: async (context) => {
    const option = { type: "string", default: "" } as const;
    const { values, positionals } = parseArgs({
      args: [...context.args],
      allowPositionals: true,
      options: { name: option, role: option, factories: option },
    });
    const username = Username.safeParse(theOne(positionals, "username"));
    if (!username.success) throw new UsageError("A username has 2 to 60 letters, digits, dots, dashes or underscores.");
    const role = values.role.toUpperCase();
    if (!isOperatorRole(role)) throw new UsageError("The role is OWNER, OPERATOR or VIEWER.");
    const name = values.name.trim().slice(0, 100);
    if (name === "") throw new UsageError("Give --name.");
    const factories = values.factories.split(",").flatMap((one) => one.trim() || []);
    if (factories.length > 0 && role !== "OPERATOR") throw new UsageError("Only an OPERATOR is assigned factories.");
    const { secrets, show } = operatorLinks(context);
    const wish = { username: username.data, name, role, factories };
    show(username.data, await withCentral(context.env, (central) => createOperator(central, secrets, wish)));
    return 0;
  },
};
