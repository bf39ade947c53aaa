import { eq } from "@storehouse/db";
import {
  notificationPreferences,
  notifications,
  outboxEmails,
  roles,
  users,
  webhookAttempts,
  webhookDeliveries,
  webhookEvents,
} from "@storehouse/db/tenant";
import { WEBHOOK_ATTEMPTS_MAX } from "@storehouse/domain";
import { createTestTenant, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { listNotifications, setPreference } from "../notification/index.ts";
import { createUnit } from "../unit/create-unit.ts";
import { deliverWebhooks } from "./deliver-webhooks.ts";
import { listWebhooks } from "./list-webhooks.ts";
import { nextWebhookDue } from "./next-webhook-due.ts";
import { tidyWebhooks } from "./tidy-webhooks.ts";
import { updateWebhook } from "./update-webhook.ts";
import { createClock, broken, collector, down, hook, ports, URL_OK } from "./webhook.fixture.ts";

/** A factory at a time that the test moves on. */
async function atTime(connections?: number) {
  const clock = createClock();
  const tenant = await createTestTenant({ now: clock.now, ...(connections && { connections }) });
  return { tenant, ...clock };
}

let codes = 0;
async function happen(tenant: TestTenant, count = 1): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const unit = { id: v7(), code: `u${(codes += 1)}`, name: "Crate", dimension: "count" as const, decimals: 0 };
    await createUnit(tenant.ctx(), unit);
  }
}
const stored = (tenant: TestTenant) =>
  tenant.db.select().from(webhookDeliveries).orderBy(webhookDeliveries.createdAt, webhookDeliveries.id);

test("what happened is sent once, in order, and the log says how it went", async () => {
  const { tenant, soon } = await atTime();
  await using _ = tenant;
  await hook(tenant, ["unit.created"]);
  await happen(tenant, 25);
  const { sent, send } = collector();
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ delivered: 25, failed: 0 });
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ delivered: 0 });
  const names = sent.map(({ body }) => JSON.stringify(body["data"]).match(/"code":"u(\d+)"/)?.[1]);
  expect(names.map(Number)).toEqual(names.map(Number).toSorted((a, b) => a - b));
  expect(await stored(tenant)).toHaveLength(25);
  expect((await stored(tenant))[0]).toMatchObject({ state: "DELIVERED", attempts: 1, lastStatus: 200 });
  expect(await tenant.db.select().from(webhookAttempts)).toHaveLength(25);
  expect(await nextWebhookDue(tenant.ctx())).toBeUndefined();
});

test("what the receiver fails at is tried ever more rarely, then given up; the others go on", async () => {
  const { tenant, wait, soon } = await atTime();
  await using _ = tenant;
  await hook(tenant, ["unit.created"]);
  await happen(tenant, 2);
  const { sent, send } = collector((n) => (n === 2 ? { ...broken, status: 200 } : broken));
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ delivered: 1, failed: 1 });
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ delivered: 0, failed: 0 });
  let dead = 0;
  for (let run = 1; run < WEBHOOK_ATTEMPTS_MAX; run += 1) {
    wait(7 * 60 + 13);
    dead += (await deliverWebhooks(tenant.ctx(), send, soon())).dead;
  }
  expect(dead).toBe(1);
  expect((await stored(tenant)).map(({ state, attempts }) => [state, attempts])).toEqual([
    ["DEAD", WEBHOOK_ATTEMPTS_MAX],
    ["DELIVERED", 1],
  ]);
  expect(new Set(sent.map(({ eventId }) => eventId)).size).toBe(2);
});

