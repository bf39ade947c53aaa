import { and, eq } from "@storehouse/db";
import { backups, serverLogs } from "@storehouse/db/central";
import { locations, products } from "@storehouse/db/tenant";
import { parseDatabaseUrl } from "@storehouse/tenancy";
import { openAdministrator } from "@storehouse/tenancy/provision";
import {
  buildLocation,
  buildProduct,
  createTestService,
  testDatabaseUrl,
  type TestFactory,
  type TestService,
} from "@storehouse/testing";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readArchive } from "../archive/read-archive.ts";
import type { BackupContext } from "../backup-context.ts";
import { verifyBackup } from "../check/verify-backup.ts";
import { copyDesk } from "../copy/copy-desk.ts";
import { tendCopy } from "../copy/tend-copies.ts";
import { findBinlog } from "../dump/binlog.ts";
import { readPrograms } from "../dump/read-programs.ts";
import { findBackup } from "../run/backup-rows.ts";
import { backUpFactory } from "../save/back-up.ts";
import { storeOf } from "../store/open-store.ts";
import { listLogFiles } from "./binlog-files.ts";
import { noteServerLog } from "./moment-reach.ts";
import { restoreAt } from "./restore-at.ts";

const folder = mkdtempSync(join(tmpdir(), "moment-"));
let service: TestService;
let fans: TestFactory;
let pumps: TestFactory;
let ctx: BackupContext;
const admin = await openAdministrator(testDatabaseUrl());
// The servers of a whole run of the tests keep one; another's may not.
const hasLog = (await findBinlog(admin.session)) !== undefined;

beforeAll(async () => {
  service = await createTestService("$argon2id$none");
  [fans, pumps] = [await service.factory("fans"), await service.factory("pumps")];
  const { installation, tenancy } = service;
  ctx = {
    tenancy,
    centralAddress: parseDatabaseUrl(installation.webUrl),
    provisioner: installation.provisioner,
    keys: installation.provisioner.keys,
    folder,
    programs: readPrograms(process.env),
  };
});
afterAll(async () => {
  await admin.session.close();
  rmSync(folder, { recursive: true });
  await service.drop();
});

let turn = 0;
async function saveVerified(factory: TestFactory): Promise<string> {
  const { id = "" } = await backUpFactory(ctx, factory.record.id, { slot: `turn-${(turn += 1)}` });
  expect(await verifyBackup(ctx, id)).toEqual({ outcome: "verified" });
  // The log knows whole seconds.
  await sleep(1_100);
  return id;
}

const namesIn = async (dbName: string): Promise<readonly string[]> =>
  (await service.installation.admin.rows<{ name: string }>(`select name from ${dbName}.products order by name`)).map(
    ({ name }) => name,
  );

/** A moment with everything so far before it, and everything from here on after it. */
async function betweenSeconds(): Promise<Date> {
  await sleep(1_100);
  const at = new Date();
  await sleep(1_100);
  return at;
}

test.runIf(hasLog)(
  "a factory as it was before a bad change is there again beside it, and nobody else is touched",
  async () => {
    const place = await buildLocation(fans.db, "North store");
    await buildProduct(fans.db, fans.userIds.master, place, { name: "before the backup", onHand: 3 });
    await saveVerified(fans);
    await buildProduct(fans.db, fans.userIds.master, place, { name: "after the backup", onHand: 5 });
    await buildProduct(pumps.db, pumps.userIds.master, await buildLocation(pumps.db), { name: "a pump", onHand: 1 });
    const at = await betweenSeconds();
    await fans.db.update(products).set({ name: "spoilt" });
    await buildProduct(fans.db, fans.userIds.master, place, { name: "too late", onHand: 1 });
    const [before, others] = [await fans.fingerprint(), await pumps.fingerprint()];

    const { dbName, ledger } = await restoreAt(ctx, { factoryId: fans.record.id, at, admin });

    expect(ledger).toEqual([]);
    expect(await namesIn(dbName)).toEqual(["after the backup", "before the backup"]);
    expect([await fans.fingerprint(), await pumps.fingerprint()]).toEqual([before, others]);
    await service.installation.admin.run(`drop database ${dbName}`);
    const left = await service.installation.admin.rows(
      "select user from mysql.user where user like 'storehouse\\_p\\_%'",
    );
    expect(left).toEqual([]);
  },
);

