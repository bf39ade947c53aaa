import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { parseDatabaseUrl } from "./database-url.ts";
import type { PoolTarget } from "./pool-state.ts";
import { accountName, quoteName, quoteText } from "./provision/grants.ts";
import { asAdmin } from "./scratch-factory.ts";

/** Many factories' databases of which nothing is there but whose they are: for tests of pools. */
export type ScratchFleet = Readonly<{ targets: readonly PoolTarget[]; drop: () => Promise<void> }>;

/** Makes databases with an identity row and a user each. */
export async function createScratchFleet(adminUrl: string, count: number): Promise<ScratchFleet> {
  const admin = parseDatabaseUrl(adminUrl);
  const prefix = `f${randomBytes(4).toString("hex")}_`;
  const password = randomBytes(16).toString("base64url");
  const members = Array.from({ length: count }, (_, index) => ({ factoryId: v7(), dbName: `${prefix}${index}` }));
  const accounts = members.map(({ dbName }) => accountName(dbName));
  await asAdmin(admin, [
    `CREATE USER ${accounts.map((account) => `${account} IDENTIFIED BY ${quoteText(password)}`).join(", ")}`,
    ...members.flatMap(statementsFor),
  ]);
  return {
    targets: members.map(({ factoryId, dbName }) => ({
      factoryId,
      dbName,
      credentialVersion: 1,
      limit: 5,
      address: () => ({ ...admin, user: dbName, password, database: dbName }),
    })),
    drop: () =>
      asAdmin(admin, [
        ...members.map(({ dbName }) => `DROP DATABASE ${quoteName(dbName)}`),
        `DROP USER ${accounts.join(", ")}`,
      ]),
  };
}

const statementsFor = ({ factoryId, dbName }: Readonly<{ factoryId: string; dbName: string }>): readonly string[] => [
  `CREATE DATABASE ${quoteName(dbName)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`,
  `CREATE TABLE ${quoteName(dbName)}.identity (factory_id binary(16) PRIMARY KEY)
    SELECT x'${factoryId.replaceAll("-", "")}' AS factory_id`,
  `GRANT SELECT, INSERT ON ${quoteName(dbName.replaceAll("_", "\\_"))}.* TO ${accountName(dbName)}`,
];
