import { assertUsablePassword, hashPassword } from "@storehouse/auth";
import { RegisterInput } from "@storehouse/domain";
import { parseDatabaseUrl, requestFactory } from "@storehouse/tenancy";
import { provisionFactory } from "@storehouse/tenancy/provision";
import { parseArgs } from "node:util";
import type { Command, CommandContext } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { withProvisioner } from "./with-provisioner.ts";

/** Makes a factory as a sign-up would. The first master's password is read from standard input, never from the command line. */
export const createFactoryCommand: Command = {
  usage:
    "factory create <db_name> --name <factory> --admin <username> --admin-name <person> [--admin-email <address>] < password",
  run: async (context) => {
    const input = await readRegistration(context);
    const { admin_password: password, ...request } = input;
    assertUsablePassword(password, "admin_password", [input.admin_username, input.db_name, input.factory_name]);
    const adminPasswordHash = await hashPassword(password);
    return withProvisioner(context.env, async (provisioner) => {
      const { host, port } = parseDatabaseUrl(context.env.provisionerUrl());
      const { factoryId, login } = await requestFactory(
        provisioner.central,
        { ...request, adminPasswordHash },
        { host, port },
      );
      const { outcome, error } = await provisionFactory(provisioner, factoryId);
      if (outcome === "failed" || outcome === "later") throw error;
      context.print(
        outcome === "ready" ? `Ready. Sign in as ${login}` : `The worker is making it. Sign in as ${login}`,
      );
      return 0;
    });
  },
};

async function readRegistration({ args, readInput }: CommandContext): Promise<RegisterInput> {
  const option = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: option, admin: option, "admin-name": option, "admin-email": option },
  });
  const parsed = RegisterInput.safeParse({
    db_name: positionals[0] ?? "",
    factory_name: values.name ?? "",
    admin_username: values.admin ?? "",
    admin_name: values["admin-name"] ?? "",
    admin_email: values["admin-email"] ?? "",
    admin_password: (await readInput()).replace(/\r?\n$/, ""),
  });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new UsageError(problems.join("\n"));
}
