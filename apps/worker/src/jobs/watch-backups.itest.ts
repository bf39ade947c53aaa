import { eq } from "@storehouse/db";
import { backups, platformAudit } from "@storehouse/db/central";
import { notifications } from "@storehouse/db/tenant";
import { createTestService, type TestFactory, type TestService } from "@storehouse/testing";
import { pino } from "pino";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { watchBackups } from "./watch-backups.ts";

const HOUR_MS = 3_600_000;
let service: TestService;
let late: TestFactory;

beforeAll(async () => {
  service = await createTestService("$argon2id$none");
  late = await service.factory("late");
  // It was made a day ago; the other, with no backup either, just now.
  await service.installation.admin.run(
    `update ${service.installation.centralName}.factories set created_at = utc_timestamp(3) - interval 1 day`,
  );
  await service.factory("young");
});
afterAll(() => service.drop());

const watch = () =>
  watchBackups.run({
    tenancy: service.tenancy,
    provisioner: service.installation.provisioner,
    log: pino({ level: "silent" }),
    onFailure: (_factory, error) => {
      throw error;
    },
  });
const verifiedHoursAgo = (hours: number) => {
  const at = new Date(Date.now() - hours * HOUR_MS);
  const row = { id: v7(), subject: late.record.id, state: "VERIFIED", requestedAt: at, startedAt: at, verifiedAt: at };
  return service.tenancy.central.insert(backups).values(row);
};
const told = () => late.db.select({ userId: notifications.userId, kind: notifications.kind }).from(notifications);
const events = async () =>
  (
    await service.tenancy.central
      .select({ action: platformAudit.action })
      .from(platformAudit)
      .where(eq(platformAudit.factoryId, late.record.id))
      .orderBy(platformAudit.at)
  )
    .map(({ action }) => action)
    .filter((action) => action.startsWith("backup."));

test("a factory's masters are told once that no backup was verified for eight hours, and anew when it comes back", async () => {
  expect(await watch()).toEqual({ stale: 1, fresh: 0, failed: 0 });
  expect(await watch()).toEqual({ stale: 0, fresh: 0, failed: 0 });
  const master = { userId: late.userIds.master, kind: "BACKUP_STALE" };
  expect(await told()).toEqual([master]);

  // Killed before it was written down: nobody hears of it twice.
  const { admin, centralName } = service.installation;
  await admin.run(`update ${centralName}.platform_audit set action = 'x' where action = 'backup.stale'`);
  expect(await watch()).toMatchObject({ stale: 1 });
  expect(await told()).toEqual([master]);

  await verifiedHoursAgo(1);
  expect(await watch()).toEqual({ stale: 0, fresh: 1, failed: 0 });
  expect(await watch()).toEqual({ stale: 0, fresh: 0, failed: 0 });
  expect(await told()).toHaveLength(1);

  await late.db.update(notifications).set({ createdAt: new Date(Date.now() - 20 * HOUR_MS) });
  await service.tenancy.central.delete(backups);
  await verifiedHoursAgo(9);
  expect(await watch()).toEqual({ stale: 1, fresh: 0, failed: 0 });
  expect(await told()).toEqual([master, master]);
  expect(await events()).toEqual(["backup.stale", "backup.fresh", "backup.stale"]);
});