test("a receiver that is down is asked once, then left alone; when it is up again, everything comes", async () => {
  const { tenant, wait, soon } = await atTime();
  await using _ = tenant;
  await hook(tenant, ["unit.created"]);
  await happen(tenant, 5);
  let isUp = false;
  const { sent, send } = collector(() => (isUp ? { ...broken, status: 204 } : down));
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ failed: 1, delivered: 0 });
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ failed: 0, delivered: 0 });
  expect((await nextWebhookDue(tenant.ctx()))?.getTime()).toBeGreaterThan(tenant.ctx().now().getTime());
  isUp = true;
  wait(2);
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ delivered: 5 });
  expect(sent).toHaveLength(6);
  const [row] = (await listWebhooks(tenant.ctx(), { limit: 5 })).rows;
  expect(row).toMatchObject({ failures: 0, failingSince: null, waiting: 0 });
});

test("killed between sending and noting it, the same message is sent again later, not at once", async () => {
  const { tenant, wait, soon } = await atTime();
  await using _ = tenant;
  await hook(tenant, ["unit.created"]);
  await happen(tenant);
  const { sent, send } = collector();
  const killed = deliverWebhooks(
    tenant.ctx(),
    async (due) => {
      await send(due);
      throw new Error("killed");
    },
    soon(),
  );
  await expect(killed).rejects.toThrow("killed");
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ delivered: 0 });
  wait(6);
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ delivered: 1 });
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ eventId }) => eventId)).size).toBe(1);
});

test("two workers at once send each message once", async () => {
  const { tenant, soon } = await atTime(8);
  await using _ = tenant;
  await hook(tenant, ["unit.created"]);
  await hook(tenant, ["unit.created"], "https://other.example.com/");
  await happen(tenant, 30);
  const { sent, send } = collector();
  const one = () => deliverWebhooks(tenant.ctx(), send, soon());
  await Promise.all([one(), one(), one()]);
  await one();
  expect(sent).toHaveLength(60);
  expect(new Set(sent.map(({ eventId, url }) => `${eventId} ${url}`)).size).toBe(60);
});

test("one endpoint that hangs does not hold up another", async () => {
  const { tenant, soon } = await atTime(8);
  await using _ = tenant;
  await hook(tenant, ["unit.created"]);
  await hook(tenant, ["unit.created"], "https://quick.example.com/");
  await happen(tenant, 12);
  const { promise: hangs, resolve: answer } = Promise.withResolvers<void>();
  let quick = 0;
  await deliverWebhooks(
    tenant.ctx(),
    async ({ endpoint }) => {
      if (endpoint.url === URL_OK) {
        await hangs;
        return down;
      }
      quick += 1;
      if (quick === 12) answer();
      return { ...broken, status: 200 };
    },
    soon(),
  );
  expect(quick).toBe(12);
});

test("after a turn is over the rest waits, free to be taken", async () => {
  const { tenant, wait, soon } = await atTime();
  await using _ = tenant;
  await hook(tenant, ["unit.created"]);
  await happen(tenant, 5);
  const until = soon();
  const { send } = collector(() => {
    wait(2);
    return { ...broken, status: 200 };
  });
  expect(await deliverWebhooks(tenant.ctx(), send, until)).toMatchObject({ delivered: 1 });
  expect(await deliverWebhooks(tenant.ctx(), collector().send, soon())).toMatchObject({ delivered: 4 });
});

test("an endpoint that fails for a day and twenty times is turned off, its masters are written to; turned on, it gets what waited", async () => {
  const { tenant, wait, soon } = await atTime();
  await using _ = tenant;
  await tenant.db.update(users).set({ email: "m@x.example" }).where(eq(users.role, "master"));
  const id = await hook(tenant, ["unit.created"]);
  let disabled = 0;
  const { send } = collector(() => broken);
  for (let run = 0; run < 40 && disabled === 0; run += 1) {
    await happen(tenant);
    wait(90);
    disabled += (await deliverWebhooks(tenant.ctx(), send, soon())).disabled;
  }
  expect(disabled).toBe(1);
  const [row] = (await listWebhooks(tenant.ctx(), { limit: 5 })).rows;
  expect(row).toMatchObject({ isActive: false, disabledAt: expect.any(String) });
  expect(await tenant.db.select().from(outboxEmails)).toMatchObject([
    { toAddress: "m@x.example", subject: "Webhook turned off: shop.example.com" },
  ]);
  const [told, ...others] = (await listNotifications(tenant.ctx(), { limit: 9 })).rows;
  expect(others).toEqual([]);
  expect(told).toMatchObject({ kind: "WEBHOOK_OFF", isRead: false, webhook: { id, host: "shop.example.com" } });
  expect(await tenant.db.select().from(notifications)).toHaveLength(1);
  await happen(tenant);
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ failed: 0, delivered: 0 });
  const content = { url: URL_OK, description: null, events: ["unit.created" as const], isActive: true };
  await updateWebhook(tenant.ctx(), ports, { ...content, id, version: row?.version ?? 0 });
  wait(7 * 60 + 13);
  expect((await deliverWebhooks(tenant.ctx(), collector().send, soon())).delivered).toBeGreaterThan(0);
});

