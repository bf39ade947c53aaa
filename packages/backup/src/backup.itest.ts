import { eq } from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import {
  buildLocation,
  buildProduct,
  createTestService,
  type TestFactory,
  type TestService,
} from "@storehouse/testing";
import { parseDatabaseUrl } from "@storehouse/tenancy";
import { acquireLease, releaseLease } from "@storehouse/tenancy/fleet";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { BackupContext } from "./backup-context.ts";
import { restoreInto } from "./check/restore-into.ts";
import { verifyBackup } from "./check/verify-backup.ts";
import { readPrograms } from "./dump/read-programs.ts";
import { clearAllCrashed } from "./keep/clear-crashed.ts";
import { cleanUp } from "./keep/clean-up.ts";
import { findBackup } from "./run/backup-rows.ts";
import { backUpCentral, backUpFactory } from "./save/back-up.ts";

const programs = readPrograms(process.env);
const HOSTILE = ["O'Brien \\ (x),(y)", 'say "hi"; -- \n\\! touch pwned', "पंखा 🌀 `q`", "\\", "'),('"];

let service: TestService;
let fans: TestFactory;
let pumps: TestFactory;
let ctx: BackupContext;
let folder: string;

beforeAll(async () => {
  service = await createTestService("$argon2id$none");
  [fans, pumps] = [await service.factory("fans"), await service.factory("pumps")];
  const place = await buildLocation(fans.db, "North store");
  for (const name of HOSTILE) await buildProduct(fans.db, fans.userIds.master, place, { name, onHand: 5 });
});
afterAll(() => service.drop());
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "backups-")), "db-backups");
  const { installation, tenancy } = service;
  const centralAddress = parseDatabaseUrl(installation.webUrl);
  ctx = {
    tenancy,
    centralAddress,
    provisioner: installation.provisioner,
    keys: installation.provisioner.keys,
    folder,
    programs,
  };
});
afterEach(async () => {
  rmSync(join(folder, ".."), { recursive: true });
  await service.tenancy.central.delete(backups);
});

let turn = 0;
const slot = () => ({ slot: `turn-${(turn += 1)}` });
const row = async (id = "") => (await findBackup(service.tenancy.central, id)) ?? expect.unreachable();
const nameOf = async (id = ""): Promise<string> => (await row(id)).fileName ?? "";
const fileOf = async (id = ""): Promise<string> => join(folder, await nameOf(id));
const files = (): string[] => readdirSync(folder).filter((name) => name !== "run");
const scratches = async (): Promise<unknown> =>
  service.installation.admin.rows(
    "select schema_name as name from information_schema.schemata where schema_name in (select scratch_name collate utf8mb4_bin from " +
      `${service.installation.centralName}.backups)`,
  );
const save = async (factory = fans): Promise<string> => {
  const { outcome, id, error } = await backUpFactory(ctx, factory.record.id, slot());
  expect([outcome, error]).toEqual(["stored", undefined]);
  return id ?? "";
};

test("a factory's backup is restored, found to be the same and only then called good", async () => {
  const before = await fans.fingerprint();
  const id = await save();
  expect(await row(id)).toMatchObject({ state: "STORED", verifiedAt: null, reason: null });

  expect(await verifyBackup(ctx, id)).toEqual({ outcome: "verified" });

  const stored = await row(id);
  expect(stored).toMatchObject({ state: "VERIFIED", reason: null, scratchName: null });
  expect(stored.rowCount).toBeGreaterThan(20);
  expect(stored.storedBytes).toBe(statSync(await fileOf(id)).size);
  expect(await fans.fingerprint()).toBe(before);
  expect(existsSync("pwned")).toBe(false);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(await fileOf(id)).not.toContain("fans");
  expect(readFileSync(await fileOf(id)).includes("Brien")).toBe(false);
  expect(readdirSync(join(folder, "run"))).toEqual([]);
});

test("the central database's is too", async () => {
  const { id, outcome } = await backUpCentral(ctx, slot());
  expect(outcome).toBe("stored");
  expect(await verifyBackup(ctx, id ?? "")).toEqual({ outcome: "verified" });
});

