import { asc, eq } from "@storehouse/db";
import { auditLog, users } from "@storehouse/db/tenant";
import { createTestTenant, type TestTenant } from "@storehouse/testing";
import { expect, test } from "vitest";
import { getMe } from "./get-me.ts";
import { setLanguage } from "./set-language.ts";

const STANDING = { subscription: { state: "ACTIVE", endsAt: null }, modulesOff: [] } as const;
const accounts = { forgetPerson: () => undefined };

const saved = (tenant: TestTenant) =>
  tenant.db
    .select({ action: auditLog.action, before: auditLog.before, after: auditLog.after })
    .from(auditLog)
    .where(eq(auditLog.action, "auth.setLanguage"))
    .orderBy(asc(auditLog.id));

test("a person chooses a language for themselves alone; sent twice, it is written once", async () => {
  await using tenant = await createTestTenant();
  const facts = { id: tenant.factoryId, factoryName: "Works", dbName: tenant.dbName, ...STANDING };
  expect((await getMe(tenant.ctx("employee"), facts)).language).toBeNull();
  for (let n = 0; n < 2; n += 1) await setLanguage(tenant.ctx("employee"), accounts, { language: "hi" });
  expect((await getMe(tenant.ctx("employee"), facts)).language).toBe("hi");
  expect((await getMe(tenant.ctx("master"), facts)).language).toBeNull();
  expect(await saved(tenant)).toEqual([
    { action: "auth.setLanguage", before: { language: null }, after: { language: "hi" } },
  ]);
});

test("who may not manage their profile is refused, and a failure after the write leaves nothing", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx("viewer");
  const barred = { ...ctx, actor: { ...ctx.actor, permissions: new Set<never>() } };
  await expect(setLanguage(barred, accounts, { language: "hi" })).rejects.toMatchObject({
    failure: { code: "NOT_ALLOWED", permission: "profile.manage" },
  });
  // The audit line is the last write: an action's address that is too long for its column fails there.
  const unlucky = { ...ctx, actor: { ...ctx.actor, address: "x".repeat(1000) } };
  await expect(setLanguage(unlucky, accounts, { language: "hi" })).rejects.toThrow("address");
  const [row] = await tenant.db.select({ language: users.language }).from(users).where(eq(users.id, ctx.actor.id));
  expect(row).toEqual({ language: null });
  expect(await saved(tenant)).toEqual([]);
});
