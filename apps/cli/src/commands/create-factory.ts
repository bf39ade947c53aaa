import { assertUsablePassword, hashPassword, parseAuthSecrets } from "@storehouse/auth";
import { RegisterInput } from "@storehouse/domain";
import { parseDatabaseUrl, requestFactory } from "@storehouse/tenancy";
import { provisionFactory } from "@storehouse/tenancy/provision";
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import type { Command, CommandContext } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { makeFirstLink } from "./make-first-link.ts";
import { withProvisioner } from "./with-provisioner.ts";

/**
 * Makes a factory as a sign-up would, and prints the link by which its first master chooses a password: good once, for half an hour. With
 * --password-stdin the password is read from standard input instead, never from the command line.
 */
export const createFactoryCommand: Command = {
  usage:
    "factory create <db_name> --name <factory> --admin <username> --admin-name <person> [--admin-email <address>] [--password-stdin]",
  run: async (context) => {
    const { isByLink, input } = await readRegistration(context);
    const { admin_password: password, ...request } = input;
    // Asked for before anything is made: a factory without a way in helps nobody.
    if (isByLink) assertLinksCanBeMade(context.env);
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
      if (isByLink) {
        const { url } = await makeFirstLink(context.env, { factoryId, username: request.admin_username });
        context.print(`Ready. ${login} chooses a password here, once and within 30 minutes:\n${url}`);
        return 0;
      }
      context.print(
        outcome === "ready" ? `Ready. Sign in as ${login}` : `The worker is making it. Sign in as ${login}`,
      );
      return 0;
    });
  },
};

function assertLinksCanBeMade(env: CommandContext["env"]): void {
  parseAuthSecrets(env.authSecret());
  if (!URL.canParse(env.publicUrl())) throw new UsageError("PUBLIC_URL reads http(s)://host:port.");
}

async function readRegistration({
  args,
  readInput,
}: CommandContext): Promise<{ isByLink: boolean; input: RegisterInput }> {
  const option = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      name: option,
      admin: option,
      "admin-name": option,
      "admin-email": option,
      "password-stdin": { type: "boolean" },
    },
  });
  const isByLink = values["password-stdin"] !== true;
  // Nobody knows this one: the link is the only way in.
  const password = isByLink ? randomBytes(24).toString("base64url") : (await readInput()).replace(/\r?\n$/, "");
  const parsed = RegisterInput.safeParse({
    db_name: positionals[0] ?? "",
    factory_name: values.name ?? "",
    admin_username: values.admin ?? "",
    admin_name: values["admin-name"] ?? "",
    admin_email: values["admin-email"] ?? "",
    admin_password: password,
  });
  if (parsed.success) return { isByLink, input: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new UsageError(problems.join("\n"));
}