test("that a webhook is off is told to all who may turn it on, as each wants to hear of it and in their language", async () => {
  const { tenant, soon } = await atTime();
  await using _ = tenant;
  await tenant.db.update(users).set({ email: "x@x.example" });
  const roleId = v7();
  const at = { createdAt: new Date(), updatedAt: new Date() };
  await tenant.db.insert(roles).values({ id: roleId, name: "Programmer", permissions: ["webhooks.update"], ...at });
  const { master, employee } = tenant.userIds;
  await tenant.db.update(users).set({ role: "own", roleId, language: "hi" }).where(eq(users.id, employee));
  await setPreference(tenant.ctx(), { kind: "WEBHOOK_OFF", inApp: false, email: "never" });
  await hook(tenant, ["unit.created"]);
  await happen(tenant);
  const gone = collector(() => ({ ...broken, status: 410 })).send;
  expect(await deliverWebhooks(tenant.ctx(), gone, soon())).toMatchObject({ disabled: 1 });
  const told = () => tenant.db.select().from(notifications);
  expect(await told()).toMatchObject([{ userId: employee, kind: "WEBHOOK_OFF" }]);
  expect(await tenant.db.select().from(outboxEmails)).toEqual([]);

  await tenant.db.insert(notificationPreferences).values({ userId: employee, kind: "WEBHOOK_OFF", inApp: 0, email: 1 });
  await hook(tenant, ["unit.created"]);
  await happen(tenant);
  await deliverWebhooks(tenant.ctx(), gone, soon());
  expect((await told()).filter(({ userId }) => userId === master)).toEqual([]);
  expect(await told()).toHaveLength(1);
  expect(await tenant.db.select().from(outboxEmails)).toMatchObject([
    { subject: "वेबहुक बंद किया गया: shop.example.com", path: "/programs?tab=webhooks" },
  ]);
});

test("a receiver that says it is gone is told nothing more", async () => {
  const { tenant, soon } = await atTime();
  await using _ = tenant;
  await hook(tenant, ["unit.created"]);
  await happen(tenant, 3);
  const { sent, send } = collector(() => ({ ...broken, status: 410 }));
  expect(await deliverWebhooks(tenant.ctx(), send, soon())).toMatchObject({ disabled: 1 });
  expect(sent).toHaveLength(1);
});

test("after a month all of it goes, attempts and events too", async () => {
  const { tenant, wait, soon } = await atTime();
  await using _ = tenant;
  await hook(tenant, ["unit.created"]);
  await happen(tenant, 2);
  await deliverWebhooks(tenant.ctx(), collector().send, soon());
  wait(29 * 24 * 60);
  expect(await tidyWebhooks(tenant.ctx())).toEqual({ removed: 0 });
  await happen(tenant);
  wait(2 * 24 * 60);
  expect(await tidyWebhooks(tenant.ctx())).toEqual({ removed: 4 });
  expect(await tenant.db.select().from(webhookAttempts)).toEqual([]);
  expect(await tenant.db.select().from(webhookEvents)).toHaveLength(1);
});
