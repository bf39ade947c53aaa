import { checkServer } from "@storehouse/tenancy/provision";
import type { Command } from "../command.ts";

/** Says whether the server's settings keep Storehouse's promises. */
export const checkServerCommand: Command = {
  usage: "check-server",
  run: async ({ env, print }) => {
    const wrong = await checkServer(env.adminUrl());
    for (const { name, is, wanted, why } of wrong) print(`${name} is ${is}, and must be ${wanted}: ${why}.`);
    if (wrong.length === 0) print("The server's settings are right.");
    return wrong.length === 0 ? 0 : 1;
  },
};
