import { listServers } from "@storehouse/tenancy/job";
import { ensureProvisioner } from "@storehouse/tenancy/provision";
import type { Command } from "../command.ts";
import { withCentral } from "./with-central.ts";

/** Lists the database servers that the worker knows, as it saw them last. */
export const listServersCommand: Command = {
  usage: "server list",
  run: ({ env, print }) =>
    withCentral(env, async (central) => {
      const servers = await listServers(central);
      for (const { name, host, port, version, factories, error } of servers)
        print(`${name} ${host}:${port} ${version ?? "-"} factories=${factories} ${error ?? "ok"}`);
      if (servers.length === 0) print("The worker has not written any down yet.");
      return 0;
    }),
};

/** Makes the provisioner's account on a further server, by its administrator, so that factories can be moved there. */
export const prepareServerCommand: Command = {
  usage: "server prepare",
  run: async ({ env, print }) => {
    const user = `${env.accountPrefix}provisioner`;
    const warnings = await ensureProvisioner(env.adminUrl(), { user, password: env.provisionerPassword() });
    for (const warning of warnings) print(warning);
    print(`${user} is ready there: name the server in DATABASE_SERVERS, and start the worker anew.`);
    return 0;
  },
};
