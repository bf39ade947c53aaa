import { eq, inArray } from "@storehouse/db";
import { alerts, auditLog, notifications, outboxEmails, users, variantStock } from "@storehouse/db/tenant";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { archiveLocation, listLocations } from "../location/index.ts";
import { postEntries, reverse, transferStock, verifyLedger } from "../inventory/index.ts";
import { setPreference } from "../notification/index.ts";
import { archiveVariant, updateVariant } from "../product/index.ts";
import { acknowledgeAlert, countAlerts, getThresholds, listAlerts, resolveAlert, setThreshold } from "./index.ts";

type Made = Readonly<{ variantId: string; locationId: string }>;

const post = (tenant: TestTenant, { variantId, locationId }: Made, quantity: number) =>
  postEntries(tenant.ctx(), {
    clientId: v7(),
    type: quantity > 0 ? "manual_in" : "manual_out",
    reference: null,
    note: null,
    lines: [{ variantId, locationId, quantity: String(Math.abs(quantity)) }],
  });

/** Sends it again while the factory is busy, as a client does. */
const patiently = async <T>(send: () => Promise<T>, attempts = 30): Promise<T> => {
  try {
    return await send();
  } catch (error) {
    if (attempts === 0 || !isRefused("BUSY")(error)) throw error;
    return patiently(send, attempts - 1);
  }
};

const open = async (tenant: TestTenant) =>
  (await listAlerts(tenant.ctx(), { isOpen: true, limit: 50 })).rows.map(({ kind, sku, locationName }) =>
    [kind, sku, locationName].filter((part) => part !== null).join(" "),
  );

const bolt = (tenant: TestTenant, onHand = 20) => tenant.product({ code: "BOLT", onHand, minimumStock: "10" });

test("the posting that falls to the minimum raises an alert, and the one that recovers ends it", async () => {
  await using tenant = await createTestTenant();
  const made = await bolt(tenant);
  await post(tenant, made, -9);
  expect(await open(tenant)).toEqual([]);
  const { postingId } = await post(tenant, made, -1);
  const [raised] = await tenant.db.select().from(alerts);
  expect(raised).toMatchObject({ kind: "LOW", state: "ACTIVE", postingId, onHand: "10.000000", limit: "10.000000" });
  await post(tenant, made, -10);
  expect(await open(tenant)).toEqual(["OUT BOLT"]);
  await post(tenant, made, 5);
  expect(await open(tenant)).toEqual(["LOW BOLT"]);
  await post(tenant, made, 6);
  expect(await open(tenant)).toEqual([]);
  const ended = await listAlerts(tenant.ctx(), { isOpen: false, limit: 50 });
  expect(ended.rows.map(({ kind, state, resolvedBy }) => [kind, state, resolvedBy])).toEqual([
    ["LOW", "RESOLVED", null],
    ["OUT", "RESOLVED", null],
    ["LOW", "RESOLVED", null],
  ]);
});

test("just above the minimum an open alert stays, and none is raised", async () => {
  await using tenant = await createTestTenant();
  const made = await tenant.product({ code: "ROD", onHand: 104, minimumStock: "100" });
  await post(tenant, made, 1);
  expect(await open(tenant)).toEqual([]);
  await post(tenant, made, -5);
  await post(tenant, made, 3);
  expect(await open(tenant)).toEqual(["LOW ROD"]);
  await post(tenant, made, 10);
  expect(await open(tenant)).toEqual([]);
});

test("more than the maximum is too much, and no limit says nothing", async () => {
  await using tenant = await createTestTenant();
  const made = await tenant.product({ code: "NUT", onHand: 50 });
  await post(tenant, made, -50);
  expect(await open(tenant)).toEqual([]);
  await setThreshold(tenant.ctx(), { variantId: made.variantId, locationId: null, minimum: null, maximum: "60" });
  await post(tenant, made, 61);
  expect(await open(tenant)).toEqual(["OVERSTOCK NUT"]);
  await post(tenant, made, -2);
  expect(await open(tenant)).toEqual(["OVERSTOCK NUT"]);
  await post(tenant, made, -10);
  expect(await open(tenant)).toEqual([]);
});

test("a place has a minimum of its own: a move away raises it there alone", async () => {
  await using tenant = await createTestTenant();
  const made = await tenant.product({ code: "BOLT", onHand: 20 });
  const shop = await tenant.location("Shop");
  const at = { variantId: made.variantId, maximum: undefined };
  await setThreshold(tenant.ctx(), { ...at, locationId: made.locationId, minimum: "15" });
  await setThreshold(tenant.ctx(), { ...at, locationId: shop, minimum: "2" });
  expect(await open(tenant)).toEqual(["OUT BOLT Shop"]);
  await transferStock(tenant.ctx(), {
    clientId: v7(),
    fromLocationId: made.locationId,
    toLocationId: shop,
    reference: null,
    note: null,
    lines: [{ variantId: made.variantId, quantity: "5" }],
  });
  expect(await open(tenant)).toEqual(["LOW BOLT Main store"]);
  expect((await getThresholds(tenant.ctx(), at)).places).toMatchObject([
    { locationName: "Main store", onHand: "15", minimum: "15" },
    { locationName: "Shop", onHand: "5", minimum: "2" },
  ]);
  await setThreshold(tenant.ctx(), { ...at, locationId: made.locationId, minimum: null });
  expect(await open(tenant)).toEqual([]);
});

