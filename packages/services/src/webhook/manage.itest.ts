import { count, eq } from "@storehouse/db";
import { auditLog, webhookDeliveries, webhookEndpoints } from "@storehouse/db/tenant";
import { WEBHOOKS_MAX } from "@storehouse/domain";
import { createTestTenant, patiently, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { createUnit } from "../unit/create-unit.ts";
import { createWebhook } from "./create-webhook.ts";
import { deliverWebhooks } from "./deliver-webhooks.ts";
import { getDelivery } from "./get-delivery.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { listWebhooks } from "./list-webhooks.ts";
import { removeWebhook } from "./remove-webhook.ts";
import { replayDelivery, replaySince } from "./replay-deliveries.ts";
import { rotateWebhook } from "./rotate-webhook.ts";
import { testWebhook } from "./test-webhook.ts";
import { updateWebhook } from "./update-webhook.ts";
import { createClock, broken, collector, down, hook, ports, URL_OK } from "./webhook.fixture.ts";

/** A factory at a time that the test moves on. */
async function atTime(connections?: number) {
  const clock = createClock();
  const tenant = await createTestTenant({ now: clock.now, ...(connections && { connections }) });
  return { tenant, ...clock };
}

const content = { url: URL_OK, description: "Shop", events: ["unit.created" as const] };
const unit = (code: string) => ({ id: v7(), code, name: "Crate", dimension: "count" as const, decimals: 0 });

test("an endpoint is made once, its secret is told once and kept locked, and the log holds neither it nor the address's rest", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  const input = { ...content, id: v7() };
  const made = await createWebhook(tenant.ctx(), ports, input);
  expect(made).toEqual({ id: input.id, secret: expect.stringMatching(/^whsec_/) });
  expect(await createWebhook(tenant.ctx(), ports, input)).toEqual({ id: input.id, secret: null });
  await expect(createWebhook(tenant.ctx(), ports, { ...input, description: "Other" })).rejects.toThrow("KEY_REUSED");
  expect(await tenant.db.select().from(webhookEndpoints)).toMatchObject([
    { secret: `locked ${input.id} ${made.secret}` },
  ]);
  const list = await listWebhooks(tenant.ctx(), { limit: 5 });
  expect(list.rows).toMatchObject([{ ...content, version: 1, isActive: true, waiting: 0, madeBy: "The master" }]);
  expect(JSON.stringify(list)).not.toContain("whsec_");
  const audit = JSON.stringify(await tenant.db.select().from(auditLog));
  expect(audit).toContain("shop.example.com");
  expect(audit).not.toMatch(/whsec_|canary/);
});

test("only a master manages them, and nobody who is limited to places", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  const place = await tenant.location();
  const contexts = [tenant.ctx("manager"), tenant.ctx("employee"), tenant.ctx("viewer"), tenant.ctx("master", [place])];
  const id = v7();
  for (const ctx of contexts) {
    const calls: (() => Promise<unknown>)[] = [
      async () => createWebhook(ctx, ports, { ...content, id }),
      async () => updateWebhook(ctx, ports, { ...content, id, version: 1, isActive: true }),
      async () => rotateWebhook(ctx, ports, { id, version: 1 }),
      async () => removeWebhook(ctx, { id }),
      async () => testWebhook(ctx, { id, deliveryId: v7() }),
      async () => listWebhooks(ctx, { limit: 5 }),
      async () => listDeliveries(ctx, { limit: 5 }),
      async () => getDelivery(ctx, { id }),
      async () => replayDelivery(ctx, { id, replayId: v7() }),
      async () => replaySince(ctx, { id, since: "2026-01-01T00:00:00Z", replayId: v7(), onlyFailed: false }),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow("NOT_ALLOWED");
  }
});