test.runIf(hasLog)("what is written while the backup is being taken is there once", async () => {
  const place = await buildLocation(fans.db, "South store");
  let isOver = false;
  let made = 0;
  const writing = (async () => {
    while (!isOver) {
      const { id } = await buildProduct(fans.db, fans.userIds.master, place, {
        name: `busy ${(made += 1)}`,
        onHand: 2,
      });
      if (made % 3 === 0)
        await fans.db
          .update(products)
          .set({ name: `busy ${made} again` })
          .where(eq(products.id, id));
    }
  })();
  await saveVerified(fans);
  isOver = true;
  await writing;
  const at = await betweenSeconds();
  const wanted = await namesIn(fans.record.dbName);
  await fans.db.update(products).set({ name: "spoilt" });

  const { dbName, ledger } = await restoreAt(ctx, { factoryId: fans.record.id, at, admin });
  expect(ledger).toEqual([]);
  expect(made).toBeGreaterThan(3);
  expect(await namesIn(dbName)).toEqual(wanted);
  await service.installation.admin.run(`drop database ${dbName}`);
});

test.runIf(hasLog)(
  "a master's side copy of a moment is read as any other; the page says how far back there is one",
  async () => {
    const { central } = service.tenancy;
    const desk = copyDesk(service.tenancy, fans.record);
    expect(await desk.reach()).toMatchObject({ earliest: null, reason: "NO_LOG" });
    expect(await noteServerLog(central, admin)).toBe(true);
    const [oldest] = await central
      .select({ at: backups.storedAt })
      .from(backups)
      .where(and(eq(backups.subject, fans.record.id), eq(backups.state, "VERIFIED")))
      .orderBy(backups.storedAt);
    expect(await desk.reach()).toMatchObject({ earliest: oldest?.at?.toISOString(), reason: null });

    await buildLocation(fans.db, "Noon store");
    const at = await betweenSeconds();
    await buildLocation(fans.db, "Evening store");
    const id = v7();
    await desk.openAt({ id, at, requestedBy: "The master" });
    await desk.openAt({ id, at, requestedBy: "The master" });
    const reader = { ...ctx, openLogReader: () => openAdministrator(testDatabaseUrl()) };
    expect(await tendCopy(reader, id)).toEqual({ outcome: "ready" });
    expect(await desk.find(id)).toMatchObject({ kind: "MOMENT", state: "READY", savedAt: at.toISOString() });
    const places = await desk.read(id, (db) => db.select({ name: locations.name }).from(locations));
    const names = places.map(({ name }) => name);
    expect([names.includes("Noon store"), names.includes("Evening store")]).toEqual([true, false]);
    await desk.close(id);
    expect(await tendCopy(reader, id)).toEqual({ outcome: "dropped" });

    // A part of the log that is gone is no way back.
    await central.update(serverLogs).set({ firstFile: "log.999999" });
    expect(await desk.reach()).toMatchObject({ earliest: null, reason: "LOG_GONE" });
  },
);

test.runIf(!hasLog)("a server without a log says so", async () => {
  await saveVerified(pumps);
  const wish = { factoryId: pumps.record.id, at: new Date(), admin };
  await expect(restoreAt(ctx, wish)).rejects.toThrow("keeps no binary log");
});

test("a moment to come, one before every backup and a backup without its place are refused, and nothing is left", async () => {
  const id = await saveVerified(pumps);
  const factoryId = pumps.record.id;
  const before = await service.installation.listDatabases();
  const later = new Date(Date.now() + 60_000);
  await expect(restoreAt(ctx, { factoryId, at: later, admin })).rejects.toThrow("has not come yet");
  const early = new Date(Date.now() - 86_400_000);
  await expect(restoreAt(ctx, { factoryId, at: early, admin })).rejects.toThrow("no verified backup");
  const row = await findBackup(service.tenancy.central, id);
  const { manifest } = await readArchive(storeOf(ctx), row?.fileName ?? "", ctx.keys);
  expect(manifest.binlog === undefined).toBe(!hasLog);
  await expect(listLogFiles(admin.session, undefined)).rejects.toThrow(hasLog ? "does not say where" : "keeps no");
  await service.tenancy.central.update(backups).set({ state: "STORED" }).where(eq(backups.subject, factoryId));
  await expect(restoreAt(ctx, { factoryId, at: new Date(), admin })).rejects.toThrow("no verified backup");
  expect(await service.installation.listDatabases()).toEqual(before);
});