test("what was never booked has not run out; a reversal that empties it has", async () => {
  await using tenant = await createTestTenant();
  const made = await tenant.product({ code: "NEW", minimumStock: "5" });
  await setThreshold(tenant.ctx(), { variantId: made.variantId, locationId: null, minimum: "6" });
  expect(await open(tenant)).toEqual([]);
  const { postingId } = await post(tenant, made, 3);
  expect(await open(tenant)).toEqual(["LOW NEW"]);
  await reverse(tenant.ctx(), { clientId: v7(), postingId, reason: "wrong" });
  expect(await open(tenant)).toEqual(["OUT NEW"]);
});

test("changing the minimum decides anew, archiving ends, taking back raises again", async () => {
  await using tenant = await createTestTenant();
  const made = await bolt(tenant);
  const other = await tenant.product({ code: "OTHER" });
  const fields = { sku: "BOLT", name: null, attributes: {}, barcodes: [] };
  await updateVariant(tenant.ctx(), { id: made.variantId, version: 1, ...fields, minimumStock: "30" });
  expect(await open(tenant)).toEqual(["LOW BOLT"]);
  await updateVariant(tenant.ctx(), { id: made.variantId, version: 2, ...fields, minimumStock: null });
  expect(await open(tenant)).toEqual([]);
  await setThreshold(tenant.ctx(), { variantId: made.variantId, locationId: null, minimum: "30" });
  await post(tenant, made, -20);
  expect(await open(tenant)).toEqual(["OUT BOLT"]);
  await tenant.db.update(variantStock).set({ productId: other.id });
  const archive = (version: number, isArchived: boolean) =>
    archiveVariant(tenant.ctx(), { id: made.variantId, version, isArchived }).catch((error: unknown) => error);
  // The last variant of a product stays: that refusal leaves the alert too.
  expect(isRefused("IN_USE")(await archive(4, true))).toBe(true);
  expect(await open(tenant)).toEqual(["OUT BOLT"]);
});

test("a place out of use has no minimum; taken back it has", async () => {
  await using tenant = await createTestTenant();
  const made = await bolt(tenant);
  const shop = await tenant.location("Shop");
  await setThreshold(tenant.ctx(), { variantId: made.variantId, locationId: shop, minimum: "2" });
  const version = async (isArchived: boolean) =>
    (await listLocations(tenant.ctx(), { search: "Shop", isArchived, limit: 5 })).rows[0]?.version ?? 0;
  await archiveLocation(tenant.ctx(), { id: shop, version: await version(false), isArchived: true });
  expect(await open(tenant)).toEqual([]);
  await archiveLocation(tenant.ctx(), { id: shop, version: await version(true), isArchived: false });
  expect(await open(tenant)).toEqual(["OUT BOLT Shop"]);
});

test("50 at once that cross the minimum raise one alert and one notification", async () => {
  await using tenant = await createTestTenant();
  const made = await tenant.product({ code: "HOT", onHand: 100, minimumStock: "75" });
  const outcomes = await times(50, () => patiently(() => post(tenant, made, -1)));
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  expect(await tenant.onHand(made.variantId)).toBe("50");
  expect(await open(tenant)).toEqual(["LOW HOT"]);
  expect(await tenant.db.select().from(alerts)).toHaveLength(1);
  expect(await tenant.db.select().from(notifications)).toHaveLength(1);
});

test("masters hear of it in the app, and who asked by e-mail, in the transaction of the posting", async () => {
  await using tenant = await createTestTenant();
  const made = await bolt(tenant);
  await tenant.db.update(users).set({ email: "e@fans.example" }).where(eq(users.id, tenant.userIds.employee));
  await setPreference(tenant.ctx("employee"), { kind: "LOW", inApp: false, email: "atOnce" });
  await post(tenant, made, -10);
  const told = await tenant.db.select({ userId: notifications.userId }).from(notifications);
  expect(told).toEqual([{ userId: tenant.userIds.master }]);
  expect(await tenant.db.select().from(outboxEmails)).toMatchObject([
    { toAddress: "e@fans.example", subject: "Low: Product BOLT", state: "QUEUED", path: "/alerts" },
  ]);
  const refused = await post(tenant, made, -11).catch((error: unknown) => error);
  expect(isRefused("INSUFFICIENT_STOCK")(refused)).toBe(true);
  expect(await tenant.db.select().from(alerts)).toHaveLength(1);
});

