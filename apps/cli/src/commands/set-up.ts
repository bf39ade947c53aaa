import { setUp } from "@storehouse/tenancy/provision";
import type { Command } from "../command.ts";

/** Makes the central database and the accounts of web and worker, or brings them up to date. */
export const setUpCommand: Command = {
  usage: "setup",
  run: async ({ env, print }) => {
    const { steps } = await setUp({
      adminUrl: env.adminUrl(),
      centralName: env.centralName,
      accounts: {
        web: { user: `${env.accountPrefix}web`, password: env.webPassword() },
        provisioner: { user: `${env.accountPrefix}provisioner`, password: env.provisionerPassword() },
      },
    });
    print(`${env.centralName} is set up (${steps} migration steps run).`);
    return 0;
  },
};
