import { eq } from "@storehouse/db";
import { auditLog, inventoryEntries, postings, settings, variantStock } from "@storehouse/db/tenant";
import type { ClosePeriodInput, UpdateSettingsInput } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { postEntries } from "../inventory/post-entries.ts";
import { reverse } from "../inventory/reverse.ts";
import { transferStock } from "../inventory/transfer-stock.ts";
import { closePeriod } from "./close-period.ts";
import { getSettings } from "./get-settings.ts";
import { updateSettings } from "./update-settings.ts";

const NOW = new Date("2026-11-26T10:00:00Z");
const wanted: UpdateSettingsInput = {
  version: 1,
  timeZone: "Asia/Kolkata",
  currency: "EUR",
  numberFormat: "thousand",
  dateFormat: "iso",
  minimumRule: "below",
};

type Role = Parameters<TestTenant["ctx"]>[0];
const update = (tenant: TestTenant, changes: Partial<UpdateSettingsInput> = {}, role: Role = "master") =>
  updateSettings(tenant.ctx(role), { ...wanted, ...changes });
const close = (tenant: TestTenant, input: Partial<ClosePeriodInput>, role: Role = "master") =>
  closePeriod(tenant.ctx(role), { version: 1, closedThrough: "2026-10-31", reason: null, ...input });
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: { failure?: unknown }) => error.failure ?? error,
  );
const auditOf = (tenant: TestTenant) => tenant.db.select().from(auditLog).where(eq(auditLog.entity, "settings"));
const makeTenant = () => createTestTenant({ now: () => NOW });

const head = () => ({ clientId: v7(), reference: null, note: null });
type Bolt = Awaited<ReturnType<TestTenant["product"]>>;
const receive = (tenant: TestTenant, { variantId, locationId }: Bolt, occurredAt?: string) =>
  postEntries(tenant.ctx(), {
    ...head(),
    type: "purchase",
    lines: [{ variantId, locationId, quantity: "1" }],
    ...(occurredAt === undefined ? {} : { occurredAt }),
  });

test("settings are changed once, from the version they were read in, and the audit log says from what to what", async () => {
  await using tenant = await makeTenant();
  expect(await update(tenant)).toEqual({ version: 2 });
  expect(await update(tenant)).toEqual({ version: 2 });
  expect(await getSettings(tenant.ctx())).toEqual({
    ...wanted,
    version: 2,
    closedThrough: null,
    isCurrencyFixed: false,
  });
  expect(await auditOf(tenant)).toMatchObject([
    {
      action: "settings.update",
      entityId: tenant.factoryId,
      before: { timeZone: "UTC", currency: "INR", minimumRule: "atOrBelow" },
      after: { timeZone: "Asia/Kolkata", currency: "EUR", minimumRule: "below" },
    },
  ]);
  expect(await refusalOf(update(tenant, { dateFormat: "words" }))).toMatchObject({
    code: "STALE",
    current: { version: 2 },
  });
});

test("who may not, changes nothing", async () => {
  await using tenant = await makeTenant();
  for (const role of ["employee", "viewer"] as const) {
    expect(await refusalOf(update(tenant, {}, role))).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await refusalOf(close(tenant, {}, role))).toMatchObject({ code: "NOT_ALLOWED" });
  }
  expect(await getSettings(tenant.ctx("manager"))).toMatchObject({ version: 1, currency: "INR" });
  expect(await auditOf(tenant)).toEqual([]);
});

test("of ten who change the same version at once one does, and the others hear who was first", async () => {
  await using tenant = await createTestTenant({ now: () => NOW, connections: 10 });
  const zones = ["UTC", "Asia/Kolkata", "Asia/Dubai", "Asia/Tokyo", "Europe/Paris"];
  const outcomes = await times(10, (n) =>
    update(tenant, {
      timeZone: zones[n % 5] ?? "",
      minimumRule: n % 2 ? "below" : "atOrBelow",
      dateFormat: "dayFirst",
    }),
  );
  const done = outcomes.filter(({ status }) => status === "fulfilled").length;
  expect(outcomes.filter(isRefused("STALE"))).toHaveLength(10 - done);
  expect((await getSettings(tenant.ctx())).version).toBe(2);
  expect(await auditOf(tenant)).toHaveLength(1);
});

test("the currency is fixed once anything is posted; what else is set is not", async () => {
  await using tenant = await makeTenant();
  await receive(tenant, await tenant.product());
  expect(await refusalOf(update(tenant))).toEqual({ code: "INVALID", field: "currency", reason: "CURRENCY_FIXED" });
  expect(await getSettings(tenant.ctx())).toMatchObject({ version: 1, timeZone: "UTC", isCurrencyFixed: true });
  expect(await update(tenant, { currency: "INR" })).toEqual({ version: 2 });
});