test("an address inside is refused at its field, and the twenty-first endpoint is one too many", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  await expect(
    createWebhook(tenant.ctx(), ports, { ...content, id: v7(), url: "https://10.0.0.1/" }),
  ).rejects.toMatchObject({ failure: { code: "INVALID", field: "url", reason: "URL_NOT_PUBLIC" } });
  for (let n = 0; n < WEBHOOKS_MAX; n += 1) await hook(tenant, ["unit.created"]);
  await expect(hook(tenant, ["unit.created"])).rejects.toThrow("LIMIT_REACHED");
});

test("a change is made from the version it was made from; sent twice it is one", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  const id = await hook(tenant, ["unit.created"]);
  const change = { ...content, id, version: 1, isActive: true, url: "https://new.example.com/a" };
  expect(await updateWebhook(tenant.ctx(), ports, change)).toEqual({ version: 2 });
  expect(await updateWebhook(tenant.ctx(), ports, change)).toEqual({ version: 2 });
  await expect(updateWebhook(tenant.ctx(), ports, { ...change, description: "x" })).rejects.toThrow("STALE");
});

test("a new secret signs at once, the one before for a day besides; of two rotations at once one is stale", async () => {
  const { tenant, wait, soon } = await atTime(4);
  await using _ = tenant;
  const id = await hook(tenant, ["unit.created"]);
  const results = await times(2, () => patiently(() => rotateWebhook(tenant.ctx(), ports, { id, version: 1 })));
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const signing: number[] = [];
  const deliver = async () => {
    await createUnit(tenant.ctx(), unit(`u${signing.length}`));
    const send = collector().send;
    await deliverWebhooks(
      tenant.ctx(),
      (due) => {
        signing.push(due.endpoint.secrets.length);
        return send(due);
      },
      soon(),
    );
  };
  await deliver();
  wait(23 * 60);
  await deliver();
  wait(2 * 60);
  await deliver();
  expect(signing).toEqual([2, 2, 1]);
});

test("one that is taken away is told nothing more, and its secrets are gone", async () => {
  const { tenant, soon } = await atTime();
  await using _ = tenant;
  const id = await hook(tenant, ["unit.created"]);
  await createUnit(tenant.ctx(), unit("a"));
  await removeWebhook(tenant.ctx(), { id });
  await removeWebhook(tenant.ctx(), { id });
  await createUnit(tenant.ctx(), unit("b"));
  const { sent, send } = collector();
  await deliverWebhooks(tenant.ctx(), send, soon());
  expect(sent).toEqual([]);
  expect((await listWebhooks(tenant.ctx(), { limit: 5 })).rows).toEqual([]);
  expect(await tenant.db.select().from(webhookEndpoints)).toMatchObject([{ secret: "", formerSecret: null }]);
  await expect(removeWebhook(tenant.ctx(), { id: v7() })).rejects.toThrow("NOT_FOUND");
});

test("a trial goes out at once though the receiver was away, once for an id, and not to one that is off", async () => {
  const { tenant, soon } = await atTime(4);
  await using _ = tenant;
  const id = await hook(tenant, ["unit.created"]);
  await createUnit(tenant.ctx(), unit("a"));
  await deliverWebhooks(tenant.ctx(), collector(() => down).send, soon());
  const deliveryId = v7();
  await times(3, () => patiently(() => testWebhook(tenant.ctx(), { id, deliveryId })));
  const { sent, send } = collector();
  await deliverWebhooks(tenant.ctx(), send, soon());
  expect(sent.map(({ body }) => body["type"])).toEqual(["webhook.test"]);
  expect(await getDelivery(tenant.ctx(), { id: deliveryId })).toMatchObject({
    state: "DELIVERED",
    event: "webhook.test",
    tries: [{ number: 1, status: 200, answer: "ok" }],
  });
  await updateWebhook(tenant.ctx(), ports, { ...content, id, version: 1, isActive: false });
  await expect(testWebhook(tenant.ctx(), { id, deliveryId: v7() })).rejects.toThrow("WRONG_STATE");
});

