import type { JobKind } from "@storehouse/domain";
import { readWork } from "@storehouse/services";
import { createTenancy, parseDatabaseUrl, parseKeys, type Tenancy } from "@storehouse/tenancy";
import { claimJob, completeJob, getJob, holdJob, JobLost, requestJob, retryJob } from "@storehouse/tenancy/job";
import { provisionFactory } from "@storehouse/tenancy/provision";
import { createScratchInstallation, type ScratchInstallation } from "@storehouse/tenancy/scratch-installation";
import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestedBy } from "./handlers.ts";
import { JobRefused, type Requested } from "./requested.ts";
import { runRequested } from "./run-requested.ts";

let here: ScratchInstallation;
let tenancy: Tenancy;
let factoryId: string;
const by = "olga";
const PROGRAMS = { path: "", dump: undefined, restore: undefined };

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  factoryId = await here.request("works");
  await provisionFactory(here.provisioner, factoryId);
  tenancy = await createTenancy({ centralUrl: here.webUrl, keys: parseKeys(here.keys), budget: 4 });
});
afterAll(async () => {
  await tenancy.close();
  await here.drop();
});

const ask = (kind: JobKind, id: string = randomUUID()) =>
  requestJob(tenancy.central, { id, kind, factoryId, requestedBy: by });
const work = (
  handlers = requestedBy({
    backup: { centralAddress: parseDatabaseUrl(here.webUrl), folder: "", programs: PROGRAMS },
    passwordOverlapMs: 0,
  }),
) => runRequested({ tenancy, provisioner: here.provisioner, log: pino({ level: "silent" }) }, handlers);
const doing = (run: Requested["run"]): Requested[] => [{ kind: "factory.resync", run }];
const makeDue = () =>
  here.admin.run(`update ${here.centralName}.jobs set run_at = utc_timestamp(3), locked_until = null`);

test("what is asked for is done, is one however often it is sent, and one of a kind is open at a time", async () => {
  const { id } = await ask("factory.resync");
  expect(await ask("factory.resync", id)).toMatchObject({ id, state: "QUEUED", dbName: `${here.prefix}works` });
  await expect(ask("factory.resync")).rejects.toMatchObject({ failure: { code: "WRONG_STATE", id } });
  const other = await ask("factory.migrate");
  await work();
  await work();
  expect(await getJob(tenancy.central, id)).toMatchObject({ state: "DONE", attempts: 1, result: { userCount: 1 } });
  expect(await getJob(tenancy.central, other.id)).toMatchObject({ state: "DONE", result: { outcome: "current" } });
  await work();
  const listed = await readWork(tenancy.central, { factoryIds: null, limit: 10 });
  expect(listed.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    "factory.migrate DONE",
    "factory.resync DONE",
    "factory.create DONE",
  ]);
  const [asked] = await here.admin.rows(
    `select actor, detail from ${here.centralName}.platform_audit where action = 'factory.resync.request'`,
  );
  expect(asked).toMatchObject({ actor: "operator" });
});

test("what fails is begun again after a pause, what is refused waits for somebody to ask again", async () => {
  const { id } = await ask("factory.resync");
  await work(doing(() => Promise.reject(new Error("no luck"))));
  expect(await getJob(tenancy.central, id)).toMatchObject({ state: "QUEUED", attempts: 1, error: "no luck" });
  await work(doing(() => Promise.reject(new Error("not yet due"))));
  expect(await getJob(tenancy.central, id)).toMatchObject({ attempts: 1 });
  await makeDue();
  await work(doing(() => Promise.reject(new JobRefused("never"))));
  expect(await getJob(tenancy.central, id)).toMatchObject({ state: "FAILED", attempts: 2, error: "never" });

  const second = await ask("factory.resync");
  await expect(retryJob(tenancy.central, id)).rejects.toMatchObject({ failure: { code: "WRONG_STATE" } });
  await work();
  expect(await getJob(tenancy.central, second.id)).toMatchObject({ state: "DONE" });
  await retryJob(tenancy.central, id);
  await work();
  expect(await getJob(tenancy.central, id)).toMatchObject({ state: "DONE", error: null });
  await expect(retryJob(tenancy.central, id)).rejects.toMatchObject({ failure: { code: "WRONG_STATE" } });
});

test("one that a dead process held goes on at the step it had reached, and the dead one's writes are refused", async () => {
  const { id } = await ask("factory.resync");
  const dead = await claimJob(tenancy.central);
  if (dead === undefined) throw new Error("There was nothing to claim.");
  await holdJob(tenancy.central, dead, { step: "half", memo: { found: 3 } });
  expect(await claimJob(tenancy.central)).toBeUndefined();
  await makeDue();
  let met: unknown;
  await work(
    doing(async ({ reach }, { step, memo }) => {
      met = { step, memo };
      await expect(completeJob(tenancy.central, dead, {})).rejects.toThrow(JobLost);
      await reach("whole");
      return { ok: true };
    }),
  );
  expect(met).toEqual({ step: "half", memo: { found: 3 } });
  await expect(holdJob(tenancy.central, dead)).rejects.toThrow(JobLost);
  expect(await getJob(tenancy.central, id)).toMatchObject({ state: "DONE", step: "whole", attempts: 2 });
});

test("a password and the keys are changed on demand, and the factory opens afterwards", async () => {
  const password = await ask("factory.rotatePassword");
  const keys = await ask("keys.rotate");
  await work();
  await work();
  expect(await getJob(tenancy.central, password.id)).toMatchObject({ state: "DONE", result: { version: 2 } });
  expect(await getJob(tenancy.central, keys.id)).toMatchObject({ state: "DONE", result: { factories: 1, secrets: 0 } });
  expect(await tenancy.resyncFactory(factoryId)).toMatchObject({ userCount: 1 });
});

test("ten who look at once take it once", async () => {
  await ask("factory.resync");
  const taken = await Promise.all(Array.from({ length: 10 }, () => claimJob(tenancy.central)));
  expect(taken.filter((job) => job !== undefined)).toHaveLength(1);
});
