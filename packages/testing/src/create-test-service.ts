import { eq, sql, type TenantDb } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { users } from "@storehouse/db/tenant";
import { ROLES, type Role } from "@storehouse/domain";
import { createTenancy, type FactoryRecord, parseKeys, type Tenancy } from "@storehouse/tenancy";
import { provisionFactory } from "@storehouse/tenancy/provision";
import { createScratchInstallation, type ScratchInstallation } from "@storehouse/tenancy/scratch-installation";
import { v7 } from "uuid";
import { testDatabaseUrl } from "./create-test-tenant.ts";

/** A ready factory of a test service, with one person in each role, all with the service's password. */
export type TestFactory = Readonly<{
  record: FactoryRecord;
  db: TenantDb;
  userIds: Readonly<Record<Role, string>>;
  /** What the person in this role types to sign in. */
  login: (role: Role) => string;
  /** A checksum of every table: equal before and after when nothing was written. */
  fingerprint: () => Promise<string>;
}>;

/** A whole installation of a test's own: a central database, accounts, and factories made as in earnest. */
export type TestService = Readonly<{
  installation: ScratchInstallation;
  tenancy: Tenancy;
  /** Opens the installation once more, as a second web process would. */
  openTenancy: (centralUrl?: string) => Promise<Tenancy>;
  factory: (name: string) => Promise<TestFactory>;
  drop: () => Promise<void>;
}>;

/** Sets up an installation. `passwordHash` is what every person in it signs in with. */
export async function createTestService(passwordHash: string): Promise<TestService> {
  const installation = await createScratchInstallation(testDatabaseUrl());
  const openTenancy = (centralUrl = installation.webUrl) =>
    createTenancy({ centralUrl, keys: parseKeys(installation.keys), budget: 300 });
  const tenancy = await openTenancy();
  const open = new Set<() => void>();
  return {
    installation,
    tenancy,
    openTenancy,
    factory: async (name) => {
      await provisionFactory(installation.provisioner, await installation.request(name));
      const isIt = eq(factories.dbName, `${installation.prefix}${name}`);
      await tenancy.central.update(factories).set({ plan: "unlimited" }).where(isIt);
      const record = await tenancy.findFactory(`${installation.prefix}${name}`);
      if (record === undefined) throw new Error(`${name} was not made`);
      const { db, release } = await tenancy.openTenant(record);
      open.add(release);
      const userIds = await addPeople(db, passwordHash);
      const fingerprint = () => fingerprintOf(installation, record.dbName);
      return { record, db, userIds, login: (role) => `${role}@${record.dbName}`, fingerprint };
    },
    drop: async () => {
      for (const release of open) release();
      await tenancy.close(0);
      await installation.drop();
    },
  };
}

async function addPeople(db: TenantDb, passwordHash: string): Promise<Record<Role, string>> {
  const userIds = { master: v7(), manager: v7(), employee: v7(), viewer: v7() };
  const now = sql`utc_timestamp(3)`;
  // The one who signed up would be a second active master.
  await db.update(users).set({ isActive: false });
  await db.insert(users).values(
    ROLES.map((role) => ({
      id: userIds[role],
      username: role,
      name: `The ${role}`,
      passwordHash,
      role,
      createdAt: now,
      updatedAt: now,
    })),
  );
  return userIds;
}

async function fingerprintOf({ admin }: ScratchInstallation, dbName: string): Promise<string> {
  const tables = await admin.rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = ? order by table_name",
    [dbName],
  );
  const names = tables.map(({ name }) => `\`${dbName}\`.\`${name}\``);
  return JSON.stringify(await admin.rows(`checksum table ${names.join(", ")}`));
}