test("another minimum rule marks every product anew, and every booking goes by it", async () => {
  await using tenant = await makeTenant();
  const at = await tenant.product({ onHand: 5, minimumStock: "5" });
  const under = await tenant.product({ onHand: 4, minimumStock: "5" });
  const lowOf = async ({ variantId }: Bolt) =>
    (await tenant.db.select().from(variantStock).where(eq(variantStock.variantId, variantId)))[0]?.isLow;
  await update(tenant, { currency: "INR" });
  expect([await lowOf(at), await lowOf(under)]).toEqual([0, 1]);
  await receive(tenant, under);
  expect(await lowOf(under)).toBe(0);
  await update(tenant, { currency: "INR", minimumRule: "atOrBelow", version: 2 });
  expect([await lowOf(at), await lowOf(under)]).toEqual([1, 1]);
});

test("what happened in a closed period is refused for every verb, by the factory's days; a reversal counts today", async () => {
  await using tenant = await makeTenant();
  const bolt = await tenant.product();
  await update(tenant, { currency: "INR" });
  const early = await receive(tenant, bolt, "2026-10-20T00:00:00Z");
  await close(tenant, { version: 2 });
  const refusal = { code: "PERIOD_CLOSED", field: "occurredAt", closedThrough: "2026-10-31" };
  const before = await tenant.db.select().from(postings);
  expect(await refusalOf(receive(tenant, bolt, "2026-10-31T18:29:59Z"))).toEqual(refusal);
  const move = {
    ...head(),
    fromLocationId: bolt.locationId,
    toLocationId: await tenant.location(),
    occurredAt: "2026-09-01T00:00:00Z",
    lines: [{ variantId: bolt.variantId, quantity: "1" }],
  };
  expect(await refusalOf(transferStock(tenant.ctx(), move))).toEqual(refusal);
  expect(await tenant.db.select().from(postings)).toEqual(before);

  await receive(tenant, bolt, "2026-10-31T18:30:00Z");
  await reverse(tenant.ctx(), { clientId: v7(), postingId: early.postingId, reason: "wrong" });
  const [reversal] = await tenant.db.select().from(inventoryEntries).where(eq(inventoryEntries.type, "reversal"));
  expect(reversal?.occurredAt).toEqual(NOW);
});

test("a posting that was made before the close is answered again after it", async () => {
  await using tenant = await makeTenant();
  const { variantId, locationId } = await tenant.product();
  const lines = [{ variantId, locationId, quantity: "1" }];
  const input = { ...head(), type: "purchase" as const, lines, occurredAt: "2026-10-20T00:00:00Z" };
  const posted = await postEntries(tenant.ctx(), input);
  await close(tenant, {});
  expect(await postEntries(tenant.ctx(), input)).toEqual(posted);
});

test("only days that are over are closed; moving back is for a master with a reason", async () => {
  await using tenant = await makeTenant();
  expect(await refusalOf(close(tenant, { closedThrough: "2026-11-26" }))).toMatchObject({ reason: "DAY_NOT_OVER" });
  expect(await close(tenant, {}, "manager")).toEqual({ version: 2 });
  expect(await close(tenant, {}, "manager")).toEqual({ version: 2 });
  const back = { version: 2, closedThrough: "2026-09-30" };
  expect(await refusalOf(close(tenant, { ...back, reason: "late bill" }, "manager"))).toMatchObject({
    code: "NOT_ALLOWED",
  });
  expect(await refusalOf(close(tenant, back))).toEqual({ code: "INVALID", field: "reason", reason: "REQUIRED" });
  expect(await refusalOf(close(tenant, { ...back, version: 1, reason: "late bill" }))).toMatchObject({ code: "STALE" });
  expect(await close(tenant, { ...back, reason: "late bill" })).toEqual({ version: 3 });
  expect((await auditOf(tenant)).map(({ action, reason }) => [action, reason])).toEqual([
    ["settings.close", null],
    ["settings.reopen", "late bill"],
  ]);
});

test("a close that fails half-way leaves the books as they were", async () => {
  await using tenant = await makeTenant();
  const ctx = tenant.ctx();
  const name = "x".repeat(500);
  await expect(
    closePeriod({ ...ctx, actor: { ...ctx.actor, name } }, { version: 1, closedThrough: "2026-10-31", reason: null }),
  ).rejects.toThrow("actor_name");
  expect((await tenant.db.select().from(settings))[0]).toMatchObject({ version: 1, closedThrough: null });
});

test("of those who post while the period is closed, each is before the close or refused: none comes after it", async () => {
  await using tenant = await createTestTenant({ connections: 8 });
  const day = new Date(Date.now() - 40 * 86_400_000).toISOString();
  const bolts = [await tenant.product(), await tenant.product()] as const;
  let [booked, late, isClosed] = [0, 0, false];
  // Each goes on until it is refused.
  const posters = times(6, async (n) => {
    for (;;) {
      const isLate = isClosed;
      await receive(tenant, bolts[n % 2 === 0 ? 0 : 1], day);
      booked += 1;
      late += Number(isLate);
    }
  });
  while (booked < 6) await sleep(2);
  await closePeriod(tenant.ctx(), { version: 1, closedThrough: day.slice(0, 10), reason: null });
  isClosed = true;
  expect((await posters).every(isRefused("PERIOD_CLOSED"))).toBe(true);
  expect(late).toBe(0);
  expect(await tenant.db.$count(inventoryEntries)).toBe(booked);
});
