import { eq } from "@storehouse/db";
import { alerts } from "@storehouse/db/tenant";
import { permissionsOf } from "@storehouse/domain";
import { postEntries } from "@storehouse/services";
import { buildLocation, buildProduct, createTestService, type TestFactory } from "@storehouse/testing";
import { pino } from "pino";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAsJob } from "../act-as-job.ts";
import { runJob } from "../run-job.ts";
import { proveLedgers } from "./prove-ledgers.ts";

const service = await createTestService("$argon2id$none");
const { admin, provisioner } = service.installation;
let fans: TestFactory;
let pumps: TestFactory;

beforeAll(async () => {
  [fans, pumps] = [await service.factory("fans"), await service.factory("pumps")];
  const { variantId, locationId } = await buildProduct(fans.db, fans.userIds.master, await buildLocation(fans.db));
  const lines = [{ variantId, locationId, quantity: "5" }];
  const actor = {
    kind: "user" as const,
    id: fans.userIds.master,
    name: "The master",
    permissions: permissionsOf("master"),
    places: null,
    address: "127.0.0.1",
    device: "test",
  };
  const ctx = { ...actAsJob(fans.db, "test"), actor };
  await postEntries(ctx, { clientId: v7(), type: "manual_in", lines, reference: null, note: null });
});
afterAll(() => service.drop());

const run = () => runJob(proveLedgers, { tenancy: service.tenancy, provisioner, log: pino({ level: "silent" }) });
const open = async ({ db }: TestFactory) =>
  (await db.select({ kind: alerts.kind }).from(alerts).where(eq(alerts.isOpen, 1))).map(({ kind }) => kind);

test("a level that somebody changed by hand is told to its masters and to the operator, until it ties again", async () => {
  expect(await run()).toMatchObject({ isFailed: false, counts: { proven: 2, failed: 0 }, failures: [] });
  await admin.run(`update ${fans.record.dbName}.stock_levels set on_hand = on_hand + 1`);
  const found = await run();
  expect(found).toMatchObject({ isFailed: false, counts: { proven: 1, failed: 1 } });
  expect(found.failures).toMatchObject([{ factory: fans.record.dbName, error: expect.stringContaining("differ") }]);
  expect(await open(fans)).toContain("LEVEL_MISMATCH");
  expect(await open(pumps)).toEqual([]);

  await admin.run(`update ${fans.record.dbName}.stock_levels set on_hand = on_hand - 1`);
  expect(await run()).toMatchObject({ counts: { proven: 2, failed: 0 } });
  expect(await open(fans)).not.toContain("LEVEL_MISMATCH");
});
