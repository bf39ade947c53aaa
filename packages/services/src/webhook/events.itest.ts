import { and, eq } from "@storehouse/db";
import { outboxEmails, webhookDeliveries, webhookEvents } from "@storehouse/db/tenant";
import { WEBHOOK_EVENTS } from "@storehouse/domain";
import { createTestTenant, isRefused, patiently, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { setThreshold } from "../alert/set-threshold.ts";
import { atomically } from "../context.ts";
import { correctEntry } from "../inventory/correct-entry.ts";
import { postEntries } from "../inventory/post-entries.ts";
import { reverse } from "../inventory/reverse.ts";
import { createSupplier } from "../supplier/create-supplier.ts";
import { updateSupplier } from "../supplier/update-supplier.ts";
import { createUser } from "../user/create-user.ts";
import { createClock, hook } from "./webhook.fixture.ts";
import { ITEMS_MAX, tell } from "./write-events.ts";

/** A factory at a time that the test moves on. */
async function atTime(connections?: number) {
  const clock = createClock();
  const tenant = await createTestTenant({ now: clock.now, ...(connections && { connections }) });
  return { tenant, ...clock };
}

type Body = { type: string; version: number; actor: object; data: Record<string, unknown> };

async function told(tenant: TestTenant): Promise<Body[]> {
  const rows = await tenant.db.select({ body: webhookEvents.body }).from(webhookEvents).orderBy(webhookEvents.id);
  return rows.map(({ body }) => JSON.parse(body) as Body);
}

const supplier = { contact: null, phone: null, email: null, address: null, taxNumber: null };

test("a booking is told with its entries, what undoes and corrects it as that, and only to who hears of it", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  const bolt = await tenant.product({ onHand: "20" });
  const id = await hook(tenant, ["entry.posted", "entry.reversed", "entry.corrected"]);
  await hook(tenant, ["unit.created"]);
  const line = { variantId: bolt.variantId, locationId: bolt.locationId, quantity: "3" };
  const entry = { clientId: v7(), type: "sale" as const, reference: "SO 7", note: null, lines: [line] };
  const posted = await postEntries(tenant.ctx(), entry);
  await postEntries(tenant.ctx(), entry);
  await correctEntry(tenant.ctx(), {
    clientId: v7(),
    entryId: posted.entries[0]?.entryId ?? "",
    reason: "miscounted",
    reference: null,
    note: null,
    lines: [{ ...line, quantity: "4" }],
  });
  const other = await postEntries(tenant.ctx(), { ...entry, clientId: v7() });
  await reverse(tenant.ctx(), { clientId: v7(), postingId: other.postingId, reason: "wrong" });
  const events = await told(tenant);
  expect(events.map(({ type }) => type)).toEqual(["entry.posted", "entry.corrected", "entry.posted", "entry.reversed"]);
  expect(events[0]).toMatchObject({
    version: 1,
    actor: { kind: "user", id: tenant.userIds.master, name: "The master" },
    data: {
      postingId: posted.postingId,
      kind: "sale",
      reference: "SO 7",
      entries: [{ id: posted.entries[0]?.entryId, type: "sale", quantity: "-3", balance: "17", sku: bolt.code }],
      count: 1,
      isCut: false,
    },
  });
  const deliveries = await tenant.db.select().from(webhookDeliveries);
  expect(new Set(deliveries.map(({ endpointId }) => endpointId))).toEqual(new Set([id]));
});

test("what is refused or undone is told to nobody", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  const bolt = await tenant.product({ onHand: "1" });
  await hook(tenant, WEBHOOK_EVENTS);
  const lines = [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "2" }];
  const entry = { clientId: v7(), type: "sale" as const, reference: null, note: null, lines };
  await expect(postEntries(tenant.ctx(), entry)).rejects.toThrow("INSUFFICIENT_STOCK");
  const half = atomically(tenant.ctx(), async (tx) => {
    await tell(tx, { event: "unit.created", head: {}, list: "records", items: [{}], count: 1 });
    throw new Error("half-way");
  });
  await expect(half).rejects.toThrow("half-way");
  expect(await told(tenant)).toEqual([]);
});

