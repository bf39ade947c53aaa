import { eq, type TenantDb } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { identity } from "@storehouse/db/tenant";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTenancy, type Tenancy } from "./create-tenancy.ts";
import { forEachTenant } from "./for-each-tenant.ts";
import { parseKeys } from "./keys.ts";
import { acquireLease, isLeaseHeld, releaseLease, renewLease } from "./lease.ts";
import { listFactories } from "./list-factories.ts";
import { migrateFleet } from "./migrate/migrate-fleet.ts";
import { readSchema, type Schema } from "./provision/load-schema.ts";
import { openSession } from "./provision/open-session.ts";
import { provisionFactory } from "./provision/provision-factory.ts";
import { createScratchInstallation, type ScratchInstallation } from "./provision/scratch-installation.ts";
import { reactivateFactory, suspendFactory } from "./provision/set-factory-state.ts";

let here: ScratchInstallation;
let tenancy: Tenancy;
const ids: string[] = [];

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  for (const name of ["alpha", "beta", "gamma"]) {
    const id = await here.request(name);
    await provisionFactory(here.provisioner, id);
    ids.push(id);
  }
  tenancy = await createTenancy({ centralUrl: here.webUrl, keys: parseKeys(here.keys), budget: 20 });
});
afterAll(async () => {
  await tenancy.close();
  await here.drop();
});

test("each factory is met once with its own database, and one that fails does not stop the others", async () => {
  const met: string[] = [];
  const walk = await forEachTenant(tenancy, { concurrency: 2 }, async ({ factoryId, db }) => {
    expect(await ownerOf(db)).toBe(factoryId);
    met.push(factoryId);
    if (factoryId === ids[1]) throw new Error("this one has a bad day");
  });
  expect(met.sort()).toEqual([...ids].sort());
  expect(walk).toMatchObject({ done: 2, failures: [{ dbName: `${here.prefix}beta` }] });
});

test("a factory in quarantine answers UNAVAILABLE, alone, and the walk leaves it out", async () => {
  const [alpha = "", beta = ""] = ids;
  await here.provisioner.central
    .update(factories)
    .set({ quarantineReason: "0001_x#02 failed" })
    .where(eq(factories.id, alpha));
  for (const id of ids) tenancy.closeFactory(id);

  await expect(open(alpha)).rejects.toMatchObject({ failure: { code: "UNAVAILABLE" } });
  await expect(open(beta)).resolves.toBe(beta);
  expect((await forEachTenant(tenancy, { concurrency: 3 }, () => Promise.resolve())).done).toBe(2);
  expect((await listFactories(tenancy.central)).map(({ note }) => note)).toEqual(["0001_x#02 failed", null, null]);
  await here.provisioner.central.update(factories).set({ quarantineReason: null });
});

test("a suspended factory is shut until it is reactivated, and is migrated all the same", async () => {
  const [alpha = ""] = ids;
  await suspendFactory(tenancy.central, `${here.prefix}alpha`, "unpaid");
  tenancy.closeFactory(alpha);
  await expect(open(alpha)).rejects.toMatchObject({ failure: { code: "FACTORY_SUSPENDED", reason: "unpaid" } });
  const migrated = await migrateFleet(here.provisioner, { schema: later("ALTER TABLE `settings` ADD `late` int") });
  expect(migrated.done.map(({ outcome }) => outcome)).toEqual(["migrated", "migrated", "migrated"]);
  await reactivateFactory(tenancy.central, `${here.prefix}alpha`);
  await expect(open(alpha)).resolves.toBe(alpha);
  await expect(reactivateFactory(tenancy.central, "nobody")).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
});

test("a table in use makes a migration wait for its next run, not for ever, and puts nobody into quarantine", async () => {
  const schema = later("ALTER TABLE `settings` ADD `later_still` int", 2);
  const busy = await openSession({ ...tenancyAddress(), database: `${here.prefix}beta` });
  await busy.run("START TRANSACTION; SELECT * FROM settings");

  const first = await migrateFleet(here.provisioner, { schema });
  expect(first.done.map(({ outcome }) => outcome).sort()).toEqual(["migrated", "migrated", "waiting"]);
  await busy.close();
  expect((await migrateFleet(here.provisioner, { schema })).done).toMatchObject([{ outcome: "migrated" }]);
});

test("a lease is one holder's until it lets go or its time is over, and the token tells a late one", async () => {
  const { central } = here.provisioner;
  const first = await acquireLease(central, "work", 60_000);
  expect(await acquireLease(central, "work", 60_000)).toBeUndefined();
  expect(first && (await renewLease(central, first, 60_000))).toBe(true);
  await here.admin.run(`update ${here.centralName}.leases set expires_at = utc_timestamp(3) - interval 1 second`);
  const second = await acquireLease(central, "work", 60_000);
  expect(second?.token).toBe((first?.token ?? 0) + 1);
  expect(first && (await renewLease(central, first, 60_000))).toBe(false);
  if (second !== undefined) await releaseLease(central, second);
  expect(await isLeaseHeld(central, "work")).toBe(false);
  const all = await Promise.all(Array.from({ length: 20 }, () => acquireLease(central, "rush", 60_000)));
  expect(all.filter((lease) => lease !== undefined)).toHaveLength(1);
});

async function open(id: string): Promise<string | undefined> {
  const factory = await tenancy.findFactoryById(id);
  if (factory === undefined) throw new Error("not registered");
  const { db, release } = await tenancy.openTenant(factory);
  return ownerOf(db).finally(release);
}

async function ownerOf(db: TenantDb): Promise<string | undefined> {
  return (await db.select({ id: identity.factoryId }).from(identity))[0]?.id;
}

const tenancyAddress = (): Parameters<typeof openSession>[0] => {
  const { socketPath, host, port } = here.web.address;
  const { username, password } = new URL(here.provisionerUrl);
  return { host, port, socketPath, user: username, password, database: undefined };
};

function later(sql: string, number = 1): Schema {
  const schema = readSchema();
  const step = { id: `000${number}_late#01`, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  const version = schema.version + number;
  return { ...schema, migrations: [...schema.migrations, { name: "late", version, steps: [step] }], version };
}