test("many at once are told in one notification and one e-mail", async () => {
  await using tenant = await createTestTenant();
  await tenant.db.update(users).set({ email: "m@fans.example" }).where(eq(users.id, tenant.userIds.master));
  await setPreference(tenant.ctx(), { kind: "LOW", inApp: true, email: "atOnce" });
  const all = await Promise.all(Array.from({ length: 12 }, () => tenant.product({ onHand: 9, minimumStock: "5" })));
  const lines = all.map(({ variantId, locationId }) => ({ variantId, locationId, quantity: "4" }));
  await postEntries(tenant.ctx(), { clientId: v7(), type: "manual_out", reference: null, note: null, lines });
  expect(await tenant.db.select().from(notifications)).toMatchObject([{ kind: "LOW", alertId: null, count: 12 }]);
  expect(await tenant.db.select().from(outboxEmails)).toHaveLength(1);
});

test("seeing to an alert is noted once, with its audit line; only the one who may does", async () => {
  await using tenant = await createTestTenant();
  await post(tenant, await bolt(tenant), -10);
  const [{ id } = { id: "" }] = (await listAlerts(tenant.ctx(), { isOpen: true, limit: 1 })).rows;
  const refused = await (async () => acknowledgeAlert(tenant.ctx("employee"), { id }))().catch(
    (error: unknown) => error,
  );
  expect(isRefused("NOT_ALLOWED")(refused)).toBe(true);
  await acknowledgeAlert(tenant.ctx(), { id });
  await acknowledgeAlert(tenant.ctx("manager"), { id });
  expect((await listAlerts(tenant.ctx(), { isOpen: true, state: "ACKNOWLEDGED", limit: 5 })).rows).toMatchObject([
    { id, acknowledgedBy: "The master" },
  ]);
  expect(await countAlerts(tenant.ctx("viewer"))).toMatchObject({ open: 1, active: 0, byKind: { LOW: 1 } });
  const lines = await tenant.db.select().from(auditLog).where(eq(auditLog.action, "alerts.acknowledge"));
  expect(lines).toHaveLength(1);
  const byHand = await resolveAlert(tenant.ctx(), { id }).catch((error: unknown) => error);
  expect(isRefused("WRONG_STATE")(byHand)).toBe(true);
});

test("a proof raises what does not tie, once, and a later one ends it", async () => {
  await using tenant = await createTestTenant();
  const made = await tenant.product({ code: "BOLT", onHand: 10 });
  await tenant.db.update(variantStock).set({ onHand: "12" });
  await verifyLedger(tenant.ctx(), {});
  await Promise.all([verifyLedger(tenant.ctx(), {}), verifyLedger(tenant.ctx(), { variantId: made.variantId })]);
  expect(await open(tenant)).toEqual(["LEVEL_MISMATCH BOLT"]);
  const [{ id } = { id: "" }] = (await listAlerts(tenant.ctx(), { isOpen: true, limit: 1 })).rows;
  await resolveAlert(tenant.ctx(), { id });
  await verifyLedger(tenant.ctx(), {});
  expect(await open(tenant)).toEqual(["LEVEL_MISMATCH BOLT"]);
  await tenant.db.update(variantStock).set({ onHand: "10" });
  await verifyLedger(tenant.ctx(), {});
  expect(await open(tenant)).toEqual([]);
});

test("limits: refused without permission, below the minimum, for what is unknown; sent twice set once", async () => {
  await using tenant = await createTestTenant();
  const { variantId } = await bolt(tenant);
  const set = (input: Partial<Parameters<typeof setThreshold>[1]>, role?: "employee") =>
    setThreshold(tenant.ctx(role), { variantId, locationId: null, minimum: "5", ...input }).catch(
      (error: unknown) => error,
    );
  expect(isRefused("NOT_ALLOWED")(await set({}, "employee"))).toBe(true);
  expect(isRefused("INVALID")(await set({ maximum: "4" }))).toBe(true);
  expect(isRefused("NOT_FOUND")(await set({ variantId: v7() }))).toBe(true);
  expect(isRefused("NOT_FOUND")(await set({ locationId: v7() }))).toBe(true);
  await set({ maximum: "40" });
  await set({ maximum: "40.0" });
  expect(await getThresholds(tenant.ctx(), { variantId })).toMatchObject({ minimum: "5", maximum: "40" });
  const lines = await tenant.db
    .select()
    .from(auditLog)
    .where(inArray(auditLog.action, ["alerts.setThreshold"]));
  expect(lines).toHaveLength(1);
});

test("the list pages by urgency without losing or repeating one", async () => {
  await using tenant = await createTestTenant();
  const all = await Promise.all(Array.from({ length: 9 }, () => tenant.product({ onHand: 9, minimumStock: "5" })));
  for (const [n, made] of all.entries()) await post(tenant, made, n % 2 === 0 ? -9 : -4);
  const met: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listAlerts(tenant.ctx(), { isOpen: true, limit: 4, ...(after && { after }) });
    met.push(...page.rows.map(({ kind }) => kind));
    after = page.next;
    if (after === undefined) break;
  }
  expect(met).toEqual([...Array.from({ length: 5 }, () => "OUT"), ...Array.from({ length: 4 }, () => "LOW")]);
});