test("restored into a new database it equals the source row for row; a database that is there is never touched", async () => {
  const id = await save();
  const dbName = `${service.installation.prefix}restored`;
  const wish = { fileName: await nameOf(id), subject: fans.record.id, dbName };
  // Other tests restore meanwhile, with users of their own.
  const restorers = async () => {
    const rows = await service.installation.admin.rows<{ user: string }>(
      "select user from mysql.user where user like 'storehouse\\_r\\_%'",
    );
    return rows.map(({ user }) => user);
  };
  const before = await restorers();
  const restored = await restoreInto(ctx, wish);
  expect(restored.ledger).toEqual([]);
  const copy = await fingerprint(dbName);
  expect(copy).toBe(await fingerprint(fans.record.dbName));
  await expect(restoreInto(ctx, wish)).rejects.toThrow("A database of that name is there already.");
  expect(await fingerprint(dbName)).toBe(copy);
  const seen = (await restorers()).filter((user) => !before.includes(user));
  const left = async () => (await restorers()).filter((user) => seen.includes(user));
  await expect.poll(left, { timeout: 60_000 }).toEqual([]);
});

test("an altered archive, and another factory's, are refused before anything is touched", async () => {
  const [id, others] = [await save(), await save(pumps)];
  const dbName = `${service.installation.prefix}never`;
  const subject = fans.record.id;
  await expect(restoreInto(ctx, { fileName: await nameOf(others), subject, dbName })).rejects.toThrow(
    "another factory",
  );

  const path = await fileOf(id);
  const changed = readFileSync(path);
  const at = Math.floor(changed.length / 2);
  changed[at] = (changed[at] ?? 0) ^ 1;
  writeFileSync(path, changed);
  await expect(restoreInto(ctx, { fileName: await nameOf(id), subject, dbName })).rejects.toThrow("changed");
  expect(await service.installation.listDatabases()).not.toContain(dbName);

  expect(await verifyBackup(ctx, id)).toMatchObject({ outcome: "failed" });
  expect(await row(id)).toMatchObject({ state: "FAILED", scratchName: null });
  // A file under another's name is no better than a changed one.
  writeFileSync(path, readFileSync(await fileOf(others)));
  expect(await verifyBackup(ctx, id)).toMatchObject({ outcome: "failed" });
});

test("books that do not add up are told with a copy that is faithful", async () => {
  const place = await buildLocation(pumps.db, "Yard");
  const { variantId } = await buildProduct(pumps.db, pumps.userIds.master, place, { onHand: 5 });
  const { admin } = service.installation;
  const bytes = Buffer.from(variantId.replaceAll("-", ""), "hex");
  await admin.run(`update ${pumps.record.dbName}.stock_levels set on_hand = 6 where variant_id = ?`, [bytes]);
  const id = await save(pumps);
  expect(await verifyBackup(ctx, id)).toEqual({ outcome: "verified" });
  expect((await row(id)).reason).toContain("disagree in 1 places");
});

test("a dump that is cut off is FAILED, whatever it ends with, and nothing of it stays", async () => {
  const dump = programs.dump ?? ["mariadb-dump"];
  const cut = async (script: string): Promise<string> => {
    const path = join(folder, "..", "half-dump");
    writeFileSync(path, `#!/bin/sh\ncase "$*" in *--version*) exec ${dump.join(" ")} --version;; esac\n${script}\n`, {
      mode: 0o700,
    });
    const half = { ...ctx, programs: { ...programs, dump: [path] as const } };
    const { outcome, id } = await backUpFactory(half, fans.record.id, slot());
    expect(outcome).toBe("failed");
    expect(files()).toEqual([]);
    expect(await row(id)).toMatchObject({ state: "FAILED", fileName: null });
    return (await row(id)).reason ?? "";
  };
  const real = `${dump.join(" ")} "$@"`;
  expect(await cut(`${real} | head -c 9000; exit 0`)).toBe("The dump ended before it was complete.");
  expect(await cut(`${real} | head -c 9000; exit 3`)).toContain("ended with code 3");
  expect(await cut(`${real} | head -c 9000; kill -9 $$`)).toContain("ended with SIGKILL");
});

test("a disk with no room is told and keeps what there is", async () => {
  const id = await save();
  const tight = { ...ctx, readSpace: async () => ({ freeBytes: 4, totalBytes: 100 }) };
  const failed = await backUpFactory(tight, fans.record.id, slot());
  expect((await row(failed.id)).reason).toBe("The disk that backups go to has only 4 % free.");
  expect(existsSync(await fileOf(id))).toBe(true);
});

