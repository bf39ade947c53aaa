import { clearAllCrashed, readPrograms } from "@storehouse/backup";
import { eq } from "@storehouse/db";
import { backups, factories, jobs, leases, sideCopies } from "@storehouse/db/central";
import { buildLocation, createTestService, type TestFactory } from "@storehouse/testing";
import { copyNameOf, parseDatabaseUrl } from "@storehouse/tenancy";
import { getJob, requestDeletion, requestJob } from "@storehouse/tenancy/job";
import { DELETE_POINTS } from "@storehouse/tenancy/provision";
import { killCases, runAndDie } from "@storehouse/tenancy/run-and-die";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 } from "uuid";
import { backupContext } from "../backup-settings.ts";
import { requestedBy } from "./handlers.ts";
import { runRequested } from "./run-requested.ts";

// KILLS=20 kills at every point and then at moments drawn by lot.
const DELETIONS = killCases(process.env["KILLS"], ["began", ...DELETE_POINTS], ["user-dropped"]);
const ARCHIVES = killCases(process.env["KILLS"], ["began", "closed", "saved"], ["saved"]);

const service = await createTestService("$argon2id$none");
const { installation, tenancy } = service;
const { central } = tenancy;
const backup = {
  centralAddress: parseDatabaseUrl(installation.webUrl),
  folder: mkdtempSync(join(tmpdir(), "end-crash-")),
  programs: readPrograms(process.env),
};
const context = { tenancy, provisioner: installation.provisioner, log: pino({ level: "silent" }) };
const longestMs = { archive: 0, deletion: 0 };
let neighbour: TestFactory;
let number = 0;

beforeAll(async () => {
  await installation.admin.run("set session wait_timeout = 28800");
  neighbour = await service.factory("neighbour");
});
afterAll(async () => {
  await service.drop();
  rmSync(backup.folder, { recursive: true });
});

test.each(ARCHIVES)(
  "killed when %s, an archiving is gone on with, and the factory has its last backup",
  async (point) => {
    const { record } = await service.factory(`archive_${(number += 1)}`);
    const { id } = await requestJob(central, {
      id: v7(),
      kind: "factory.archive",
      factoryId: record.id,
      requestedBy: "olga",
    });
    await workAndDie(point, "archive");
    await buildLocation(neighbour.db, v7());
    await goOn(id);

    const [factory] = await central.select().from(factories).where(eq(factories.id, record.id));
    expect(factory).toMatchObject({ state: "ARCHIVED", archivedAt: expect.any(Date) as Date });
    const taken = await central.select().from(backups).where(eq(backups.subject, record.id));
    const { backupId } = (await getJob(central, id)).result ?? {};
    expect(taken.find((row) => row.id === backupId)).toMatchObject({ state: "VERIFIED", scratchName: null });
    await expectNothingOver();
  },
);

test.each(DELETIONS)("killed when %s, a deletion is gone on with, and takes nothing of another's", async (point) => {
  const { record } = await service.factory(`deletion_${(number += 1)}`);
  const copyId = await buryInWait(record.id);
  const before = await neighbour.fingerprint();
  const wish = { id: v7(), factoryId: record.id, typedName: record.dbName, requestedBy: "olga" };
  const { id } = await requestDeletion(central, wish);
  await workAndDie(point, "deletion");
  expect(await neighbour.fingerprint()).toBe(before);
  await buildLocation(neighbour.db, v7());
  await goOn(id);

  const [factory] = await central.select().from(factories).where(eq(factories.id, record.id));
  expect(factory).toMatchObject({ state: "DELETED", secret: null });
  expect(await installation.listDatabases()).not.toContain(record.dbName);
  expect(await installation.admin.rows("select 1 from mysql.user where user = ?", [record.dbUser])).toEqual([]);
  const copies = "select 1 from information_schema.schemata where schema_name = ?";
  expect(await installation.admin.rows(copies, [copyNameOf(copyId)])).toEqual([]);
  expect(await central.select().from(backups).where(eq(backups.subject, record.id))).toEqual([]);
  await expectNothingOver();
});

