import { eq } from "@storehouse/db";
import { factories, platformAudit } from "@storehouse/db/central";
import type { SubscriptionState } from "@storehouse/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFactoryFinder } from "../find-factory.ts";
import { createScratchInstallation, type ScratchInstallation } from "../provision/scratch-installation.ts";
import { suspendFactory } from "../provision/set-factory-state.ts";
import { extendTrial, recordPayment, UNPAID } from "./record-payment.ts";
import { listDueSubscriptions, tendSubscription } from "./tend-subscription.ts";

const END = new Date("2026-03-01T12:00:00.000Z");
const after = (days: number): Date => new Date(END.getTime() + days * 86_400_000);
let here: ScratchInstallation;
beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
});
afterAll(() => here.drop());

async function standing(name: string, subscription: SubscriptionState, periodEndsAt: Date | null = END) {
  const id = await here.request(name);
  await here.web.db.update(factories).set({ state: "READY", subscription, periodEndsAt }).where(eq(factories.id, id));
  const read = async () => {
    const record = await createFactoryFinder(here.web.db).byId(id);
    return { factory: record?.state, reason: record?.suspendReason, ...record?.subscription };
  };
  const lines = async () => {
    const rows = await here.web.db
      .select({ action: platformAudit.action, detail: platformAudit.detail })
      .from(platformAudit)
      .where(eq(platformAudit.factoryId, id))
      .orderBy(platformAudit.at, platformAudit.id);
    return rows.filter(({ action }) => action !== "factory.request");
  };
  const tend = (now: Date) => tendSubscription(here.web.db, id, now);
  return { id, read, lines, tend };
}
const byOperator = (factoryId: string, until: Date, now: Date) => ({
  factoryId,
  until,
  now,
  actor: "operator" as const,
});

test("a subscription moves on step by step, once however many tend it, and is shut at last with everything kept", async () => {
  const { tend, read, lines } = await standing("steps", "TRIAL");
  expect(await tend(after(-1))).toBe(false);
  for (const [days, state] of [
    [0, "PAST_DUE"],
    [14, "READ_ONLY"],
    [74, "SUSPENDED"],
  ] as const) {
    const moved = await Promise.all(Array.from({ length: 5 }, () => tend(after(days))));
    expect(moved.filter(Boolean)).toHaveLength(1);
    const isShut = state === "SUSPENDED";
    const factory = isShut ? "SUSPENDED" : "READY";
    expect(await read()).toEqual({ factory, reason: isShut ? UNPAID : null, state, endsAt: END });
  }
  expect((await lines()).map(({ detail }) => detail)).toEqual([
    { before: "TRIAL", after: "PAST_DUE" },
    { before: "PAST_DUE", after: "READ_ONLY" },
    { before: "READ_ONLY", after: "SUSPENDED" },
  ]);
});

test("a payment opens what was shut for want of it, once, and nothing that was shut for another reason", async () => {
  const unpaid = await standing("unpaid", "READ_ONLY");
  await unpaid.tend(after(80));
  const pay = () => recordPayment(here.web.db, byOperator(unpaid.id, after(365), after(81)), "R-17");
  for (let n = 0; n < 2; n += 1) await pay();
  const line = { paidUntil: after(365).toISOString(), reference: "R-17", before: "SUSPENDED" };
  expect((await unpaid.lines()).at(-1)).toEqual({ action: "factory.recordPayment", detail: line });
  expect(await unpaid.lines()).toHaveLength(2);
  const finder = createFactoryFinder(here.web.db);
  expect(await finder.byId(unpaid.id)).toMatchObject({
    state: "READY",
    suspendReason: null,
    subscription: { state: "ACTIVE", endsAt: after(365) },
  });
  const other = await standing("other", "READ_ONLY");
  await suspendFactory(here.web.db, `${here.prefix}other`, "Looked into");
  await other.tend(after(80));
  await recordPayment(here.web.db, byOperator(other.id, after(365), after(81)), "");
  expect(await finder.byId(other.id)).toMatchObject({ state: "SUSPENDED", suspendReason: "Looked into" });
});

test("a trial goes on until the moment given; one that is past is refused at its field", async () => {
  const { id, read } = await standing("longer", "PAST_DUE");
  await extendTrial(here.web.db, byOperator(id, after(30), after(1)));
  expect(await read()).toMatchObject({ state: "TRIAL", endsAt: after(30) });
  await expect(extendTrial(here.web.db, byOperator(id, after(1), after(1)))).rejects.toMatchObject({
    failure: { code: "INVALID", field: "endsAt" },
  });
  await expect(recordPayment(here.web.db, byOperator(id, after(0), after(1)), "")).rejects.toMatchObject({
    failure: { code: "INVALID", field: "paidUntil" },
  });
});

test("only what ends soon or has ended is looked at", async () => {
  const near = await standing("near", "TRIAL", after(6.9));
  const far = await standing("far", "TRIAL", after(7.1));
  const endless = await standing("endless", "TRIAL", null);
  const ids = (await listDueSubscriptions(here.web.db, END)).map(({ id }) => id);
  expect(ids).toContain(near.id);
  expect(ids).not.toContain(far.id);
  expect(ids).not.toContain(endless.id);
});
