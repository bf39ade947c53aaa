import { eq } from "@storehouse/db";
import { outboxEmails } from "@storehouse/db/tenant";
import { createTestTenant, type TestTenant } from "@storehouse/testing";
import { expect, test } from "vitest";
import { type DueEmail, deliverOutbox, type SendOutcome } from "./deliver-outbox.ts";
import { queueEmails } from "./queue-email.ts";
import { ATTEMPTS_MAX } from "./retry-after.ts";
import { tidyMessages } from "./tidy-messages.ts";

const letter = (toAddress: string) => ({ toAddress, subject: "Low: bolt", body: "text" });
const taken: SendOutcome = { isSent: true };
const refused: SendOutcome = { isSent: false, reason: "EENVELOPE 550", isServerDown: false };
const down: SendOutcome = { isSent: false, reason: "ETIMEDOUT", isServerDown: true };

/** A factory at a time that the test moves on. */
async function atTime() {
  let now = new Date("2026-03-01T00:00:00Z");
  const tenant = await createTestTenant({ now: () => now });
  return { tenant, wait: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)) };
}

const stored = (tenant: TestTenant) => tenant.db.select().from(outboxEmails).orderBy(outboxEmails.toAddress);

test("what is due is sent once, and what no address can take is never queued", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  await queueEmails(tenant.ctx(), [letter("a@x.example"), letter("b@x.example\r\nBcc: c@x.example"), letter("none")]);
  const sent: string[] = [];
  const send = async (email: DueEmail) => {
    sent.push(email.toAddress);
    return taken;
  };
  expect(await deliverOutbox(tenant.ctx(), send)).toMatchObject({ sent: 1, failed: 0 });
  expect(await deliverOutbox(tenant.ctx(), send)).toMatchObject({ sent: 0 });
  expect(sent).toEqual(["a@x.example"]);
});

test("what fails is tried ever more rarely, then given up; the others go out", async () => {
  const { tenant, wait } = await atTime();
  await using _ = tenant;
  await queueEmails(tenant.ctx(), [letter("bad@x.example"), letter("good@x.example")]);
  const send = async ({ toAddress }: DueEmail) => (toAddress.startsWith("bad") ? refused : taken);
  expect(await deliverOutbox(tenant.ctx(), send)).toMatchObject({ sent: 1, failed: 1 });
  expect(await deliverOutbox(tenant.ctx(), send)).toMatchObject({ sent: 0, failed: 0 });
  let dead = 0;
  for (let run = 1; run < ATTEMPTS_MAX; run += 1) {
    wait(721);
    dead += (await deliverOutbox(tenant.ctx(), send)).dead;
  }
  expect(dead).toBe(1);
  expect(await stored(tenant)).toMatchObject([
    { state: "DEAD", attempts: ATTEMPTS_MAX, lastError: "EENVELOPE 550" },
    { state: "SENT" },
  ]);
  wait(10_000);
  expect(await deliverOutbox(tenant.ctx(), send)).toMatchObject({ sent: 0, failed: 0, dead: 0 });
});

test("where no server answers, one is tried and the rest waits for the next run", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  await queueEmails(tenant.ctx(), [letter("a@x.example"), letter("b@x.example"), letter("c@x.example")]);
  let tries = 0;
  const send = async () => {
    tries += 1;
    return down;
  };
  expect(await deliverOutbox(tenant.ctx(), send)).toMatchObject({ failed: 1, isServerDown: true });
  expect(tries).toBe(1);
  expect((await stored(tenant)).filter(({ attempts }) => attempts > 0)).toHaveLength(1);
  expect(await deliverOutbox(tenant.ctx(), async () => taken)).toMatchObject({ sent: 2 });
});

test("killed between sending and noting it, the same message is sent again later, not at once", async () => {
  const { tenant, wait } = await atTime();
  await using _ = tenant;
  await queueEmails(tenant.ctx(), [letter("a@x.example")]);
  const ids: string[] = [];
  const killed = deliverOutbox(tenant.ctx(), async ({ id }) => {
    ids.push(id);
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  const send = async ({ id }: DueEmail) => {
    ids.push(id);
    return taken;
  };
  expect(await deliverOutbox(tenant.ctx(), send)).toMatchObject({ sent: 0 });
  wait(16);
  expect(await deliverOutbox(tenant.ctx(), send)).toMatchObject({ sent: 1 });
  expect(new Set(ids).size).toBe(1);
});

test("two workers at once send each e-mail once", async () => {
  const { tenant } = await atTime();
  await using _ = tenant;
  await queueEmails(
    tenant.ctx(),
    Array.from({ length: 40 }, (_one, n) => letter(`p${n}@x.example`)),
  );
  const sent: string[] = [];
  const send = async ({ id }: DueEmail) => {
    sent.push(id);
    return taken;
  };
  await Promise.all([deliverOutbox(tenant.ctx(), send), deliverOutbox(tenant.ctx(), send)]);
  await deliverOutbox(tenant.ctx(), send);
  expect(sent).toHaveLength(40);
  expect(new Set(sent).size).toBe(40);
});

test("what was sent a month ago goes, what was given up stays", async () => {
  const { tenant, wait } = await atTime();
  await using _ = tenant;
  await queueEmails(tenant.ctx(), [letter("a@x.example"), letter("b@x.example")]);
  await deliverOutbox(tenant.ctx(), async () => taken);
  await tenant.db.update(outboxEmails).set({ state: "DEAD" }).where(eq(outboxEmails.toAddress, "b@x.example"));
  wait(29 * 24 * 60);
  expect(await tidyMessages(tenant.ctx())).toEqual({ removed: 0 });
  wait(2 * 24 * 60);
  expect(await tidyMessages(tenant.ctx())).toEqual({ removed: 1 });
  expect((await stored(tenant)).map(({ toAddress }) => toAddress)).toEqual(["b@x.example"]);
});