test("no password is on a command line or in an environment, however often one looks", async () => {
  const secrets = [service.installation.webUrl, service.installation.provisionerUrl].map(
    (url) => parseDatabaseUrl(url).password,
  );
  let seen = 0;
  let isOver = false;
  const look = async (): Promise<void> => {
    while (!isOver) {
      for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
        const [line, environment] = [readProc(pid, "cmdline"), readProc(pid, "environ")];
        if (!line.includes(folder)) continue;
        seen += 1;
        for (const secret of secrets) expect(line + environment).not.toContain(secret);
        expect(environment).not.toContain("STOREHOUSE");
      }
      await sleep(1);
    }
  };
  const looking = look();
  await verifyBackup(ctx, (await backUpCentral(ctx, slot())).id ?? "");
  isOver = true;
  await looking;
  expect(seen).toBeGreaterThan(0);
});

test("two workers at the same turn take one backup; one asked for under an id is taken once", async () => {
  const wish = slot();
  const both = await Promise.all([1, 2, 3].map(() => backUpFactory(ctx, fans.record.id, wish)));
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(["stored", "taken", "taken"]);
  const id = v7();
  await ctx.tenancy.central
    .insert(backups)
    .values({ id, subject: fans.record.id, state: "REQUESTED", requestedAt: new Date() });
  const asked = await Promise.all([1, 2].map(() => backUpFactory(ctx, fans.record.id, { id })));
  expect(asked.map(({ outcome }) => outcome).sort()).toEqual(["stored", "taken"]);
  expect(files()).toHaveLength(2);
});

test("what a killed worker left is cleared away, its turn is free again, and a running one's is left alone", async () => {
  const subject = fans.record.id;
  const wish = slot();
  await save();
  const fileName = `${randomBytes(8).toString("hex")}.backup`;
  writeFileSync(join(folder, `${fileName}.partial`), "half");
  const scratchName = `storehouse_check_${randomBytes(8).toString("hex")}`;
  await service.installation.admin.run(`create database ${scratchName}`);
  const [id, checked] = [v7(), v7()];
  const shared = { subject, requestedAt: new Date() };
  await ctx.tenancy.central.insert(backups).values([
    { ...shared, id, state: "RUNNING", fileName, slot: wish.slot },
    { ...shared, id: checked, state: "STORED", scratchName },
  ]);
  const { central } = ctx.tenancy;
  const lease = await acquireLease(central, `backup:${subject}`, 60_000);
  expect(await clearAllCrashed(ctx)).toEqual([]);
  expect(files()).toContain(`${fileName}.partial`);

  expect(lease !== undefined && (await releaseLease(central, lease))).toBeUndefined();
  expect(await clearAllCrashed(ctx)).toEqual([subject]);

  expect(files()).toHaveLength(1);
  expect(await row(id)).toMatchObject({ state: "FAILED", slot: null, fileName: null });
  expect((await row(checked)).scratchName).toBeNull();
  expect(await scratches()).toEqual([]);
  expect((await backUpFactory(ctx, subject, wish)).outcome).toBe("stored");
});

test("a factory without a database fails alone, and clean-up removes files with their rows", async () => {
  const missing = await backUpFactory(ctx, v7(), slot());
  expect(missing.outcome).toBe("failed");
  const [old, newer] = [await save(), await save()];
  const { central } = ctx.tenancy;
  const path = await fileOf(old);
  await central
    .update(backups)
    .set({ requestedAt: new Date(Date.now() - 9 * 86_400_000) })
    .where(eq(backups.id, old));
  expect(await cleanUp({ central, folder }, fans.record.id)).toBe(1);
  expect(existsSync(path)).toBe(false);
  expect(existsSync(await fileOf(newer))).toBe(true);
  expect(await findBackup(central, old)).toBeUndefined();
});

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

async function fingerprint(dbName: string): Promise<string> {
  const { admin } = service.installation;
  const tables = await admin.rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = ? order by table_name",
    [dbName],
  );
  const sums = await admin.rows<{ Table: string; Checksum: number }>(
    `checksum table ${tables.map(({ name }) => `\`${dbName}\`.\`${name}\``).join(", ")}`,
  );
  return JSON.stringify(sums.map(({ Table, Checksum }) => [Table.slice(dbName.length), Checksum]));
}
