import { eq } from "@storehouse/db";
import { outboxEmails, settings, userLocations, users } from "@storehouse/db/tenant";
import { createTestTenant, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { postEntries } from "../inventory/index.ts";
import { queueDigests, setPreference } from "./index.ts";

const DAY_MS = 86_400_000;
// Ten past seven in the morning in India.
const MORNING = Date.parse("2026-03-02T01:40:00Z");

const at = (tenant: TestTenant, ms: number) => ({ ...tenant.ctx(), now: () => new Date(ms) });
const queued = (tenant: TestTenant) => tenant.db.select().from(outboxEmails);

async function inIndia(): Promise<TestTenant> {
  const tenant = await createTestTenant();
  await tenant.db.update(settings).set({ timeZone: "Asia/Kolkata" });
  return tenant;
}

async function runsLow(tenant: TestTenant, name: string): Promise<void> {
  const { variantId, locationId } = await tenant.product({ name, onHand: 9, minimumStock: "5" });
  const lines = [{ variantId, locationId, quantity: "4" }];
  await postEntries(tenant.ctx(), { clientId: v7(), type: "manual_out", reference: null, note: null, lines });
}

test("who wants one e-mail a day gets one in the morning, of all that holds, however often the job runs", async () => {
  await using tenant = await inIndia();
  await tenant.db.update(users).set({ email: "m@fans.example" }).where(eq(users.role, "master"));
  await tenant.db.update(users).set({ email: "e@fans.example" }).where(eq(users.role, "employee"));
  expect(await queueDigests(at(tenant, MORNING))).toEqual({ queued: 0 });
  await setPreference(tenant.ctx(), { kind: "LOW", inApp: true, email: "daily" });
  await setPreference(tenant.ctx("employee"), { kind: "LOW", inApp: false, email: "never" });
  expect(await queueDigests(at(tenant, MORNING))).toEqual({ queued: 0 });

  await runsLow(tenant, "Rod");
  await runsLow(tenant, "Wire");
  expect(await queued(tenant)).toEqual([]);
  expect(await queueDigests(at(tenant, MORNING - 3 * 3_600_000))).toEqual({ queued: 0 });
  const runs = await times(3, () => queueDigests(at(tenant, MORNING)));
  expect(runs).toEqual(Array(3).fill({ status: "fulfilled", value: { queued: 1 } }));
  await queueDigests(at(tenant, MORNING + 3_600_000));
  const [letter, ...others] = await queued(tenant);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ toAddress: "m@fans.example", subject: "This morning: Low: Rod, and 1 more" });
  expect(letter?.body).toContain("- Low: Wire");
  await queueDigests(at(tenant, MORNING + DAY_MS));
  expect(await queued(tenant)).toHaveLength(2);
});

test("the letter is in the language of the person's profile", async () => {
  await using tenant = await inIndia();
  await tenant.db.update(users).set({ email: "m@fans.example", language: "hi" }).where(eq(users.role, "master"));
  await setPreference(tenant.ctx(), { kind: "LOW", inApp: true, email: "daily" });
  await runsLow(tenant, "Rod");
  await queueDigests(at(tenant, MORNING));
  expect(await queued(tenant)).toMatchObject([{ subject: expect.stringMatching(/^आज सुबह: कम: Rod/) as string }]);
  await setPreference(tenant.ctx(), { kind: "LOW", inApp: true, email: "atOnce" });
  await runsLow(tenant, "Wire");
  expect((await queued(tenant)).find(({ subject }) => subject.startsWith("कम: Wire"))?.body).toContain("न्यूनतम 5");
});

test("who is limited to places is written of nothing elsewhere", async () => {
  await using tenant = await inIndia();
  await tenant.db.update(users).set({ email: "e@fans.example" }).where(eq(users.role, "employee"));
  await setPreference(tenant.ctx("employee"), { kind: "LOW", inApp: false, email: "daily" });
  const shed = await tenant.location("Shed");
  await tenant.db.insert(userLocations).values({ userId: tenant.userIds.employee, locationId: shed });
  await runsLow(tenant, "Rod");
  expect(await queueDigests(at(tenant, MORNING))).toEqual({ queued: 0 });
  expect(await queued(tenant)).toEqual([]);
  await tenant.db.delete(userLocations);
  expect(await queueDigests(at(tenant, MORNING))).toEqual({ queued: 1 });
});