test("the log is filtered and paged, and a delivery shows what was sent to the byte", async () => {
  const { tenant, soon, wait } = await atTime();
  await using _ = tenant;
  const id = await hook(tenant, ["unit.created"]);
  for (const code of ["a", "b", "c", "d", "e"]) {
    wait(1);
    await createUnit(tenant.ctx(), unit(code));
  }
  await deliverWebhooks(tenant.ctx(), collector((n) => (n === 3 ? broken : { ...broken, status: 200 })).send, soon());
  const pages: string[] = [];
  let after: string | undefined;
  do {
    const page = await listDeliveries(tenant.ctx(), { limit: 2, webhookId: id, ...(after ? { after } : {}) });
    pages.push(...page.rows.map((row) => row.id));
    after = page.next;
  } while (after !== undefined);
  expect(new Set(pages).size).toBe(5);
  const failed = await listDeliveries(tenant.ctx(), { limit: 5, state: "PENDING" });
  expect(failed.rows).toMatchObject([{ status: 500, attempts: 1, error: null, dueAt: expect.any(String) }]);
  const detail = await getDelivery(tenant.ctx(), { id: failed.rows[0]?.id ?? "" });
  expect(JSON.parse(detail.body)).toMatchObject({
    type: "unit.created",
    data: { records: [{ after: { code: "c" } }] },
  });
  expect((await listDeliveries(tenant.ctx(), { limit: 5, event: "entry.posted" })).rows).toEqual([]);
  expect((await listDeliveries(tenant.ctx(), { limit: 5, webhookId: v7() })).rows).toEqual([]);
});

test("a replay sends the same message again, once for an id however often it is asked for", async () => {
  const { tenant, soon, wait } = await atTime(4);
  await using _ = tenant;
  const id = await hook(tenant, ["unit.created"]);
  for (const code of ["a", "b", "c"]) await createUnit(tenant.ctx(), unit(code));
  const first = collector((n) => (n === 2 ? { ...broken, status: 410 } : { ...broken, status: 200 }));
  await deliverWebhooks(tenant.ctx(), first.send, soon());
  await updateWebhook(tenant.ctx(), ports, { ...content, description: null, id, version: 1, isActive: true });
  wait(2);
  await deliverWebhooks(tenant.ctx(), collector().send, soon());
  const total = async () => (await tenant.db.select({ n: count() }).from(webhookDeliveries))[0]?.n;
  const since = { id, since: "2026-01-01T00:00:00Z", onlyFailed: false, replayId: v7() };
  const results = await times(3, () => patiently(() => replaySince(tenant.ctx(), since)));
  expect(results.map((one) => one.status === "fulfilled" && one.value)).toEqual(
    Array.from({ length: 3 }, () => ({ queued: 3, isCut: false })),
  );
  expect(await total()).toBe(6);
  const again = collector();
  await deliverWebhooks(tenant.ctx(), again.send, soon());
  expect(new Set(again.sent.map(({ eventId }) => eventId)).size).toBe(3);
  expect(again.sent.map(({ eventId }) => eventId)).toContain(first.sent[0]?.eventId);

  const [row] = (await listDeliveries(tenant.ctx(), { limit: 1 })).rows;
  const replay = { id: row?.id ?? "", replayId: v7() };
  expect(await replayDelivery(tenant.ctx(), replay)).toEqual({ queued: 1, isCut: false });
  expect(await replayDelivery(tenant.ctx(), replay)).toEqual({ queued: 1, isCut: false });
  expect(await total()).toBe(7);
  // What it took is left out where only what failed is wanted.
  await deliverWebhooks(tenant.ctx(), collector().send, soon());
  expect(await replaySince(tenant.ctx(), { ...since, onlyFailed: true, replayId: v7() })).toEqual({
    queued: 0,
    isCut: false,
  });
  const isOff = eq(webhookEndpoints.id, id);
  await tenant.db.update(webhookEndpoints).set({ isActive: false }).where(isOff);
  await expect(replayDelivery(tenant.ctx(), { ...replay, replayId: v7() })).rejects.toThrow("WRONG_STATE");
});