/** An archived factory whose days are over, with a side copy. */
async function buryInWait(factoryId: string): Promise<string> {
  const { admin, centralName } = installation;
  await admin.run(
    `update ${centralName}.factories set state = 'ARCHIVED', archived_at = utc_timestamp(3) - interval 8 day where db_name = (select * from (select db_name from ${centralName}.factories where id = x'${factoryId.replaceAll("-", "")}') f)`,
  );
  const id = v7();
  await admin.run(`create database ${copyNameOf(id)}`);
  const copy = { id, factoryId, kind: "BACKUP", state: "READY", dbName: copyNameOf(id) } as const;
  await central.insert(sideCopies).values({ ...copy, requestedAt: new Date() });
  return id;
}

/** Works at the queue in a process of its own, which is killed there. */
async function workAndDie(point: string, kind: keyof typeof longestMs): Promise<void> {
  const code = `
    import { createTenancy, parseKeys } from "@storehouse/tenancy";
    import { openProvisioner } from "@storehouse/tenancy/provision";
    import { pino } from "pino";
    import { requestedBy } from "./handlers.ts";
    import { runRequested } from "./run-requested.ts";
    const keys = parseKeys(wish.keys);
    const tenancy = await createTenancy({ centralUrl: wish.webUrl, keys, budget: 4 });
    const provisioner = openProvisioner({ url: wish.provisionerUrl, keys });
    const handlers = requestedBy({ backup: wish.backup, closingMs: 0, onDeletePoint: reach }).map((each) => ({
      ...each,
      run: (context, job) => {
        reach("began");
        const told = async (step) => { await context.reach(step); reach(step); };
        return each.run({ ...context, reach: told }, job);
      },
    }));
    await runRequested({ tenancy, provisioner, log: pino({ level: "silent" }) }, handlers);
    process.exit(0);`;
  const { webUrl, provisionerUrl, keys } = installation;
  const wish = { webUrl, provisionerUrl, keys, backup };
  const isMoment = point.startsWith("moment");
  const at = isMoment ? { withinMs: longestMs[kind] } : point;
  const died = await runAndDie({ code, wish, folder: import.meta.dirname }, at);
  if (!isMoment) longestMs[kind] = Math.max(longestMs[kind], died.ms);
  // One killed at a moment may have been done before.
  expect(isMoment ? "SIGKILL" : died.signal).toBe("SIGKILL");
}

/** What the next worker does once the minute of the leases is over, until the job is done. */
async function goOn(id: string): Promise<void> {
  for (let tries = 0; tries < 10 && (await getJob(central, id)).state !== "DONE"; tries += 1) {
    await central
      .update(jobs)
      .set({ lockedUntil: null, runAt: new Date(0) })
      .where(eq(jobs.id, id));
    await central.delete(leases);
    await clearAllCrashed(backupContext(context, backup));
    await runRequested(context, requestedBy({ backup, closingMs: 0 }));
  }
  expect(await getJob(central, id)).toMatchObject({ state: "DONE", error: null });
}

/** Databases, users and files are those that a row names, and the neighbour's. */
async function expectNothingOver(): Promise<void> {
  const { admin, centralName } = installation;
  const rows = await central.select().from(factories);
  const there = rows.filter(({ state }) => state !== "DELETED");
  expect(new Set(await installation.listDatabases())).toEqual(new Set(there.map(({ dbName }) => dbName)));
  expect(new Set(await installation.listUsers())).toEqual(new Set(there.map(({ dbUser }) => dbUser)));
  const scratch = `select schema_name from information_schema.schemata where schema_name in (select scratch_name collate utf8mb4_bin from ${centralName}.backups)`;
  expect(await admin.rows(scratch)).toEqual([]);
  const named = (await central.select().from(backups)).map(({ fileName }) => fileName);
  const files = readdirSync(backup.folder).filter((name) => name !== "run");
  expect(files.filter((name) => !named.includes(name))).toEqual([]);
  expect(readdirSync(join(backup.folder, "run"), { recursive: true }).filter((name) => name.includes(".cnf"))).toEqual(
    [],
  );
}
