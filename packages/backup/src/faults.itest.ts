import { backups } from "@storehouse/db/central";
import { parseDatabaseUrl } from "@storehouse/tenancy";
import {
  buildLocation,
  buildProduct,
  createTestService,
  type TestFactory,
  type TestService,
} from "@storehouse/testing";
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { BackupContext } from "./backup-context.ts";
import { verifyBackup } from "./check/verify-backup.ts";
import { readPrograms } from "./dump/read-programs.ts";
import { clearAllCrashed } from "./keep/clear-crashed.ts";
import { findBackup } from "./run/backup-rows.ts";
import { backUpCentral, backUpFactory } from "./save/back-up.ts";

/** How often a process is killed in the middle; more by hand. */
const KILLS = Number(process.env["KILLS"] ?? 3);
const programs = readPrograms(process.env);

const home = mkdtempSync(join(tmpdir(), "faults-"));
let service: TestService;
let fans: TestFactory;
let ctx: BackupContext;

beforeAll(async () => {
  service = await createTestService("$argon2id$none");
  fans = await service.factory("fans");
  const place = await buildLocation(fans.db);
  for (let product = 0; product < 5; product += 1)
    await buildProduct(fans.db, fans.userIds.master, place, { name: `P ${product}`, onHand: 7 });
  const { installation, tenancy } = service;
  ctx = {
    tenancy,
    centralAddress: parseDatabaseUrl(installation.webUrl),
    provisioner: installation.provisioner,
    keys: installation.provisioner.keys,
    folder: join(home, "db-backups"),
    programs,
  };
});
afterEach(async () => {
  await service.tenancy.central.delete(backups);
});
afterAll(async () => {
  rmSync(home, { recursive: true });
  await service.drop();
});

let turn = 0;
const slot = () => ({ slot: `turn-${(turn += 1)}` });
const row = (id = "") => findBackup(service.tenancy.central, id);

