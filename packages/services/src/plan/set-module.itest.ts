import { auditLog, feed } from "@storehouse/db/tenant";
import { createTestTenant, type TestTenant } from "@storehouse/testing";
import { expect, test } from "vitest";
import { setModule } from "./set-module.ts";

const OFF = { module: "production", isOn: false } as const;
const toldIn = async ({ db }: TestTenant) => (await db.select().from(feed)).filter(({ topic }) => topic === "factory");

test("open screens hear of a module once it stands in the registry, not only before", async () => {
  await using tenant = await createTestTenant();
  let toldBefore = 0;
  const set = async (_change: unknown, alongside: () => Promise<void>) => {
    await alongside();
    toldBefore = (await toldIn(tenant)).length;
  };
  await setModule(tenant.ctx(), { set }, OFF);
  expect((await toldIn(tenant)).length).toBeGreaterThan(toldBefore);
  expect(await tenant.db.select().from(auditLog)).toMatchObject([{ action: "plan.turnOff", actorKind: "user" }]);
});

test("where the registry keeps nothing, the factory's log says nothing", async () => {
  await using tenant = await createTestTenant();
  const set = () => Promise.reject(new Error("The central database is away."));
  await expect(setModule(tenant.ctx(), { set }, OFF)).rejects.toThrow("away");
  expect(await tenant.db.select().from(auditLog)).toEqual([]);
  expect(await toldIn(tenant)).toEqual([]);
});
