import { hashPassword } from "@storehouse/auth";
import {
  backUpCentral,
  backUpFactory,
  type BackupContext,
  localStore,
  readPrograms,
  readRecoveryKit,
  rebuild,
  verifyBackup,
  writeRecoveryKit,
} from "@storehouse/backup";
import { createTenancy, parseDatabaseUrl, parseKeys } from "@storehouse/tenancy";
import {
  apiOptions,
  buildLocation,
  buildProduct,
  createTestService,
  serveApi,
  testDatabaseUrl,
  type TestFactory,
} from "@storehouse/testing";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
/** More of them by hand, and onto a server whose data directory is empty. */
const COUNT = Number(process.env["DRILL_FACTORIES"] ?? 2);
const target = process.env["DRILL_EMPTY_DATABASE_URL"] ?? testDatabaseUrl();

const home = mkdtempSync(join(tmpdir(), "drill-"));
const folder = join(home, "db-backups");
const programs = readPrograms(process.env);
const service = await createTestService(await hashPassword(PASSWORD));
afterAll(async () => {
  rmSync(home, { recursive: true });
  // When another server was built on, there is nothing left here to drop.
  await service.drop().catch((error: unknown) => (target === testDatabaseUrl() ? Promise.reject(error) : undefined));
});

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const began = performance.now();
  const done = await work();
  if (process.env["DRILL_FACTORIES"] !== undefined)
    process.stdout.write(`${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
  return done;
};

test("the host is lost: from backups and the recovery kit alone, every factory is back and its people sign in", async () => {
  const { installation, tenancy } = service;
  const { prefix, centralName, keys, provisioner, admin } = installation;
  const made: TestFactory[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    const factory = await service.factory(`works_${index}`);
    const place = await buildLocation(factory.db);
    for (let product = 0; product < 5; product += 1)
      await buildProduct(factory.db, factory.userIds.master, place, { name: `P ${product}`, onHand: 7 });
    made.push(factory);
  }
  const centralAddress = parseDatabaseUrl(installation.webUrl);
  const ctx: BackupContext = { tenancy, centralAddress, provisioner, keys: provisioner.keys, folder, programs };
  await timed(`${COUNT} factories and the central database saved and verified`, async () => {
    const central = await backUpCentral(ctx, { slot: "a" });
    expect(await verifyBackup(ctx, central.id ?? "")).toEqual({ outcome: "verified" });
    for (const { record } of made) {
      const { id } = await backUpFactory(ctx, record.id, { slot: "a" });
      expect(await verifyBackup(ctx, id ?? "")).toEqual({ outcome: "verified" });
    }
  });
  const kitFile = join(home, "kit.json");
  await writeRecoveryKit(kitFile, { keys, centralName, accountPrefix: prefix, store: { folder } });
  const before = await Promise.all(made.map(async ({ fingerprint }) => fingerprint()));

  // All of it goes, users and databases.
  const users = await installation.listUsers();
  for (const user of [...users, `${prefix}web`, `${prefix}provisioner`]) await admin.run(`drop user '${user}'@'%'`);
  for (const name of [...(await installation.listDatabases()), centralName]) await admin.run(`drop database ${name}`);

  const kit = await readRecoveryKit(kitFile);
  const accountOf = (url: string) => ({ user: new URL(url).username, password: new URL(url).password });
  const done = await timed("rebuilt", async () =>
    rebuild({
      adminUrl: target,
      centralName: kit.centralName,
      accounts: { web: accountOf(installation.webUrl), provisioner: accountOf(installation.provisionerUrl) },
      keys: parseKeys(kit.keys),
      store: localStore(folder),
      folder: join(home, "run"),
      programs,
    }),
  );
  expect(done).toMatchObject({ refused: [], homeless: [] });
  expect(done.factories).toHaveLength(COUNT);
  for (const factory of done.factories) expect(factory).toMatchObject({ differences: 0 });

  // On another server the sums can't be asked for by this installation's own account; there the rebuild has compared them.
  const isSame = process.env["DRILL_EMPTY_DATABASE_URL"] === undefined;
  const after = isSame ? await Promise.all(made.map(async ({ fingerprint }) => fingerprint())) : before;
  expect(after.map((sums, index) => sums === before[index])).toEqual(made.map(() => true));

  const centralUrl = new URL(installation.webUrl);
  const { host, port } = new URL(target);
  Object.assign(centralUrl, { host: port === "" ? `${host}:3306` : host, search: new URL(target).search });
  const reopened = await createTenancy({ centralUrl: centralUrl.href, keys: parseKeys(keys), budget: 300 });
  const server = await serveApi(makeHandler({ ...apiOptions(service), tenancy: reopened }));
  try {
    await timed("everybody signed in", async () => {
      for (const factory of made) {
        const answer = await server.caller().post("auth.login", { login: factory.login("master"), password: PASSWORD });
        expect(answer.status).toBe(200);
      }
    });
    // What was known of the backups is known again, and those that were being written then are no halves.
    const states = await reopened.central.source.prepared<{ state: string }>("select distinct state from backups", []);
    expect(states.map(({ state }) => state)).toEqual(["VERIFIED"]);
  } finally {
    await server.close();
    await reopened.close(0);
  }
});
