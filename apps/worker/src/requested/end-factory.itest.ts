import { readPrograms } from "@storehouse/backup";
import { sideCopies } from "@storehouse/db/central";
import { copyNameOf, createTenancy, parseDatabaseUrl, parseKeys, type Tenancy } from "@storehouse/tenancy";
import { getJob, requestDeletion, requestJob } from "@storehouse/tenancy/job";
import { DELETE_POINTS, type DeletePoint, provisionFactory, reactivateFactory } from "@storehouse/tenancy/provision";
import { createScratchInstallation, type ScratchInstallation } from "@storehouse/tenancy/scratch-installation";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestedBy as handlersBy } from "./handlers.ts";
import { runRequested } from "./run-requested.ts";

const requestedBy = "olga";
let here: ScratchInstallation;
let tenancy: Tenancy;
let folder: string;
let factoryId: string;
let dbName: string;

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  folder = mkdtempSync(join(tmpdir(), "end-factory-"));
  dbName = `${here.prefix}closing`;
  factoryId = await here.request("closing");
  await provisionFactory(here.provisioner, factoryId);
  tenancy = await createTenancy({ centralUrl: here.webUrl, keys: parseKeys(here.keys), budget: 4 });
});
afterAll(async () => {
  await tenancy.close();
  await here.drop();
  rmSync(folder, { recursive: true });
});

async function work(dieAt?: DeletePoint): Promise<void> {
  const programs = readPrograms(process.env);
  const onDeletePoint = (point: DeletePoint): void => {
    if (point === dieAt) throw new Error(`ended when it was ${point}`);
  };
  const backup = { centralAddress: parseDatabaseUrl(here.webUrl), folder, programs };
  await here.admin.run(`update ${here.centralName}.jobs set run_at = utc_timestamp(3)`);
  const context = { tenancy, provisioner: here.provisioner, log: pino({ level: "silent" }) };
  await runRequested(context, handlersBy({ backup, closingMs: 0, onDeletePoint }));
}

async function archive(): Promise<void> {
  const { id } = await requestJob(tenancy.central, {
    id: randomUUID(),
    kind: "factory.archive",
    factoryId,
    requestedBy,
  });
  await work();
  expect(await getJob(tenancy.central, id)).toMatchObject({ state: "DONE", step: "saved", error: null });
}

const askToDelete = (typedName: string) =>
  requestDeletion(tenancy.central, { id: randomUUID(), factoryId, typedName, requestedBy });
const archives = () => readdirSync(folder).filter((name) => name.endsWith(".backup"));
const stateOf = async () => {
  const [row] = await here.admin.rows<{ state: string }>(
    `select state from ${here.centralName}.factories where db_name = ?`,
    [dbName],
  );
  return row?.state;
};

test("a factory is archived once its last backup was restored to see: nobody enters, and it can be opened again", async () => {
  const record = await tenancy.findFactory(dbName);
  if (record === undefined) throw new Error("The factory is gone.");
  (await tenancy.openTenant(record)).release();
  await archive();
  expect(await stateOf()).toBe("ARCHIVED");
  const closed = await tenancy.findFactory(dbName);
  if (closed === undefined) throw new Error("The factory is gone.");
  await expect(tenancy.openTenant(closed)).rejects.toMatchObject({ failure: { code: "FACTORY_SUSPENDED" } });
  const [backup] = await here.admin.rows(`select state from ${here.centralName}.backups where subject = ?`, [
    factoryId,
  ]);
  expect(backup).toEqual({ state: "VERIFIED" });
  expect(archives()).toHaveLength(1);

  await reactivateFactory(tenancy.central, dbName);
  await tenancy.resyncFactory(factoryId);
  await archive();
  expect(archives()).toHaveLength(2);
});

test("it is not deleted under another name, nor before its week is over", async () => {
  await expect(askToDelete("closing")).rejects.toMatchObject({
    failure: { field: "typedName", reason: "NAME_DIFFERS" },
  });
  await expect(askToDelete(dbName)).rejects.toMatchObject({ failure: { field: "typedName", reason: "TOO_EARLY" } });
  // Whoever puts it into the queue in another way meets the same refusal.
  const wish = {
    id: randomUUID(),
    kind: "factory.delete",
    factoryId,
    requestedBy,
    payload: { typedName: dbName },
  } as const;
  await requestJob(tenancy.central, wish);
  await work();
  expect(await getJob(tenancy.central, wish.id)).toMatchObject({ state: "FAILED" });
  expect(await here.listDatabases()).toContain(dbName);
});

test("it is deleted whole, however often it is ended in the middle, and a tombstone stays", async () => {
  await here.admin.run(
    `update ${here.centralName}.factories set archived_at = utc_timestamp(3) - interval 7 day where db_name = ?`,
    [dbName],
  );
  const copyId = randomUUID();
  const copyName = copyNameOf(copyId);
  await here.admin.run(`create database ${copyName}`);
  const copy = { id: copyId, factoryId, kind: "BACKUP", state: "READY", dbName: copyName } as const;
  await tenancy.central.insert(sideCopies).values({ ...copy, requestedAt: new Date() });
  const { id } = await askToDelete(dbName);
  for (const point of DELETE_POINTS) {
    await work(point);
    expect(await getJob(tenancy.central, id)).toMatchObject({ state: "QUEUED", error: `ended when it was ${point}` });
    expect(await stateOf()).toBe("DELETING");
    await expect(reactivateFactory(tenancy.central, dbName)).rejects.toMatchObject({
      failure: { code: "WRONG_STATE" },
    });
  }
  await work();
  expect(await getJob(tenancy.central, id)).toMatchObject({ state: "DONE" });
  expect(await stateOf()).toBe("DELETED");
  expect(await here.listDatabases()).toEqual([]);
  const copies = "select 1 from information_schema.schemata where schema_name = ?";
  expect(await here.admin.rows(copies, [copyName])).toEqual([]);
  expect(await here.listUsers()).toEqual([]);
  expect(archives()).toEqual([]);
  const [left] = await here.admin.rows(
    `select f.secret, r.admin_email as email, r.admin_name as name from ${here.centralName}.factories f
     join ${here.centralName}.registrations r on r.factory_id = f.id where f.db_name = ?`,
    [dbName],
  );
  expect(left).toEqual({ secret: null, email: null, name: "" });
  expect(await tenancy.findFactory(dbName)).toBeUndefined();
  await expect(here.request("closing")).rejects.toMatchObject({ failure: { code: "TAKEN" } });
  const events = await here.admin.rows<{ action: string }>(
    `select action from ${here.centralName}.platform_audit order by at`,
  );
  expect(events.map(({ action }) => action)).toContain("factory.delete");
});

test("a database of somebody else's under the name is never dropped", async () => {
  const other = await here.request("foreign");
  await provisionFactory(here.provisioner, other);
  const name = `${here.prefix}foreign`;
  await here.admin.run(
    `update ${here.centralName}.factories set state = 'ARCHIVED', archived_at = utc_timestamp(3) - interval 8 day where db_name = ?`,
    [name],
  );
  await here.admin.run(`update ${name}.identity set factory_id = x'01890000000070008000000000000001'`);
  const { id } = await requestDeletion(tenancy.central, {
    id: randomUUID(),
    factoryId: other,
    typedName: name,
    requestedBy,
  });
  await work();
  expect(await getJob(tenancy.central, id)).toMatchObject({
    state: "QUEUED",
    error: expect.stringContaining("not the factory's own") as string,
  });
  expect(await here.listDatabases()).toContain(name);
});
