import { createTestTenant } from "@storehouse/testing";
import { expect, test } from "vitest";
import { createUnit } from "../unit/index.ts";
import { exportOwn } from "./export-own.ts";

test("a person takes away what is kept about them, and nothing about others", async () => {
  await using tenant = await createTestTenant({ passwordHash: "a-hash-to-find" });
  const unit = { name: "Crate", dimension: "count", decimals: 0 } as const;
  await createUnit(tenant.ctx("manager"), { ...unit, id: "0190a000-0000-7000-8000-0000000000c1", code: "crate" });
  await createUnit(tenant.ctx("master"), { ...unit, id: "0190a000-0000-7000-8000-0000000000c2", code: "tub" });
  const facts = { id: tenant.factoryId, factoryName: "Works", dbName: tenant.dbName };
  const { base64, mediaType, fileName } = await exportOwn(tenant.ctx("manager"), facts);
  const text = Buffer.from(base64, "base64").toString("utf8");
  expect({ mediaType, isNamed: /^storehouse-manager-\d{4}-\d\d-\d\d\.json$/.test(fileName) }).toEqual({
    mediaType: "application/json",
    isNamed: true,
  });
  expect(JSON.parse(text)).toMatchObject({
    factory: { factoryName: "Works" },
    profile: { username: "manager", role: "manager" },
    activity: [{ action: "units.create", after: { code: "crate" } }],
    hasOlderActivity: false,
  });
  expect(text).not.toContain("a-hash-to-find");
  expect(text).not.toContain("tub");
});
