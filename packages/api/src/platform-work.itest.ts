import { hashPassword } from "@storehouse/auth";
import { backups, jobSchedules, jobs, sideCopies } from "@storehouse/db/central";
import type { Page, WorkRow } from "@storehouse/domain";
import { apiOptions, type Caller, createTestService, dataOf, operatorCaller, serveApi } from "@storehouse/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomUUID as newId } from "node:crypto";
import { makeHandler } from "./http/make-handler.ts";

const service = await createTestService(await hashPassword("a-walk-by-the-river"));
const { central } = service.tenancy;
const [a, b] = [await service.factory("alpha"), await service.factory("beta")];
const server = await serveApi(makeHandler(apiOptions(service)));
const owner = await operatorCaller(service, server, { role: "OWNER" });
const few = await operatorCaller(service, server, { role: "OPERATOR", factoryIds: [a.record.id] });
const ids = { job: newId(), all: newId(), asked: newId(), turn: newId(), copy: newId() };
/** All of one moment: then the ids decide. */
const at = new Date(Date.now() + 60_000);

beforeAll(async () => {
  const job = { payload: {}, runAt: at, createdAt: at, requestedBy: "operator:olga" };
  await central.insert(jobs).values([
    { ...job, id: ids.job, kind: "factory.archive", factoryId: b.record.id, state: "FAILED", error: "no luck" },
    { ...job, id: ids.all, kind: "keys.rotate", state: "QUEUED" },
  ]);
  const backup = { subject: a.record.id, requestedAt: at };
  await central.insert(backups).values([
    { ...backup, id: ids.asked, state: "STORED", requestedBy: "The master" },
    { ...backup, id: ids.turn, state: "VERIFIED", slot: "2026-01-01T00" },
  ]);
  const copy = { id: ids.copy, factoryId: a.record.id, dbName: "copy", requestedAt: at, requestedBy: "The master" };
  await central.insert(sideCopies).values({ ...copy, kind: "BACKUP", state: "RESTORING", step: "restoring" });
  await central.insert(jobSchedules).values({ name: "count", cron: "* * * * *", isFailed: true, failedInARow: 2 });
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

const page = async (caller: Caller, input: object = {}) =>
  dataOf<Page<WorkRow>>(await caller.get("platform.work", input));
const told = ({ rows }: Page<WorkRow>) => rows.map(({ kind, state }) => `${kind} ${state}`).sort();

test("all that was asked of the worker stands in one list: jobs, sign-ups, backups and side copies", async () => {
  expect(told(await page(owner))).toEqual([
    "backup.take RUNNING",
    "copy.restore RUNNING",
    "factory.archive FAILED",
    "factory.create DONE",
    "factory.create DONE",
    "keys.rotate WAITING",
  ]);
  const { rows } = await page(owner, { state: "FAILED" });
  expect(rows).toMatchObject([{ id: ids.job, factoryId: b.record.id, error: "no luck", requestedBy: "operator:olga" }]);
  expect(told(await page(owner, { state: "RUNNING" }))).toEqual(["backup.take RUNNING", "copy.restore RUNNING"]);
});

test("its pages follow one another without a gap or a double, also within one moment", async () => {
  const whole = (await page(owner)).rows.map(({ id }) => id);
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, next } = await page(owner, { limit: 1, ...(after && { after }) });
    seen.push(...rows.map(({ id }) => id));
    if (next === undefined) break;
    after = next;
  }
  expect(seen).toEqual(whole);
});

test("an OPERATOR sees the work of the factories they are assigned, and no timetable", async () => {
  expect(told(await page(few))).toEqual(["backup.take RUNNING", "copy.restore RUNNING", "factory.create DONE"]);
  expect(dataOf(await few.get("platform.timetable"))).toEqual([]);
  expect(dataOf(await owner.get("platform.timetable"))).toMatchObject([
    { name: "count", isRunning: false, isFailed: true, failedInARow: 2, pausedBy: null },
  ]);
});
