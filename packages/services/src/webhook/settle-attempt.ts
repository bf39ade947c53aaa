import { and, eq } from "@storehouse/db";
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from "@storehouse/db/tenant";
import { isGivenUp, receiverPauseMs, webhookPauseMs } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { newId } from "../new-id.ts";
import type { DueDelivery, WebhookOutcome } from "./deliver-webhooks.ts";
import { tellDisabled } from "./tell-disabled.ts";

/** What an attempt came to: of the delivery, and of the endpoint that it went to. */
export type Settled = Readonly<{ result: "delivered" | "failed" | "dead"; isPaused: boolean; isDisabled: boolean }>;

const UNTOUCHED: Settled = { result: "failed", isPaused: false, isDisabled: false };
const MINUTE_MS = 60_000;
/** The receiver says that it is gone for good. */
const GONE = 410;

/** Writes an attempt into the log and decides what follows from it. What somebody else has settled meanwhile stays as it is. */
export function settleAttempt(ctx: TenantContext, due: DueDelivery, outcome: WebhookOutcome): Promise<Settled> {
  return atomically(ctx, async (tx) => {
    const { state, attempts } = webhookDeliveries;
    const one = eq(webhookDeliveries.id, due.id);
    const [stored] = await tx.db.select({ state, attempts }).from(webhookDeliveries).where(one).for("update");
    if (stored?.state !== "PENDING") return UNTOUCHED;
    const number = stored.attempts + 1;
    const result = await saveAttempt(tx, due, outcome, number);
    if (result === "delivered") return noteSuccess(tx, due.endpoint.id);
    return { result, ...(await noteFailure(tx, due.endpoint.id, outcome)) };
  });
}

async function saveAttempt(
  tx: TenantContext,
  due: DueDelivery,
  { status, error, answer, durationMs }: WebhookOutcome,
  number: number,
): Promise<Settled["result"]> {
  const at = tx.now();
  const attempt = { number, at, durationMs, status, error, answer };
  await tx.db.insert(webhookAttempts).values({ id: newId(), deliveryId: due.id, ...attempt });
  const isTaken = status !== null && status >= 200 && status < 300;
  const pauseMs = isTaken ? undefined : webhookPauseMs(number, Math.random());
  const next =
    pauseMs === undefined
      ? { state: isTaken ? ("DELIVERED" as const) : ("DEAD" as const), finishedAt: at }
      : { dueAt: new Date(at.getTime() + pauseMs) };
  await tx.db
    .update(webhookDeliveries)
    .set({ attempts: number, lastStatus: status, lastError: error, lastDurationMs: durationMs, ...next })
    .where(eq(webhookDeliveries.id, due.id));
  if (isTaken) return "delivered";
  return pauseMs === undefined ? "dead" : "failed";
}

/** The endpoint's row is written only where it says something new: bookings never wait for it. */
async function noteSuccess(tx: TenantContext, id: string): Promise<Settled> {
  const { failures, lastDeliveredAt } = webhookEndpoints;
  const one = eq(webhookEndpoints.id, id);
  const [endpoint] = await tx.db.select({ failures, lastDeliveredAt }).from(webhookEndpoints).where(one);
  const lastMs = endpoint?.lastDeliveredAt?.getTime() ?? 0;
  if (endpoint?.failures !== 0 || tx.now().getTime() - lastMs > MINUTE_MS) {
    const well = { failures: 0, failingSince: null, retryAt: null, lastDeliveredAt: tx.now() };
    await tx.db.update(webhookEndpoints).set(well).where(one);
  }
  return { result: "delivered", isPaused: false, isDisabled: false };
}

async function noteFailure(
  tx: TenantContext,
  id: string,
  { status, isReceiverDown }: WebhookOutcome,
): Promise<Pick<Settled, "isPaused" | "isDisabled">> {
  const one = eq(webhookEndpoints.id, id);
  const { failures: before, failingSince, isActive, url } = webhookEndpoints;
  const [endpoint] = await tx.db
    .select({ before, failingSince, isActive, url })
    .from(webhookEndpoints)
    .where(one)
    .for("update");
  if (endpoint === undefined || !endpoint.isActive) return { isPaused: true, isDisabled: false };
  const now = tx.now();
  const failures = endpoint.before + 1;
  const since = endpoint.failingSince ?? now;
  const isDisabled = status === GONE || isGivenUp(failures, since, now);
  const retryAt = isReceiverDown ? new Date(now.getTime() + receiverPauseMs(failures, Math.random())) : null;
  await tx.db
    .update(webhookEndpoints)
    .set({ failures, failingSince: since, retryAt, ...(isDisabled ? { isActive: false, disabledAt: now } : {}) })
    .where(and(one, eq(isActive, true)));
  if (isDisabled) {
    const host = new URL(endpoint.url).host;
    await recordAudit(tx, {
      action: "webhooks.disable",
      entity: "webhook",
      entityId: id,
      before: { isActive: true },
      after: { isActive: false, host, failures },
    });
    await tellDisabled(tx, { id, host, since });
  }
  return { isPaused: isReceiverDown || isDisabled, isDisabled };
}
