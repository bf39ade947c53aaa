import { asc, eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { notifications, outboxEmails, users } from "@storehouse/db/tenant";
import { createTestService, type TestFactory, type TestService } from "@storehouse/testing";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tendSubscriptions } from "./tend-subscriptions.ts";

const DAY_MS = 86_400_000;
let service: TestService;
let works: TestFactory;

beforeAll(async () => {
  service = await createTestService("$argon2id$none");
  works = await service.factory("works");
  await works.db.update(users).set({ email: "owner@example.com", language: "hi" }).where(eq(users.username, "master"));
});
afterAll(() => service.drop());

const tend = () =>
  tendSubscriptions.run({
    tenancy: service.tenancy,
    provisioner: service.installation.provisioner,
    log: pino({ level: "silent" }),
    onFailure: (_factory, error) => {
      throw error;
    },
  });

async function endingIn(days: number): Promise<void> {
  const row = { subscription: "TRIAL", periodEndsAt: new Date(Date.now() + days * DAY_MS) };
  await service.tenancy.central.update(factories).set(row).where(eq(factories.id, works.record.id));
  await works.db.delete(notifications);
  await works.db.delete(outboxEmails);
  service.tenancy.closeFactory(works.record.id);
}
const told = () =>
  works.db
    .select({ userId: notifications.userId, kind: notifications.kind, count: notifications.count })
    .from(notifications)
    .orderBy(asc(notifications.id));
const mails = () => works.db.select({ to: outboxEmails.toAddress, subject: outboxEmails.subject }).from(outboxEmails);
const state = async () => (await service.tenancy.findFactoryById(works.record.id))?.subscription.state;

test.each([
  [6.5, "TRIAL", "PERIOD_ENDING", 7],
  [0.5, "TRIAL", "PERIOD_ENDING", 1],
  [-0.5, "PAST_DUE", "PAYMENT_DUE", 14],
  [-14.5, "READ_ONLY", "READ_ONLY", 60],
] as const)("%s days from the end, masters are told once, by bell and by e-mail", async (days, next, kind, count) => {
  await endingIn(days);
  expect(await tend()).toEqual({ moved: next === "TRIAL" ? 0 : 1, told: 1, failed: 0 });
  expect(await tend()).toEqual({ moved: 0, told: 0, failed: 0 });
  expect(await state()).toBe(next);
  expect(await told()).toEqual([{ userId: works.userIds.master, kind, count }]);
  const [mail, ...rest] = await mails();
  expect(rest).toEqual([]);
  expect(mail?.to).toBe("owner@example.com");
  expect(mail?.subject).toMatch(/\p{Script=Devanagari}/u);
});

test("nobody is told while the end is far, and who is shut out reads it at the door", async () => {
  await endingIn(8);
  expect(await tend()).toEqual({ moved: 0, told: 0, failed: 0 });
  await endingIn(-75);
  expect(await tend()).toEqual({ moved: 1, told: 0, failed: 0 });
  expect(await service.tenancy.findFactoryById(works.record.id)).toMatchObject({ state: "SUSPENDED" });
});
