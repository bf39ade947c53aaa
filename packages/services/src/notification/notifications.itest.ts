import { createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { postEntries } from "../inventory/index.ts";
import {
  countNotifications,
  listNotifications,
  listPreferences,
  markAllNotifications,
  markNotification,
  setPreference,
} from "./index.ts";

async function raise(tenant: TestTenant, count = 1) {
  const all = [];
  for (let n = 0; n < count; n += 1) {
    const made = await tenant.product({ code: `P-${v7()}`, name: "Rod", onHand: 9, minimumStock: "5" });
    await move(tenant, made, "manual_out", "4");
    all.push(made);
  }
  return all;
}

const move = (
  tenant: TestTenant,
  { variantId, locationId }: { variantId: string; locationId: string },
  type: "manual_in" | "manual_out",
  quantity: string,
) =>
  postEntries(tenant.ctx(), {
    clientId: v7(),
    type,
    reference: null,
    note: null,
    lines: [{ variantId, locationId, quantity }],
  });

const list = async (tenant: TestTenant, role: "master" | "employee" = "master") =>
  (await listNotifications(tenant.ctx(role), { limit: 50 })).rows;

test("a notification says what it is about, and counts as unread until it is read", async () => {
  await using tenant = await createTestTenant();
  await raise(tenant);
  const [first] = await list(tenant);
  expect(first).toMatchObject({
    kind: "LOW",
    count: 1,
    isRead: false,
    alert: { state: "ACTIVE", productName: "Rod", onHand: "5", limit: "5", unit: "pcs", locationName: null },
  });
  expect(await countNotifications(tenant.ctx())).toEqual({ unread: 1, activeAlerts: 1 });
  const id = first?.id ?? "";
  await markNotification(tenant.ctx(), { id, isRead: true });
  await markNotification(tenant.ctx(), { id, isRead: true });
  expect(await countNotifications(tenant.ctx())).toEqual({ unread: 0, activeAlerts: 1 });
  await markNotification(tenant.ctx(), { id, isRead: false });
  expect((await listNotifications(tenant.ctx(), { limit: 5, isUnread: true })).rows).toHaveLength(1);
});

test("another person's is not there", async () => {
  await using tenant = await createTestTenant();
  await raise(tenant);
  const [first] = await list(tenant);
  expect(await list(tenant, "employee")).toEqual([]);
  const outcome = await markNotification(tenant.ctx("employee"), { id: first?.id ?? "", isRead: true }).catch(
    (error: unknown) => error,
  );
  expect(isRefused("NOT_FOUND")(outcome)).toBe(true);
});

test("what has ended needs no reading", async () => {
  await using tenant = await createTestTenant();
  const [made] = await raise(tenant);
  if (made !== undefined) await move(tenant, made, "manual_in", "20");
  expect(await list(tenant)).toMatchObject([{ isRead: true, alert: { state: "RESOLVED" } }]);
});

test("marking all leaves what came since", async () => {
  let now = new Date("2026-03-01T00:00:00Z");
  await using tenant = await createTestTenant({ now: () => now });
  await raise(tenant, 2);
  const before = now.toISOString();
  now = new Date("2026-03-01T00:00:01Z");
  await raise(tenant);
  await markAllNotifications(tenant.ctx(), { before });
  expect((await list(tenant)).map(({ isRead }) => isRead)).toEqual([false, true, true]);
});

test("the list pages without losing or repeating one of the same moment", async () => {
  const now = new Date("2026-03-01T00:00:00Z");
  await using tenant = await createTestTenant({ now: () => now });
  await raise(tenant, 5);
  const met: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listNotifications(tenant.ctx(), { limit: 2, ...(after && { after }) });
    met.push(...page.rows.map(({ id }) => id));
    after = page.next;
    if (after === undefined) break;
  }
  expect(new Set(met).size).toBe(5);
  expect(met).toHaveLength(5);
});

test("masters hear in the app until they say otherwise; others once they ask", async () => {
  await using tenant = await createTestTenant();
  expect((await listPreferences(tenant.ctx())).kinds).toContainEqual({ kind: "LOW", inApp: true, email: "never" });
  expect((await listPreferences(tenant.ctx("employee"))).kinds).toContainEqual({
    kind: "LOW",
    inApp: false,
    email: "never",
  });
  await setPreference(tenant.ctx(), { kind: "LOW", inApp: false, email: "never" });
  await setPreference(tenant.ctx("employee"), { kind: "LOW", inApp: true, email: "never" });
  await setPreference(tenant.ctx("employee"), { kind: "LOW", inApp: true, email: "never" });
  await raise(tenant);
  expect(await list(tenant)).toEqual([]);
  expect(await list(tenant, "employee")).toHaveLength(1);
});