test("21 at once of 20 pieces: twenty are told, each once", async () => {
  const { tenant } = await atTime(8);
  await using _ = tenant;
  const bolt = await tenant.product({ onHand: "20" });
  await hook(tenant, ["entry.posted"]);
  const lines = [{ variantId: bolt.variantId, locationId: bolt.locationId, quantity: "1" }];
  const results = await times(21, () => {
    const entry = { clientId: v7(), type: "sale" as const, reference: null, note: null, lines };
    return patiently(() => postEntries(tenant.ctx(), entry));
  });
  expect(results.filter(isRefused("INSUFFICIENT_STOCK"))).toHaveLength(1);
  const postings = (await told(tenant)).map(({ data }) => data["postingId"]);
  expect(new Set(postings).size).toBe(20);
  expect(postings).toHaveLength(20);
});

test("records are told with what changed; people, and whoever hears of nothing, are not", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  await hook(tenant, WEBHOOK_EVENTS);
  const id = v7();
  await createSupplier(tenant.ctx(), { ...supplier, id, name: "Mehta" });
  await updateSupplier(tenant.ctx(), { ...supplier, id, version: 1, name: "Mehta & Sons" });
  await updateSupplier(tenant.ctx(), { ...supplier, id, version: 1, name: "Mehta & Sons" });
  const accounts = {
    hashPassword: async () => "hash-canary",
    assertUsable: () => undefined,
    peopleChanged: async () => undefined,
  };
  await createUser(tenant.ctx(), accounts as never, {
    id: v7(),
    username: "x",
    name: "X",
    email: null,
    role: "employee",
    locationIds: [],
    password: "password-canary",
  });
  const events = await told(tenant);
  expect(events.map(({ type, data }) => [type, data["records"]])).toEqual([
    ["supplier.created", [expect.objectContaining({ id, kind: "supplier", before: null })]],
    ["supplier.changed", [expect.objectContaining({ id, before: { name: "Mehta" }, after: { name: "Mehta & Sons" } })]],
  ]);
  expect(JSON.stringify(events)).not.toContain("canary");
});

test("an alert is told when it is raised and when it has ended", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  const bolt = await tenant.product({ onHand: "5" });
  await hook(tenant, ["alert.raised", "alert.resolved"]);
  const limit = { variantId: bolt.variantId, locationId: null };
  await setThreshold(tenant.ctx(), { ...limit, minimum: "10" });
  await setThreshold(tenant.ctx(), { ...limit, minimum: "1" });
  expect((await told(tenant)).map(({ type, data }) => [type, data["alerts"]])).toEqual([
    ["alert.raised", [expect.objectContaining({ kind: "LOW", onHand: "5", limit: "10", variantId: bolt.variantId })]],
    ["alert.resolved", [expect.objectContaining({ kind: "LOW" })]],
  ]);
});

test("a change of many records is one event that tells of the first and counts all", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  await hook(tenant, ["product.created"]);
  await atomically(tenant.ctx(), (tx) =>
    tell(
      tx,
      ...Array.from({ length: ITEMS_MAX + 50 }, (_one, n) => ({
        event: "product.created" as const,
        head: {},
        list: "records" as const,
        items: [{ n }],
        count: 1,
      })),
    ),
  );
  const [event, ...others] = await told(tenant);
  expect(others).toEqual([]);
  expect(event?.data).toMatchObject({ count: ITEMS_MAX + 50, isCut: true });
  expect(event?.data["records"]).toHaveLength(ITEMS_MAX);
});

test("whoever sends is told after the commit, and of nothing where nobody listens", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  const queued: string[] = [];
  const ctx = { ...tenant.ctx(), onQueued: (kind: string) => void queued.push(kind) };
  await createSupplier(ctx, { ...supplier, id: v7(), name: "A" });
  expect(queued).toEqual([]);
  await hook(tenant, ["supplier.created"]);
  await createSupplier(ctx, { ...supplier, id: v7(), name: "B" });
  expect(queued).toEqual(["webhook"]);
  expect(await tenant.db.select().from(outboxEmails)).toEqual([]);
  const first = and(eq(webhookDeliveries.state, "PENDING"), eq(webhookDeliveries.attempts, 0));
  expect(await tenant.db.select().from(webhookDeliveries).where(first)).toHaveLength(1);
});
