import { hashPassword } from "@storehouse/auth";
import {
  backUpFactory,
  type BackupContext,
  listMovingCopies,
  readPrograms,
  tendCopy,
  verifyBackup,
} from "@storehouse/backup";
import { eq } from "@storehouse/db";
import { backups, sideCopies } from "@storehouse/db/central";
import { copyNameOf, parseDatabaseUrl } from "@storehouse/tenancy";
import { dropSideDatabase } from "@storehouse/tenancy/provision";
import {
  type Answer,
  apiOptions,
  buildLocation,
  buildProduct,
  type Caller,
  createTestService,
  dataOf,
  type RunningServer,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const options = apiOptions(service);
const { tenancy, installation } = service;
const { central } = tenancy;
const ctx: BackupContext = {
  tenancy,
  centralAddress: parseDatabaseUrl(installation.webUrl),
  provisioner: installation.provisioner,
  keys: installation.provisioner.keys,
  folder: options.backupFolder,
  programs: readPrograms(process.env),
};
let server: RunningServer;
let mine: TestFactory;
let theirs: TestFactory;
let master: Caller;
let ours: Safe;
let foreign: Safe;

/** A factory's backup, and the copy of it that stands beside the factory. */
type Safe = Readonly<{ backupId: string; fileName: string; copyId: string }>;

beforeAll(async () => {
  [mine, theirs] = [await service.factory("mine"), await service.factory("theirs")];
  server = await serveApi(makeHandler(options));
  for (const factory of [mine, theirs]) {
    const place = await buildLocation(factory.db);
    await buildProduct(factory.db, factory.userIds.master, place, { name: `of ${factory.record.dbName}`, onHand: 4 });
  }
  master = await enter(mine);
  ours = await save(mine, master);
  foreign = await save(theirs, await enter(theirs));
});
afterEach(async () => {
  for (const { id } of await central.select().from(sideCopies))
    if (id !== ours.copyId && id !== foreign.copyId) await removeCopy(id);
});
afterAll(async () => {
  for (const { id } of await central.select().from(sideCopies)) await removeCopy(id);
  rmSync(options.backupFolder, { recursive: true });
  await server.close();
  await service.drop();
});

async function removeCopy(id: string): Promise<void> {
  await dropSideDatabase(ctx.provisioner, id);
  await central.delete(sideCopies).where(eq(sideCopies.id, id));
}

const enter = (factory: TestFactory): Promise<Caller> => signIn(server, factory.login("master"), PASSWORD);

async function save(factory: TestFactory, caller: Caller): Promise<Safe> {
  const { id: backupId = "" } = await backUpFactory(ctx, factory.record.id, { slot: randomUUID().slice(-20) });
  await verifyBackup(ctx, backupId);
  const [row] = await central.select().from(backups).where(eq(backups.id, backupId));
  return { backupId, fileName: row?.fileName ?? "", copyId: await openReady(caller, backupId) };
}

async function openReady(caller: Caller, backupId: string): Promise<string> {
  const id = randomUUID();
  expect((await caller.post("backup.openSideCopy", { id, backupId })).status).toBe(200);
  await Promise.all((await listMovingCopies(central, 10)).map((copyId) => tendCopy(ctx, copyId)));
  return id;
}

const codeOf = ({ body }: Answer): unknown => {
  const { error } = body as { error?: { data?: { failure?: { code: string } }; failure?: { code: string } } };
  return (error?.data ?? error)?.failure?.code;
};
const rest = (method: string, path: string, body?: object): Promise<Answer> =>
  master.send(`/api/backup${path}`, {
    method,
    headers: { cookie: master.cookie(), origin: server.url, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** All that the service keeps of a factory, and the factory itself. */
async function stateOf(factory: TestFactory): Promise<unknown> {
  const rows = await central.select().from(backups).where(eq(backups.subject, factory.record.id));
  const copies = await central.select().from(sideCopies).where(eq(sideCopies.factoryId, factory.record.id));
  return { rows, copies, data: await factory.fingerprint() };
}

test("another factory's backups and side copies are not there: by no id, path or file name, over tRPC or REST", async () => {
  const before = await stateOf(theirs);
  const { backupId, fileName, copyId } = foreign;
  const records = [{ table: "supplier", id: randomUUID(), version: 1 }];
  const names = [theirs.record.dbName, mine.record.dbName];
  const answers: Answer[] = [
    await master.get("backup.download", { id: backupId }),
    await master.post("backup.openSideCopy", { id: randomUUID(), backupId }),
    await master.get("backup.sideCopy", { id: copyId }),
    await master.post("backup.closeSideCopy", { id: copyId }),
    await master.get("backup.compare", { id: copyId }),
    await master.get("backup.differences", { id: copyId, table: "product", limit: 5 }),
    await master.post("backup.takeBack", { id: randomUUID(), copyId, records }),
    await rest("GET", `/${backupId}`),
    await rest("GET", `/${backupId}/file`),
    await rest("GET", `/${fileName}/file`),
    await rest("GET", `/${encodeURIComponent(`../${fileName}`)}/file`),
    await rest("GET", `/${encodeURIComponent(copyNameOf(copyId))}/file`),
    await rest("POST", "/copies", { id: randomUUID(), backupId }),
    await rest("GET", `/copies/${copyId}`),
    await rest("POST", `/copies/${copyId}/close`),
    await rest("GET", `/copies/${copyId}/compare`),
    await rest("GET", `/copies/${copyId}/differences?table=product&limit=5`),
    await rest("POST", `/copies/${copyId}/take-back`, { id: randomUUID(), records }),
  ];
  for (const confirm of names) {
    answers.push(await master.post("backup.switchTo", { id: copyId, confirm }));
    answers.push(await rest("POST", `/copies/${copyId}/switch`, { confirm }));
  }
  expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(answers.map(() => [404, "NOT_FOUND"]));
  // What is asked under an id of theirs is refused, and theirs is not answered with.
  const at = new Date().toISOString();
  const reused = [
    await master.post("backup.trigger", { id: backupId }),
    await master.post("backup.openSideCopy", { id: copyId, backupId: ours.backupId }),
    await rest("POST", "/trigger", { id: backupId }),
  ];
  expect(reused.map(codeOf)).toEqual(reused.map(() => "KEY_REUSED"));
  expect(codeOf(await master.post("backup.openCopyAt", { id: copyId, at }))).toBe("INVALID");
  const lists = [await master.get("backup.list", { limit: 50 }), await master.get("backup.sideCopies", { limit: 50 })];
  lists.push(await rest("GET", ""), await rest("GET", "/copies"), await rest("GET", "/status"));
  const seen = [...answers, ...reused, ...lists].map(({ text }) => text).join("");
  expect(seen).toContain(ours.copyId);
  for (const trace of [fileName, `of ${theirs.record.dbName}`, theirs.record.id]) expect(seen).not.toContain(trace);
  for (const id of [backupId, copyId]) expect(lists.map(({ text }) => text).join("")).not.toContain(id);
  expect(dataOf(await master.post("backup.cleanup"))).toEqual({ removed: 0 });
  expect(await stateOf(theirs)).toEqual(before);
});

test("of two masters who ask for the last room at once, one gets it and the other is told why not", async () => {
  const other = await enter(mine);
  const asked = await Promise.all(
    [master, other].map((one) => one.post("backup.openSideCopy", { id: randomUUID(), backupId: ours.backupId })),
  );
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200, 412]));
  expect(asked.map(codeOf)).toContain("LIMIT_REACHED");
});

test("of two who ask for a switch to two copies at once, one is done and the other told so; theirs stays as it was", async () => {
  const before = await stateOf(theirs);
  const other = await enter(mine);
  const ids = [ours.copyId, await openReady(master, ours.backupId)];
  const confirm = mine.record.dbName;
  const asked = await Promise.all(
    [master, other].map((one, index) => one.post("backup.switchTo", { id: ids[index], confirm })),
  );
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200, 412]));
  expect(asked.map(codeOf)).toContain("WRONG_STATE");
  const moving = await listMovingCopies(central, 10);
  expect([moving.length, ids.includes(moving[0] ?? "")]).toEqual([1, true]);
  expect(await stateOf(theirs)).toEqual(before);
});
