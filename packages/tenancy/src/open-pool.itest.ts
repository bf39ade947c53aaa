import { eq, sql, type TenantDb, transaction } from "@storehouse/db";
import { settings, suppliers } from "@storehouse/db/tenant";
import { brandTenantDb, type ConnectionSource } from "@storehouse/db/tenant-db";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { parseDatabaseUrl } from "./database-url.ts";
import { type OpenPool, openPool } from "./open-pool.ts";
import { asAdmin, createScratchFactory, type ScratchFactory } from "./scratch-factory.ts";

const PATIENT = { timeout: 10_000 };
const adminUrl = process.env["TEST_DATABASE_URL"] ?? "";
let factory: ScratchFactory;
beforeAll(async () => {
  factory = await createScratchFactory(adminUrl);
  const { db, close } = open();
  await db.insert(settings).values({ id: 1 });
  await close();
});
afterAll(() => factory.drop());

function open(limit = 5): OpenPool & { db: TenantDb } {
  const pool = openPool(factory.address, limit);
  return { ...pool, db: brandTenantDb(pool.handle, pool.source) };
}

function opened(limit = 5): ReturnType<typeof open> {
  const pool = open(limit);
  onTestFinished(pool.close);
  return pool;
}

async function begin(source: ConnectionSource) {
  if (source.begin === null) throw new Error("a pool begins transactions");
  return source.begin();
}

const supplier = (name: string) => ({ id: v7(), name, createdAt: new Date(), updatedAt: new Date() });
const connectionId = (pool: OpenPool) => one<{ id: number }>(pool, "select connection_id() as id").then(({ id }) => id);

async function one<Row extends object>(pool: OpenPool, text: string): Promise<Row> {
  const [row] = await pool.source.prepared<Row>(text, []);
  if (row === undefined) throw new Error("no row");
  return row;
}

test("every connection is set before its first statement", async () => {
  const pool = opened();
  const { version } = await one<{ version: string }>(pool, "select version() as version");
  const isMariaDb = version.includes("MariaDB");
  const isolation = isMariaDb ? "tx_isolation" : "transaction_isolation";
  const longest = isMariaDb ? "max_statement_time * 1000" : "max_execution_time";
  const set = await one(
    pool,
    `select @@session.time_zone as zone, @@session.${isolation} as isolation, @@session.innodb_lock_wait_timeout as wait,
      @@session.sql_mode as mode, @@session.${longest} as longest, @@collation_connection as collation, @@character_set_client as charset`,
  );
  expect(set).toMatchObject({ zone: "+00:00", isolation: "READ-COMMITTED", collation: "utf8mb4_unicode_520_ci" });
  expect(set).toMatchObject({ charset: "utf8mb4", mode: expect.stringContaining("STRICT_TRANS_TABLES") as string });
  expect(Number((set as { longest: number }).longest)).toBe(9_000);
  expect(Number((set as { wait: number }).wait)).toBe(5);
});

test("decimals, large numbers, times and text of any script come back as they went in", async () => {
  const { db, source } = opened();
  const at = new Date("2026-03-29T01:30:00.123Z");
  const row = { ...supplier("Größe 大 🏭 'quoted' \\ %_"), createdAt: at };
  await db.insert(suppliers).values(row);
  expect(await db.select().from(suppliers).where(eq(suppliers.id, row.id))).toMatchObject([row]);
  const [numbers] = await source.prepared(
    "select 9007199254740993 as big, cast('123456789012.345678' as decimal(18,6)) as exact",
    [],
  );
  expect(numbers).toEqual({ big: "9007199254740993", exact: "123456789012.345678" });
});

test("a connection on which a transaction ended comes back clean, and one whose end failed never comes back", async () => {
  const pool = opened(1);
  const first = await begin(pool.source);
  await first.handle.insert(suppliers).values(supplier("rolled back"));
  await first.rollback();
  expect(await pool.db.select().from(suppliers).where(eq(suppliers.name, "rolled back"))).toEqual([]);

  const before = await connectionId(pool);
  const second = await begin(pool.source);
  await second.handle.insert(suppliers).values(supplier("cut off"));
  await asAdmin(parseDatabaseUrl(adminUrl), [`KILL ${before}`]);
  await second.rollback();
  const clean = await one(pool, "select connection_id() as id, @who as who");
  expect(clean).toMatchObject({ who: null });
  expect((clean as { id: number }).id).not.toBe(before);
  expect(await pool.db.select().from(suppliers).where(eq(suppliers.name, "cut off"))).toEqual([]);
  expect(pool.load()).toEqual({ active: 0, idle: 1, queued: 0, limit: 1 });
});

