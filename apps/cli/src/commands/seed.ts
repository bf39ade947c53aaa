import { parseDatabaseUrl } from "@storehouse/tenancy";
import { randomBytes } from "node:crypto";
import type { Command } from "../command.ts";
import { type SeededFactory, seedInstallation } from "../seed/seed-installation.ts";
import { UsageError } from "../usage-error.ts";
import { withProvisioner } from "./with-provisioner.ts";

/** Makes two factories with people in every role, products and half a year of entries. Never in production: their passwords are shown. */
export const seedCommand: Command = {
  usage: "seed (wants NODE_ENV=development; SEED_PASSWORD sets the password of those it makes)",
  run: async ({ env, print }) => {
    if (!env.isDevelopment)
      throw new UsageError("seed is for development alone: it shows the passwords of the people it makes.");
    const given = env.seedPassword;
    const password = given ?? `fan-${randomBytes(6).toString("base64url")}`;
    const { host, port } = parseDatabaseUrl(env.provisionerUrl());
    const seeded = await withProvisioner(env, (provisioner) =>
      seedInstallation({
        provisioner,
        centralUrl: env.centralUrl(),
        keys: env.keys(),
        server: { host, port },
        password,
        prefix: "",
        now: new Date(),
      }),
    );
    for (const line of report(seeded)) print(line);
    if (seeded.some(({ isNew }) => isNew))
      print(given === undefined ? `Password of all of them: ${password}` : "Password: as SEED_PASSWORD says.");
    return 0;
  },
};

function report(seeded: readonly SeededFactory[]): string[] {
  return seeded.flatMap(({ factory, isNew, products, entries }) => [
    `${factory.factoryName}: ${products} products, ${entries} entries, ledger proven${isNew ? "" : "; it was there before, passwords as they were"}`,
    ...[{ ...factory.master, role: "master" }, ...factory.people].map(
      ({ username, role }) => `  ${username}@${factory.dbName}  ${role}`,
    ),
  ]);
}
