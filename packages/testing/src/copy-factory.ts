import { asAdmin, TENANT_TABLES } from "@storehouse/tenancy/scratch";
import { parseDatabaseUrl } from "@storehouse/tenancy";
import { createTestTenant, type TestTenant, testDatabaseUrl } from "./create-test-tenant.ts";

/** A copy of a factory as it is now, in a database beside it: what a backup that is restored beside a factory is. */
export async function copyFactory(from: TestTenant): Promise<TestTenant> {
  const copy = await createTestTenant();
  const tables = TENANT_TABLES.filter((table) => table !== "identity");
  await asAdmin(parseDatabaseUrl(testDatabaseUrl()), [
    "SET foreign_key_checks = 0",
    ...tables.map((table) => `DELETE FROM ${copy.dbName}.${table}`),
    ...tables.map((table) => `INSERT INTO ${copy.dbName}.${table} SELECT * FROM ${from.dbName}.${table}`),
  ]);
  return copy;
}