test("a commit that fails is told and its connection closed", async () => {
  const pool = opened(1);
  const id = await connectionId(pool);
  const cut = transaction(pool.db, async (db) => {
    await db.insert(suppliers).values(supplier("never committed"));
    await asAdmin(parseDatabaseUrl(adminUrl), [`KILL ${id}`]);
  });
  await expect(cut).rejects.toMatchObject({ failure: { code: "UNAVAILABLE" } });
  expect(await pool.db.select().from(suppliers).where(eq(suppliers.name, "never committed"))).toEqual([]);
  expect(await connectionId(pool)).not.toBe(id);
});

test("work that throws is undone, its connection kept", async () => {
  const pool = opened(1);
  const id = await connectionId(pool);
  const work = transaction(pool.db, async (db) => {
    await db.insert(suppliers).values(supplier("thrown away"));
    throw new Error("changed my mind");
  });
  await expect(work).rejects.toThrow("changed my mind");
  expect(await pool.db.select().from(suppliers).where(eq(suppliers.name, "thrown away"))).toEqual([]);
  expect(await connectionId(pool)).toBe(id);
});

test("nobody notices that idle connections were killed: neither a read nor the start of a transaction", async () => {
  const pool = opened(4);
  const killAll = async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => slowConnectionId(pool)));
    expect(new Set(ids).size).toBe(4);
    await asAdmin(
      parseDatabaseUrl(adminUrl),
      ids.map((id) => `KILL ${id}`),
    );
  };
  for (let round = 0; round < 5; round += 1) {
    await killAll();
    expect(await pool.db.select({ id: settings.id }).from(settings)).toEqual([{ id: 1 }]);
    await killAll();
    await transaction(pool.db, (db) => db.insert(suppliers).values(supplier(`round ${round}`)));
  }
});

const slowConnectionId = (pool: OpenPool) =>
  one<{ id: number }>(pool, "select connection_id() as id, sleep(0.05) as s").then(({ id }) => id);

test("a new limit holds at once, upwards and downwards, for a pool at work", async () => {
  const pool = opened(2);
  const busy = (count: number) => Promise.all(Array.from({ length: count }, () => slowConnectionId(pool)));
  expect(new Set(await busy(8)).size).toBe(2);

  const waiting = busy(16);
  pool.resize(8);
  expect(new Set(await waiting).size).toBe(8);
  expect(pool.load()).toEqual({ active: 0, idle: 8, queued: 0, limit: 8 });

  const shrinking = busy(16);
  pool.resize(3);
  await shrinking;
  expect(pool.load()).toMatchObject({ active: 0, idle: 3, limit: 3 });
  expect(new Set(await busy(12)).size).toBe(3);

  pool.resize(1);
  await expect.poll(() => pool.load(), PATIENT).toEqual({ active: 0, idle: 1, queued: 0, limit: 1 });
  const [seen] = await pool.db.execute(
    sql`select count(*) as n from information_schema.processlist where command <> 'Killed'`,
  );
  expect(seen).toEqual([{ n: "1" }]);
});

test("who waits two seconds for a connection is told BUSY, and the pool goes on", async () => {
  const pool = opened(1);
  const held = await begin(pool.source);
  const started = Date.now();
  await expect(pool.db.select().from(settings)).rejects.toMatchObject({
    cause: { failure: { code: "BUSY", retryAfterSeconds: 1 } },
  });
  expect(Date.now() - started).toBeGreaterThan(1_900);
  expect(Date.now() - started).toBeLessThan(5_000);
  await held.commit();
  expect(await pool.db.select().from(settings)).toHaveLength(1);
});

test("one factory's user cannot be talked into a second statement or a local file", async () => {
  const { handle } = opened();
  await expect(handle.execute(sql`select 1; select 2`)).rejects.toMatchObject({ cause: { errno: 1064 } });
  await expect(handle.execute(sql`load data local infile '/etc/passwd' into table suppliers`)).rejects.toThrow(
    /Failed query/,
  );
});
