import { eq, sql } from "@storehouse/db";
import { factories, leases, sideCopies } from "@storehouse/db/central";
import { locations } from "@storehouse/db/tenant";
import { buildLocation, createTestService, type TestFactory } from "@storehouse/testing";
import { killCases, runAndDie } from "@storehouse/tenancy/run-and-die";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CopyRig, createCopyRig } from "./copies.fixture.ts";
import { SWITCH_POINTS } from "./switch-copy.ts";

// The swap itself and both its sides; KILLS=20 kills at every point and then at moments drawn by lot.
const CASES = killCases(process.env["KILLS"], SWITCH_POINTS, ["closed", "swapped"]);

const service = await createTestService("$argon2id$none");
const rig: CopyRig = createCopyRig(service, process.env);
const { central } = service.tenancy;
let fans: TestFactory;
let saved: string;
let turn = 0;
/** How long a switch takes here, by those that were killed at a point: a moment later than its end kills nothing. */
let longestMs = 0;

beforeAll(async () => {
  fans = await service.factory("fans");
  await buildLocation(fans.db, "Saved store");
  saved = await rig.save(fans);
});
afterAll(() => rig.drop());

test.each(CASES)("killed at %s, a switch is finished by the next worker and nothing is left over", async (point) => {
  const later = `Later ${(turn += 1)}`;
  await inside((db) => buildLocation(db, later));
  const copyId = await rig.book(fans, saved);
  await rig.tendAll();
  const { dbUser: reader } = await rig.row(copyId);
  await rig.desk(fans).switchTo({ id: copyId, requestedBy: "The master" });

  const tables = await tablesIn(fans.record.dbName);
  const signal = await switchAndDie(copyId, point);
  // One killed at a moment may have been done before.
  expect(point.startsWith("moment") ? "SIGKILL" : signal).toBe("SIGKILL");
  // Whatever was reached: the factory's database is one of the two, whole. The server ends what it was told to do; no
  // worker has gone on yet.
  await expect.poll(() => tablesIn(fans.record.dbName), { timeout: 20_000 }).toBe(tables);
  // Until then nobody else goes on, and the factory lets nobody in.
  const left = sql<number | string>`max(timestampdiff(microsecond, utc_timestamp(3), ${leases.expiresAt}))`;
  const [held] = await central.select({ left }).from(leases);
  expect(Number(held?.left) / 1_000).toBeLessThanOrEqual(20_000);
  await rig.endLeases();
  for (let tries = 0; tries < 5 && (await isUnfinished(copyId)); tries += 1) {
    await rig.tendAll({ closeMs: 50 });
    await rig.endLeases();
  }

  expect(await rig.row(copyId)).toMatchObject({ state: "SWITCHED", endedAt: expect.any(Date) });
  const { keptId } = await rig.row(copyId);
  const [factory] = await central.select().from(factories).where(eq(factories.id, fans.record.id));
  expect(factory).toMatchObject({ state: "READY" });
  expect(await inside(placesOf)).toContain("Saved store");
  expect(await inside(placesOf)).not.toContain(later);
  expect(await rig.placesIn(fans, keptId ?? "")).toContain(later);
  const readers = [reader, (await rig.row(keptId ?? "")).dbUser];
  await rig.clear();
  expect([...(await rig.databasesOf(copyId)), ...(await rig.databasesOf(keptId ?? ""))]).toEqual([]);
  const users = "select user as name from mysql.user where user in (?, ?)";
  expect(await service.installation.admin.rows(users, readers)).toEqual([]);
});

const isUnfinished = async (copyId: string): Promise<boolean> => {
  const [row] = await central.select().from(sideCopies).where(eq(sideCopies.id, copyId));
  return row?.state !== "SWITCHED" || row.endedAt === null;
};

async function inside<T>(work: (db: TestFactory["db"]) => Promise<T>): Promise<T> {
  service.tenancy.closeFactory(fans.record.id);
  const record = await service.tenancy.findFactoryById(fans.record.id);
  const { db, release } = await service.tenancy.openTenant(record ?? fans.record);
  return work(db).finally(release);
}

const placesOf = async (db: TestFactory["db"]): Promise<readonly string[]> =>
  (await db.select({ name: locations.name }).from(locations)).map(({ name }) => name);

async function tablesIn(dbName: string): Promise<number> {
  const [row] = await service.installation.admin.rows<{ total: number }>(
    "select count(*) as total from information_schema.tables where table_schema = ?",
    [dbName],
  );
  return Number(row?.total);
}

/** Switches in a process of its own, which is killed without a word to anybody: at a point, or at some moment. */
async function switchAndDie(copyId: string, point: string): Promise<string | null> {
  const code = `
    import { createTenancy, parseDatabaseUrl, parseKeys } from "@storehouse/tenancy";
    import { openProvisioner } from "@storehouse/tenancy/provision";
    import { tendCopy } from "./tend-copies.ts";
    const keys = parseKeys(wish.keys);
    const tenancy = await createTenancy({ centralUrl: wish.webUrl, keys, budget: 5 });
    const provisioner = openProvisioner({ url: wish.provisionerUrl, keys });
    const { folder, programs } = wish;
    const ctx = { tenancy, provisioner, keys, folder, programs, centralAddress: parseDatabaseUrl(wish.webUrl) };
    await tendCopy(ctx, wish.copyId, { closeMs: 50, onPoint: reach });
    process.exit(0);`;
  const { webUrl, provisionerUrl, keys } = service.installation;
  const { folder, programs } = rig.ctx;
  const wish = { webUrl, provisionerUrl, keys, folder, programs, copyId };
  const isMoment = point.startsWith("moment");
  const { signal, ms } = await runAndDie(
    { code, wish, folder: import.meta.dirname },
    isMoment ? { withinMs: longestMs } : point,
  );
  if (!isMoment) longestMs = Math.max(longestMs, ms);
  return signal;
}
