import { checkServer, describeSetting } from "@storehouse/tenancy/provision";
import type { Command } from "../command.ts";

/** Says whether the server's settings keep Storehouse's promises. */
export const checkServerCommand: Command = {
  usage: "check-server",
  run: async ({ env, print }) => {
    const wrong = await checkServer(env.adminUrl());
    for (const setting of wrong) print(describeSetting(setting));
    if (wrong.length === 0) print("The server's settings are right.");
    return wrong.some(({ isRefused }) => isRefused) ? 1 : 0;
  },
};
