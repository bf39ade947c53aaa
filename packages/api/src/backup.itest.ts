import { hashPassword } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import { auditLog } from "@storehouse/db/tenant";
import type { BackupFile, BackupRow, BackupStatus, Page } from "@storehouse/domain";
import {
  type Answer,
  apiOptions,
  type Caller,
  createTestService,
  type RunningServer,
  serveApi,
  type TestFactory,
} from "@storehouse/testing";
import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const options = apiOptions(service);
const { central } = service.tenancy;
let server: RunningServer;
let mine: TestFactory;
let theirs: TestFactory;
let master: Caller;

beforeAll(async () => {
  [mine, theirs] = [await service.factory("mine"), await service.factory("theirs")];
  server = await serveApi(makeHandler(options));
  mkdirSync(options.backupFolder, { recursive: true });
  master = await enter(mine, "master");
});
afterAll(async () => {
  rmSync(options.backupFolder, { recursive: true });
  await server.close();
  await service.drop();
});
beforeEach(() => central.delete(backups));

async function enter(factory: TestFactory, role: "master" | "manager" | "employee"): Promise<Caller> {
  const caller = server.caller();
  expect((await caller.post("auth.login", { login: factory.login(role), password: PASSWORD })).status).toBe(200);
  return caller;
}

const dataOf = <T>({ body }: Answer): T => (body as { result: { data: T } }).result.data;
const codeOf = ({ body }: Answer): unknown => {
  const { error } = body as { error: { data?: { failure: { code: string } }; failure?: { code: string } } };
  return (error.data ?? error).failure?.code;
};

/** A backup as the worker leaves one: written and verified so many hours ago. */
async function shelve(factory: TestFactory, content: string, hoursAgo = 1, state = "VERIFIED"): Promise<string> {
  const [id, fileName] = [randomUUID(), `${randomUUID()}.backup`];
  const at = new Date(Date.now() - hoursAgo * 3_600_000);
  writeFileSync(join(options.backupFolder, fileName), content);
  const moments = { requestedAt: at, startedAt: at, storedAt: at, verifiedAt: state === "VERIFIED" ? at : null };
  const facts = { rowCount: 7, plainBytes: 99, storedBytes: content.length, sha256: "ab" };
  await central.insert(backups).values({ id, subject: factory.record.id, state, fileName, ...facts, ...moments });
  return id;
}

const status = async (): Promise<BackupStatus> => dataOf(await master.get("backup.status"));
const fetchFile = (id: string, caller = master): Promise<Answer> =>
  caller.send(`/api/backup/${id}/file`, { headers: { cookie: caller.cookie() } });

test("a master asks for a backup, once however often it is sent, and it stands in the audit log", async () => {
  const id = randomUUID();
  const answers = [await master.post("backup.trigger", { id }), await master.post("backup.trigger", { id })];
  answers.push(await master.post("backup.trigger", { id: randomUUID() }));
  expect(answers.map((answer) => dataOf(answer))).toEqual([{ id }, { id }, { id }]);
  expect(await central.select({ by: backups.requestedBy, state: backups.state }).from(backups)).toEqual([
    { by: "The master", state: "REQUESTED" },
  ]);
  expect(
    await mine.db.select({ at: auditLog.entityId }).from(auditLog).where(eq(auditLog.action, "backups.create")),
  ).toEqual([{ at: id }]);
  expect((await status()).underWay).toMatchObject({ id, step: "waiting" });
});

test("the status tells the age of the last verified one, what failed since, and what is under way", async () => {
  expect(await status()).toMatchObject({ lastVerified: null, isStale: true, underWay: null });
  const good = await shelve(mine, "good", 3);
  expect(await status()).toMatchObject({ lastVerified: { id: good, rowCount: 7 }, isStale: false, lastFailure: null });
  const failed = {
    id: randomUUID(),
    subject: mine.record.id,
    state: "FAILED",
    reason: "The disk that backups go to is full.",
  };
  await central.insert(backups).values({ ...failed, requestedAt: new Date() });
  expect(await status()).toMatchObject({ lastVerified: { id: good }, lastFailure: { reason: failed.reason } });
  await central
    .update(backups)
    .set({ requestedAt: new Date(0), startedAt: new Date(0) })
    .where(eq(backups.id, good));
  expect((await status()).isStale).toBe(true);
});

test("the list pages by key, latest first, and never repeats one", async () => {
  const ids: string[] = [];
  for (let hours = 1; hours <= 5; hours += 1) ids.push(await shelve(mine, "x", hours));
  await shelve(theirs, "not mine", 2);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page: Page<BackupRow> = dataOf(await master.get("backup.list", { limit: 2, ...(after ? { after } : {}) }));
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toEqual(ids);
});

test("a backup's file comes as it is stored and stands in the audit log", async () => {
  const id = await shelve(mine, "sealed bytes");
  const { url, sizeBytes } = dataOf<BackupFile>(await master.get("backup.download", { id }));
  expect([url, sizeBytes]).toEqual([`/api/backup/${id}/file`, 12]);
  const file = await fetchFile(id);
  expect([file.status, file.text]).toEqual([200, "sealed bytes"]);
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="storehouse-\d{8}-\d{4}\.backup"$/);
  expect(
    await mine.db.select({ by: auditLog.actorName }).from(auditLog).where(eq(auditLog.action, "backups.download")),
  ).toEqual([{ by: "The master" }]);
});

test("another factory's backups are not there, by any path or name", async () => {
  const id = await shelve(theirs, "theirs");
  const [row] = await central.select({ fileName: backups.fileName }).from(backups);
  const answers = [await master.get("backup.download", { id }), await fetchFile(id)];
  answers.push(await fetchFile(row?.fileName ?? ""), await fetchFile("..%2f..%2fsecrets.json"), await fetchFile("1"));
  expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(answers.map(() => [404, "NOT_FOUND"]));
  expect(answers.map(({ text }) => text).join("")).not.toContain("theirs");
  expect(await status()).toMatchObject({ lastVerified: null, underWay: null });
  expect(codeOf(await master.post("backup.trigger", { id }))).toBe("KEY_REUSED");
  expect(dataOf(await master.post("backup.cleanup"))).toEqual({ removed: 0 });
  expect((await fetchFile(id, await enter(theirs, "master"))).text).toBe("theirs");
});

test("nobody but a master comes near them", async () => {
  const id = await shelve(mine, "sealed");
  for (const role of ["manager", "employee"] as const) {
    const caller = await enter(mine, role);
    const answers = [
      await caller.get("backup.status"),
      await caller.get("backup.list", {}),
      await fetchFile(id, caller),
    ];
    answers.push(
      await caller.get("backup.download", { id }),
      await caller.post("backup.trigger", { id: randomUUID() }),
    );
    answers.push(await caller.post("backup.cleanup"));
    expect(answers.map(({ status: code }) => code)).toEqual(answers.map(() => 403));
  }
  expect((await fetchFile(id, server.caller())).status).toBe(401);
});

test("clean-up removes what is too old, and a file that is gone is not offered", async () => {
  const [newest, old] = [await shelve(mine, "new", 1), await shelve(mine, "old", 24 * 9, "FAILED")];
  expect(dataOf(await master.post("backup.cleanup"))).toEqual({ removed: 1 });
  expect(dataOf(await master.post("backup.cleanup"))).toEqual({ removed: 0 });
  expect((await fetchFile(old)).status).toBe(404);
  rmSync(options.backupFolder, { recursive: true });
  expect((await fetchFile(newest)).status).toBe(404);
  mkdirSync(options.backupFolder);
});
