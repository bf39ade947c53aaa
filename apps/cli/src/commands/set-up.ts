import { parseKeys } from "@storehouse/tenancy";
import { setUp } from "@storehouse/tenancy/provision";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";

/** Makes the central database and the accounts of web and worker, or brings them up to date. */
export const setUpCommand: Command = {
  usage: "setup [--adopt]",
  run: async ({ env, args, print }) => {
    const { values } = parseArgs({ args: [...args], options: { adopt: { type: "boolean", default: false } } });
    const { steps, warnings } = await setUp({
      adminUrl: env.adminUrl(),
      centralName: env.centralName,
      accounts: {
        web: { user: `${env.accountPrefix}web`, password: env.webPassword() },
        provisioner: { user: `${env.accountPrefix}provisioner`, password: env.provisionerPassword() },
      },
      keys: parseKeys(env.keys()),
      isAdopting: values.adopt,
    });
    for (const warning of warnings) print(warning);
    print(`${env.centralName} is set up (${steps} migration steps run).`);
    return 0;
  },
};
