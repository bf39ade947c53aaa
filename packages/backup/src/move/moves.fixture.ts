import { factories, factoryMoves, leases } from "@storehouse/db/central";
import { createTenancy, type FactoryRecord, parseDatabaseUrl, parseKeys, type Tenancy } from "@storehouse/tenancy";
import {
  type Administrator,
  ensureProvisioner,
  movedNameOf,
  openAdministrator,
  openProvisioner,
} from "@storehouse/tenancy/provision";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BackupContext } from "../backup-context.ts";
import { readPrograms } from "../dump/read-programs.ts";
import type { MoveWish } from "./move-rows.ts";

/** What it wants of a test's installation and its factories. */
type Service = Readonly<{
  tenancy: Tenancy;
  installation: Readonly<{
    webUrl: string;
    provisionerUrl: string;
    keys: string;
    admin: Administrator["session"];
  }>;
  drop: () => Promise<void>;
}>;
type TestFactory = Readonly<{ record: FactoryRecord }>;

/** What the second server is called. */
export const NORTH = "north";

/** An installation with a second database server, and what a process of its own needs to work at it. */
export type MoveRig<S extends Service> = Readonly<{
  service: S;
  ctx: BackupContext;
  /** A web process: its pools are its own. */
  web: Tenancy;
  /** All that a process of its own is told. */
  wish: Readonly<Record<string, unknown>>;
  /** What a factory has on the second server: databases of its own, kept ones, those for a check, and users. */
  foundThere: (factory: TestFactory) => Promise<readonly string[]>;
  /** The same on the first one, where other tests check backups too: those are left out. */
  foundHere: (factory: TestFactory) => Promise<readonly string[]>;
  admins: Readonly<{ here: Administrator["session"]; there: Administrator["session"] }>;
  moveTo: (factory: TestFactory, id: string, toServer: string) => MoveWish;
  /** As if the minute that a lease lasts had passed. */
  endLeases: () => Promise<void>;
  drop: () => Promise<void>;
}>;

/** Makes one on the two servers of the test run. */
export async function createMoveRig<S extends Service>(service: S, env: NodeJS.ProcessEnv): Promise<MoveRig<S>> {
  const secondUrl = env["TEST_SECOND_DATABASE_URL"];
  if (!secondUrl) throw new Error("TEST_SECOND_DATABASE_URL names no second server.");
  const { installation, tenancy } = service;
  const { user, password } = parseDatabaseUrl(installation.provisionerUrl);
  await ensureProvisioner(secondUrl, { user, password });
  const url = new URL(secondUrl);
  Object.assign(url, { username: user, password });
  const keys = parseKeys(installation.keys);
  const provisioner = openProvisioner({
    url: installation.provisionerUrl,
    keys,
    servers: new Map([[NORTH, url.href]]),
  });
  const { session: there } = await openAdministrator(secondUrl);
  const folder = join(mkdtempSync(join(tmpdir(), "moves-")), "db-backups");
  const programs = readPrograms(env);
  const centralAddress = parseDatabaseUrl(installation.webUrl);
  const web = await createTenancy({ centralUrl: installation.webUrl, keys, budget: 20 });
  const ctx = { tenancy, centralAddress, provisioner, keys, folder, programs };
  const found = async (session: Administrator["session"], { record }: TestFactory, like: readonly string[]) => {
    const moves = await tenancy.central.select({ id: factoryMoves.id }).from(factoryMoves);
    const names = [record.dbName, ...moves.map(({ id }) => movedNameOf(id))];
    const rows = await session.rows<{ name: string }>(
      `select schema_name as name from information_schema.schemata
        where schema_name in (?) or schema_name like 'storehouse\\_check\\_%' and ? = 1
       union all select user from mysql.user where user like ? or user like 'storehouse\\_r\\_%' and ? = 1`,
      [names, like.length, `${record.dbUser.slice(0, 26)}%`, like.length],
    );
    return rows.map(({ name }) => name).sort();
  };
  return {
    service,
    ctx,
    web,
    wish: { ...installationWish(service), servers: [[NORTH, url.href]], folder, programs },
    foundThere: (factory) => found(there, factory, ["check"]),
    foundHere: (factory) => found(installation.admin, factory, []),
    admins: { here: installation.admin, there },
    moveTo: ({ record }, id, toServer) => ({ id, factoryId: record.id, toServer, requestedBy: "olga" }),
    endLeases: async () => {
      await tenancy.central.delete(leases);
    },
    drop: async () => {
      await web.close(0);
      for (const { id } of await tenancy.central.select({ id: factoryMoves.id }).from(factoryMoves))
        for (const session of [there, installation.admin])
          await session.run(`DROP DATABASE IF EXISTS ${movedNameOf(id)}`);
      const factoriesOf = await tenancy.central
        .select({ name: factories.dbName, user: factories.dbUser })
        .from(factories);
      for (const factory of factoriesOf) {
        await there.run(`DROP DATABASE IF EXISTS ${factory.name}`);
        await there.run(`DROP USER IF EXISTS '${factory.user}'@'%'`);
      }
      await there.run(`DROP USER IF EXISTS '${user}'@'%'`);
      await there.close();
      await provisioner.close();
      rmSync(join(folder, ".."), { recursive: true });
      await service.drop();
    },
  };
}

const installationWish = ({ installation: { webUrl, provisionerUrl, keys } }: Service) => ({
  webUrl,
  provisionerUrl,
  keys,
});
