import { eq } from "@storehouse/db";
import { settings } from "@storehouse/db/tenant";
import { UNLIMITED, type UsageDay } from "@storehouse/domain";
import { createTestTenant, isRefused } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { createLocation } from "../location/index.ts";
import { getPlan, measurePlan } from "./get-plan.ts";
import { measureUsage } from "./measure-usage.ts";
import type { UsagePorts } from "./ports.ts";

/** Days kept in memory, as the central database keeps them. */
function createShelf(): UsagePorts & { days: Map<string, UsageDay> } {
  const days = new Map<string, UsageDay>();
  return {
    days,
    since: async (day) => [...days.values()].filter((one) => one.day >= day).sort((a, b) => (a.day < b.day ? -1 : 1)),
    save: async (rows) => rows.forEach((one) => days.set(one.day, one)),
  };
}
const place = () => ({ id: v7(), name: `Place ${v7()}`, type: "WAREHOUSE" as const, siteId: null });

test("a day holds what was done on it by the factory's own clocks; measured again, it says the same", async () => {
  // Half past eight in the evening in London is the next day in India.
  const evening = new Date("2026-03-01T20:30:00Z");
  await using tenant = await createTestTenant({ now: () => evening });
  await tenant.db.update(settings).set({ timeZone: "Asia/Kolkata" }).where(eq(settings.id, 1));
  await createLocation(tenant.ctx(), place());
  await createLocation(tenant.ctx("manager"), place());
  const shelf = createShelf();
  expect(await measureUsage(tenant.ctx(), shelf)).toEqual({ days: 30 });
  const first = shelf.days.get("2026-03-02");
  expect(first).toMatchObject({ logins: 0, people: 2, writes: 2, entries: 0 });
  expect(first?.databaseBytes).toBeGreaterThan(100_000);
  expect(shelf.days.get("2026-03-01")).toMatchObject({ people: 0, writes: 0, databaseBytes: null });
  expect(await measureUsage(tenant.ctx(), shelf)).toEqual({ days: 1 });
  expect(shelf.days.get("2026-03-02")).toMatchObject({ people: 2, writes: 2 });
  expect(shelf.days.size).toBe(30);
});

const FACTORY = {
  id: v7(),
  factoryName: "Works",
  dbName: "works",
  subscription: { state: "ACTIVE", endsAt: null },
  modulesOff: [],
} as const;

test("a master sees what may be, what is, and thirty days of it; nobody else does", async () => {
  await using tenant = await createTestTenant();
  const ctx = {
    ...tenant.ctx(),
    allowance: { ...UNLIMITED, limits: { ...UNLIMITED.limits, users: 9, storageMb: 50 } },
  };
  await createLocation(ctx, place());
  const shelf = createShelf();
  const before = await getPlan(ctx, shelf, FACTORY);
  expect(before).toMatchObject({ plan: "unlimited", measuredAt: null, storage: { bytes: null, allowedMb: 50 } });
  expect(before.counted).toEqual([
    { limit: "users", used: 4, allowed: 9 },
    { limit: "products", used: 0, allowed: null },
    { limit: "locations", used: 1, allowed: null },
  ]);
  const after = await measurePlan(ctx, shelf, FACTORY);
  expect(after.days).toHaveLength(30);
  expect(after.days.at(-1)).toMatchObject({ people: 1, writes: 1, entries: 0 });
  expect(after.storage.bytes).toBeGreaterThan(0);
  await expect(getPlan(tenant.ctx("manager"), shelf, FACTORY)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  await expect(measurePlan(tenant.ctx("viewer"), shelf, FACTORY)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  expect(await getPlan({ ...ctx, allowance: null }, shelf, FACTORY)).toMatchObject({
    plan: null,
    modules: [{ module: "production", isAllowed: false, isOn: false }],
  });
});