/** Eight megabytes of disk; false where this account may not have one. */
function mountSmallDisk(folder: string): boolean {
  mkdirSync(folder);
  try {
    execFileSync("/bin/mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const disk = join(home, "disk");
const hasDisk = mountSmallDisk(disk);
afterAll(() => {
  if (hasDisk) execFileSync("/bin/umount", [disk]);
});

test.runIf(hasDisk)(
  "a disk that runs full in the middle fails that backup alone and keeps the last good one",
  async () => {
    const small = { ...ctx, folder: join(disk, "db-backups") };
    const good = await backUpFactory(small, fans.record.id, slot());
    expect(await verifyBackup(small, good.id ?? "")).toEqual({ outcome: "verified" });
    // Noise does not get smaller by packing.
    const noise = randomBytes(9 * 2 ** 20).toString("base64");
    const { admin } = service.installation;
    const name = `${fans.record.dbName}.noise`;
    await admin.run(`create table ${name} (id int primary key, text longtext not null)`);
    for (let part = 0; part < 12; part += 1)
      await admin.run(`insert into ${name} values (?, ?)`, [part, noise.slice(part * 2 ** 20, (part + 1) * 2 ** 20)]);
    const before = await fans.fingerprint();

    const failed = await backUpFactory(small, fans.record.id, slot());
    expect(failed.outcome).toBe("failed");
    expect(await row(failed.id)).toMatchObject({
      state: "FAILED",
      fileName: null,
      reason: "The disk that backups go to is full.",
    });
    expect(readdirSync(small.folder).filter((file) => file !== "run")).toEqual([(await row(good.id))?.fileName]);
    expect(statSync(join(small.folder, (await row(good.id))?.fileName ?? "")).size).toBe(
      (await row(good.id))?.storedBytes,
    );
    expect((await backUpCentral(small, slot())).outcome).toBe("stored");
    expect(await fans.fingerprint()).toBe(before);
    await admin.run(`drop table ${name}`);
  },
);

/** What a worker does, in a process of its own that can be killed. */
const SCRIPT = `
  const [url, central, keys, folder, programs, factoryId, turn] = JSON.parse(process.argv[1]);
  const { createTenancy, parseDatabaseUrl, parseKeys } = await import("@storehouse/tenancy");
  const { openProvisioner } = await import("@storehouse/tenancy/provision");
  const { backUpFactory, verifyBackup } = await import("./src/index.ts");
  const provisioner = openProvisioner({ url, keys: parseKeys(keys) });
  const tenancy = await createTenancy({ centralUrl: central, keys: parseKeys(keys), budget: 4 });
  const ctx = { tenancy, provisioner, keys: provisioner.keys, folder, programs, centralAddress: parseDatabaseUrl(central) };
  process.stdout.write("begun\\n");
  const { id } = await backUpFactory(ctx, factoryId, { slot: turn });
  await verifyBackup(ctx, id);
  process.exit(0);
`;

test(
  "killed anywhere in a dump or a check, the next one clears up or goes on, and the factory is unharmed",
  async () => {
    const { installation, tenancy } = service;
    const { provisionerUrl, webUrl, keys, admin } = installation;
    const before = await fans.fingerprint();
    const factoryId = fans.record.id;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const wish = slot();
      const facts = JSON.stringify([provisionerUrl, webUrl, keys, ctx.folder, programs, factoryId, wish.slot]);
      const child = spawn(process.execPath, ["--input-type=module", "-e", SCRIPT, facts], {
        cwd: join(import.meta.dirname, ".."),
        stdio: ["ignore", "pipe", "ignore"],
      });
      const ended = new Promise((resolve) => child.once("close", resolve));
      await Promise.race([new Promise((resolve) => child.stdout.once("data", resolve)), ended]);
      await sleep(Math.random() * 2_500);
      child.kill("SIGKILL");
      await ended;
      // Its lease would run out by itself in a minute.
      await tenancy.central.source.prepared(
        "delete from leases where name like 'backup:%' or name like 'migrate:%'",
        [],
      );

      await clearAllCrashed(ctx);
      const { outcome, id } = await backUpFactory(ctx, factoryId, wish);
      const mine = outcome === "taken" ? await latest() : id;
      expect(await verifyBackup(ctx, mine ?? "")).toEqual({ outcome: "verified" });
      const left = await admin.rows<{ name: string }>(
        `select schema_name as name from information_schema.schemata where schema_name in (select scratch_name collate utf8mb4_bin from ${installation.centralName}.backups)`,
      );
      expect(left).toEqual([]);
      expect(await listUnnamed()).toEqual([]);
    }
    expect(await fans.fingerprint()).toBe(before);
  },
  60_000 + KILLS * 20_000,
);

const latest = async (): Promise<string | undefined> =>
  (await service.tenancy.central.select({ id: backups.id }).from(backups).orderBy(backups.requestedAt)).at(-1)?.id;

/** Files in the folder that no backup names. */
async function listUnnamed(): Promise<readonly string[]> {
  const named = await service.tenancy.central.select({ name: backups.fileName }).from(backups);
  const files = existsSync(ctx.folder) ? readdirSync(ctx.folder).filter((file) => file !== "run") : [];
  return files.filter((file) => !named.some(({ name }) => name === file));
}

test("a table that is changed while it is dumped never makes a backup that counts as good and is not", async () => {
  const { admin } = service.installation;
  const table = `${fans.record.dbName}.changing`;
  await admin.run(`create table ${table} (id int primary key, a int)`);
  await admin.run(`insert into ${table} values (1, 1), (2, 2)`);
  const dump = programs.dump ?? ["mariadb-dump"];
  const slow = join(home, "slow-dump");
  // As the first bytes come, the table becomes another one.
  writeFileSync(
    slow,
    `#!/bin/sh\ncase "$*" in *--version*) exec ${dump.join(" ")} --version;; esac\ntouch ${home}/begun\n${dump.join(" ")} "$@" | { head -c 2000; sleep 2; cat; }\n`,
    { mode: 0o700 },
  );
  const running = backUpFactory({ ...ctx, programs: { ...programs, dump: [slow] } }, fans.record.id, slot());
  await expect.poll(() => existsSync(join(home, "begun")), { timeout: 20_000 }).toBe(true);
  await admin.run(`alter table ${table} add column b int not null default 5`).catch(() => undefined);
  const { outcome, id } = await running;
  const verified = outcome === "stored" ? (await verifyBackup(ctx, id ?? "")).outcome : outcome;
  // Whichever of the two it met: what counts as good was restored, and was the same as what was saved.
  expect([outcome, verified].every((word) => ["stored", "verified", "failed"].includes(word))).toBe(true);
  expect((await row(id))?.state).toBe(verified === "verified" ? "VERIFIED" : "FAILED");
  await admin.run(`drop table ${table}`);
});
