import { createTestService, type TestFactory, type TestService } from "@storehouse/testing";
import { createUnit, createWebhook, type TenantContext, updateWebhook } from "@storehouse/services";
import { createWebhookVault, markOutbox, parseKeys } from "@storehouse/tenancy";
import { permissionsOf } from "@storehouse/domain";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { v7 } from "uuid";
import type { Job } from "../job.ts";
import { openSender } from "../webhook/open-sender.ts";
import { type Receiver, startReceiver } from "../webhook/receiver.fixture.ts";
import { deliverWebhooksBy } from "./deliver-webhooks.ts";
import { markOutboxes } from "./mark-outboxes.ts";

let service: TestService;
let factories: readonly TestFactory[];
let receiver: Receiver;

beforeAll(async () => {
  service = await createTestService("no password");
  factories = [await service.factory("one"), await service.factory("two"), await service.factory("three")];
});
afterAll(() => service.drop());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.close();
  for (const { db } of factories) await turnAllOff(db);
});

const keys = () => parseKeys(service.installation.keys);
const context = () => ({
  tenancy: service.tenancy,
  provisioner: service.installation.provisioner,
  log: pino({ level: "silent" }),
  onFailure: () => undefined,
});
const run = (job: Job) => job.run(context());
const limits = { totalMs: 600, readBytes: 64 * 1024, keptCharacters: 100 };
const job = () => deliverWebhooksBy(openSender({ keys: keys(), reach: { isLoopbackAllowed: true }, limits }));

const turnAllOff = (db: TestFactory["db"]) =>
  db.source.prepared("update webhook_endpoints set is_active = 0, removed_at = utc_timestamp(3)", []);

/** A factory that its master acts in, and that says so when something is to be sent. */
function actor({ db, record, userIds }: TestFactory): TenantContext {
  return {
    db,
    actor: {
      kind: "user",
      id: userIds.master,
      name: "The master",
      permissions: permissionsOf("master"),
      places: null,
      address: "127.0.0.1",
      device: "test",
    },
    now: () => new Date(),
    allowance: null,
    onQueued: (kind) => void marks.push(markOutbox(service.tenancy.central, kind, record.id, new Date())),
  };
}
const marks: Promise<void>[] = [];

async function hook(factory: TestFactory, url = receiver.url): Promise<string> {
  const vault = createWebhookVault(keys(), factory.record.id);
  const ports = { newWebhookSecret: vault.newSecret, webhookReach: { isLoopbackAllowed: true } };
  const input = { id: v7(), url, description: null, events: ["unit.created" as const] };
  return (await createWebhook(actor(factory), ports, input)).secret ?? "";
}

async function happen(factory: TestFactory, count = 1): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const unit = { id: v7(), code: v7().slice(-10), name: "Crate", dimension: "count" as const, decimals: 0 };
    await createUnit(actor(factory), unit);
  }
  await Promise.all(marks.splice(0));
}

const [one, two, three] = [0, 1, 2].map((n) => () => {
  const factory = factories[n];
  if (factory === undefined) throw new Error("no such factory");
  return factory;
}) as [() => TestFactory, () => TestFactory, () => TestFactory];

test("what happens in a factory reaches its receiver, signed with its own secret, and nobody else's", async () => {
  const secret = await hook(one());
  const other = await startReceiver();
  await hook(two(), other.url);
  await happen(one(), 3);
  expect(await run(job())).toMatchObject({ delivered: 3, failed: 0 });
  expect(other.received).toEqual([]);
  for (const { body, headers } of receiver.received) new Webhook(secret).verify(body, headers);
  await other.close();
});

test("only factories that have something to send are opened; one whose mark was lost is found by the look at all", async () => {
  await hook(one());
  await happen(one());
  await service.tenancy.central.source.prepared("delete from outbox_marks", []);
  const asked = service.tenancy.stats();
  expect(await run(job())).toMatchObject({ delivered: 0 });
  const later = service.tenancy.stats();
  expect(later.hits + later.misses).toBe(asked.hits + asked.misses);
  await run(markOutboxes);
  expect(await run(job())).toMatchObject({ delivered: 1 });
  expect(
    await service.tenancy.central.source.prepared("select * from outbox_marks where kind = 'webhook'", []),
  ).toEqual([]);
});

test("two workers at once send each event once", async () => {
  await hook(one());
  await happen(one(), 40);
  const results = await Promise.all([run(job()), run(job()), run(job())]);
  expect(results.reduce((sum, { delivered = 0 }) => sum + delivered, 0)).toBe(40);
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(40);
  expect(ids).toHaveLength(40);
});

test("a factory with much to send and a receiver that hangs does not keep another waiting", async () => {
  receiver.behave(() => undefined);
  await hook(one());
  await hook(two());
  await happen(one(), 30);
  await happen(two(), 30);
  const quick = await startReceiver();
  await hook(three(), quick.url);
  await happen(three(), 5);
  const startedAt = performance.now();
  const running = run(job());
  while (quick.received.length < 5 && performance.now() - startedAt < 5_000) await sleep(10);
  expect(quick.received).toHaveLength(5);
  // Before the hanging ones were given up for now.
  expect(performance.now() - startedAt).toBeLessThan(2_500);
  await running;
  await quick.close();
});

test("a receiver that was down and is up again gets everything, each event under the id it had", async () => {
  const { url, port } = receiver;
  await hook(one(), url);
  await receiver.close();
  await happen(one(), 4);
  expect(await run(job())).toMatchObject({ delivered: 0, failed: 1 });
  expect(await run(job())).toMatchObject({ delivered: 0, failed: 0 });
  receiver = await startReceiver(port);
  // As if the pause were over.
  await one().db.source.prepared("update webhook_endpoints set retry_at = null", []);
  await one().db.source.prepared("update webhook_deliveries set due_at = utc_timestamp(3)", []);
  await run(markOutboxes);
  expect(await run(job())).toMatchObject({ delivered: 4 });
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(4);
});

test("a factory that is suspended is told nothing, and the others go on", async () => {
  await hook(one());
  await hook(two());
  await happen(one());
  await happen(two());
  const { installation, tenancy } = service;
  const set = (state: string) =>
    installation.admin.run(`update ${installation.centralName}.factories set state = '${state}' where db_name = ?`, [
      one().record.dbName,
    ]);
  await set("SUSPENDED");
  tenancy.closeFactory(one().record.id);
  expect(await run(job())).toMatchObject({ delivered: 1 });
  await set("READY");
  tenancy.closeFactory(one().record.id);
});

test("an endpoint that somebody changes meanwhile is told at its new address", async () => {
  const secret = await hook(one(), "http://127.0.0.1:1/gone");
  const [row] = await one().db.source.prepared<{ id: Buffer }>(
    "select id from webhook_endpoints where is_active = 1",
    [],
  );
  await happen(one());
  expect(await run(job())).toMatchObject({ delivered: 0, failed: 1 });
  const ports = {
    newWebhookSecret: createWebhookVault(keys(), one().record.id).newSecret,
    webhookReach: { isLoopbackAllowed: true },
  };
  const hex = row?.id.toString("hex") ?? "";
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const content = { url: receiver.url, description: null, events: ["unit.created" as const], isActive: true };
  await updateWebhook(actor(one()), ports, { ...content, id, version: 1 });
  await one().db.source.prepared("update webhook_deliveries set due_at = utc_timestamp(3)", []);
  await Promise.all(marks.splice(0));
  expect(await run(job())).toMatchObject({ delivered: 1 });
  const [got] = receiver.received;
  new Webhook(secret).verify(got?.body ?? "", got?.headers ?? {});
});
