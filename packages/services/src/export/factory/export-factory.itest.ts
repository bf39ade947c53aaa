import { describeTables, eq } from "@storehouse/db";
import {
  apiKeys,
  auditLog,
  recoveryCodes,
  secondFactors,
  suppliers,
  users,
  webhookEndpoints,
} from "@storehouse/db/tenant";
import { createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { strFromU8, unzipSync } from "fflate";
import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { exportedTables, NOT_EXPORTED } from "./exported-tables.ts";
import { exportFactory } from "./export-factory.ts";

async function bytesOf(tenant: TestTenant): Promise<Readonly<Record<string, Uint8Array>>> {
  const chunks: Uint8Array[] = [];
  const { write } = await exportFactory(tenant.ctx());
  await write(async (chunk) => void chunks.push(chunk));
  return unzipSync(Buffer.concat(chunks));
}

async function filesOf(tenant: TestTenant): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(Object.entries(await bytesOf(tenant)).map(([name, data]) => [name, strFromU8(data)]));
}

test("all that the factory owns is in it, with a proof of the ledger and a checksum of each file", async () => {
  await using tenant = await createTestTenant();
  await tenant.product({ code: "B-1", name: "=Bolt", onHand: 5, unitCost: "2" });
  const bytes = await bytesOf(tenant);
  const files = Object.fromEntries(Object.entries(bytes).map(([name, data]) => [name, strFromU8(data)]));
  const named = Object.keys(files).filter((name) => name.startsWith("csv/"));
  expect(named).toHaveLength(describeTables().length - Object.keys(NOT_EXPORTED).length);
  expect(files["csv/products.csv"]).toContain(",'=Bolt,");
  expect(files["csv/inventory_entries.csv"]?.trim().split("\r\n")).toHaveLength(2);
  expect(files["ledger-proof.txt"]).toContain("Sum of their quantities: 5.000000");
  expect(files["ledger-proof.txt"]).toContain("PROVEN: every level");
  const sums = files["checksums.txt"]?.trim().split("\n") ?? [];
  expect(sums).toHaveLength(Object.keys(files).length - 1);
  for (const line of sums) {
    const [sum, name] = line.split("  ");
    expect(
      createHash("sha256")
        .update(bytes[name ?? ""] ?? "")
        .digest("hex"),
    ).toBe(sum);
  }
  const lines = await tenant.db.select().from(auditLog).where(eq(auditLog.action, "backups.export"));
  expect(lines).toHaveLength(1);
});

test("its SQL makes the same rows again", async () => {
  await using tenant = await createTestTenant();
  const id = v7();
  const at = new Date("2026-11-26T10:00:00.123Z");
  const odd = { id, name: 'O\'Neil \\ "Söhne" 店', contact: "", address: "1\n2", createdAt: at, updatedAt: at };
  await tenant.db.insert(suppliers).values(odd);
  const files = await filesOf(tenant);
  await tenant.db.delete(suppliers);
  const [statement] = (files["sql/suppliers.sql"] ?? "").split(";\n").filter((one) => one.startsWith("INSERT"));
  await tenant.db.source.prepared(statement ?? "", []);
  expect(await tenant.db.select().from(suppliers)).toMatchObject([odd]);
});

test("nothing in it opens a door", async () => {
  await using tenant = await createTestTenant({ passwordHash: "SECRET-password-hash" });
  const { master } = tenant.userIds;
  const at = new Date();
  await tenant.db.insert(apiKeys).values({
    id: v7(),
    name: "Key",
    secretHash: "SECRET-api-key",
    ending: "abcd",
    scopes: [],
    userId: master,
    createdAt: at,
  });
  await tenant.db
    .insert(secondFactors)
    .values({ userId: master, secret: "SECRET-totp", secretKeyId: "SECRET-k", createdAt: at });
  await tenant.db.insert(recoveryCodes).values({ userId: master, codeHash: "SECRET-recovery" });
  await tenant.db.insert(webhookEndpoints).values({
    id: v7(),
    url: "https://a.example",
    events: [],
    secret: "SECRET-webhook",
    secretKeyId: "SECRET-key-id",
    formerSecret: "SECRET-former",
    createdBy: master,
    createdAt: at,
    updatedAt: at,
  });
  const files = await filesOf(tenant);
  expect(files["csv/users.csv"]).toContain("The master");
  expect(files["csv/webhook_endpoints.csv"]).toContain("https://a.example");
  const hex = Buffer.from("SECRET").toString("hex");
  for (const [name, text] of Object.entries(files)) {
    expect([name, text.includes("SECRET"), text.includes(hex)]).toEqual([name, false, false]);
  }
  for (const { columns } of exportedTables()) {
    expect(Object.keys(columns).filter((field) => /password(?!.*change)|secret|hash/i.test(field))).toEqual(
      Object.keys(columns).filter((field) => field === "mustChangePassword"),
    );
  }
  expect((await tenant.db.select({ hash: users.passwordHash }).from(users))[0]?.hash).toBe("SECRET-password-hash");
});

test("what is written while it is read is not in it, and only who may have it gets it", async () => {
  await using tenant = await createTestTenant();
  const { write } = await exportFactory(tenant.ctx());
  const chunks: Uint8Array[] = [];
  let isAdded = false;
  await write(async (chunk) => {
    chunks.push(chunk);
    if (isAdded) return;
    isAdded = true;
    await tenant.db
      .insert(suppliers)
      .values({ id: v7(), name: "Too late", createdAt: new Date(), updatedAt: new Date() });
  });
  const { "csv/suppliers.csv": csv } = unzipSync(Buffer.concat(chunks));
  expect(strFromU8(csv ?? new Uint8Array())).not.toContain("Too late");
  await expect(exportFactory(tenant.ctx("manager"))).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  await expect(exportFactory(tenant.ctx("master", [v7()]))).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
});
