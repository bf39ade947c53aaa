import { and, asc, eq, inArray, isNull, lte, or } from "@storehouse/db";
import { webhookDeliveries, webhookEndpoints, webhookEvents } from "@storehouse/db/tenant";
import { atomically, type TenantContext } from "../context.ts";
import { recordChange } from "../live/record-change.ts";
import type { Locked } from "../sign-in/ports.ts";
import { settleAttempt } from "./settle-attempt.ts";

/** An endpoint as the sender needs it: every secret that signs now, still locked. */
export type DeliveryEndpoint = Readonly<{ id: string; url: string; secrets: readonly Locked[] }>;

/** A delivery that is due. The event's id names the message: one that is sent again is the same one. */
export type DueDelivery = Readonly<{ id: string; eventId: string; body: string; endpoint: DeliveryEndpoint }>;

/** What became of one attempt. `error` says why there was no answer; `isReceiverDown`: no use trying another now. */
export type WebhookOutcome = Readonly<{
  status: number | null;
  error: string | null;
  answer: string | null;
  durationMs: number;
  isReceiverDown: boolean;
}>;
export type SendWebhook = (due: DueDelivery) => Promise<WebhookOutcome>;

/** What became of a run. */
export type WebhooksDelivered = Readonly<{ delivered: number; failed: number; dead: number; disabled: number }>;

const AT_ONCE = 10;
// Longer than sending all of them can take.
const CLAIM_MS = 5 * 60_000;

/**
 * Sends what is due of a factory's webhooks until a moment, all of its endpoints side by side, each one thing after the other. For jobs. Each delivery is
 * claimed before it is sent and marked after: a process that dies in between leaves it to be sent again under the same id. What fails is tried
 * again later, ever more rarely, and given up in the end; an endpoint whose receiver does not answer is left alone for a while as a whole.
 */
export async function deliverWebhooks(ctx: TenantContext, send: SendWebhook, until: Date): Promise<WebhooksDelivered> {
  const counts = { delivered: 0, failed: 0, dead: 0, disabled: 0 };
  const endpoints = await findReady(ctx);
  await Promise.all(endpoints.map((endpoint) => deliverTo(ctx, endpoint, send, until, counts)));
  return counts;
}

type Counts = { -readonly [Key in keyof WebhooksDelivered]: number };

async function deliverTo(
  ctx: TenantContext,
  endpoint: DeliveryEndpoint,
  send: SendWebhook,
  until: Date,
  counts: Counts,
): Promise<void> {
  for (let isOpen = true; isOpen && ctx.now() < until; ) {
    const due = await claimDue(ctx, endpoint);
    if (due.length === 0) return;
    isOpen = await sendAll(ctx, due, send, until, counts);
    await recordChange(ctx, { topic: "webhooks", ids: [endpoint.id] });
  }
}

/** False once the endpoint is to be left alone. What was not tried by then is let go of. */
async function sendAll(
  ctx: TenantContext,
  due: readonly DueDelivery[],
  send: SendWebhook,
  until: Date,
  counts: Counts,
): Promise<boolean> {
  for (const [at, delivery] of due.entries()) {
    const settled = await settleAttempt(ctx, delivery, await send(delivery));
    counts[settled.result] += 1;
    if (settled.isDisabled) counts.disabled += 1;
    if (settled.isPaused || ctx.now() >= until) {
      await release(ctx, due.slice(at + 1));
      return false;
    }
  }
  return true;
}

async function findReady({ db, now }: TenantContext): Promise<readonly DeliveryEndpoint[]> {
  const at = now();
  const { isActive, removedAt, retryAt } = webhookEndpoints;
  const rows = await db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(isActive, true), isNull(removedAt), or(isNull(retryAt), lte(retryAt, at))))
    .orderBy(asc(webhookEndpoints.createdAt));
  return rows.map(({ id, url, ...row }) => ({ id, url, secrets: secretsOf(row, at) }));
}

type Secrets = Pick<
  typeof webhookEndpoints.$inferSelect,
  "secret" | "secretKeyId" | "formerSecret" | "formerSecretKeyId" | "formerUntil"
>;

function secretsOf(row: Secrets, at: Date): readonly Locked[] {
  const { secret, secretKeyId, formerSecret, formerSecretKeyId, formerUntil } = row;
  const isFormerGood = formerSecret !== null && formerSecretKeyId !== null && formerUntil !== null && formerUntil > at;
  const former = isFormerGood ? [{ secret: formerSecret, secretKeyId: formerSecretKeyId }] : [];
  return [{ secret, secretKeyId }, ...former];
}

/** Two who deliver at once claim different ones. */
function claimDue(ctx: TenantContext, endpoint: DeliveryEndpoint): Promise<readonly DueDelivery[]> {
  return atomically(ctx, async ({ db, now }) => {
    const { id, eventId, endpointId, state, dueAt } = webhookDeliveries;
    const claimed = await db
      .select({ id, eventId })
      .from(webhookDeliveries)
      .where(and(eq(endpointId, endpoint.id), eq(state, "PENDING"), lte(dueAt, now())))
      .orderBy(asc(dueAt), asc(id))
      .limit(AT_ONCE)
      .for("update", { skipLocked: true });
    if (claimed.length === 0) return [];
    await setDue(
      { db },
      claimed.map((one) => one.id),
      new Date(now().getTime() + CLAIM_MS),
    );
    const events = await db
      .select({ id: webhookEvents.id, body: webhookEvents.body })
      .from(webhookEvents)
      .where(
        inArray(
          webhookEvents.id,
          claimed.map((one) => one.eventId),
        ),
      );
    const bodies = new Map(events.map((event) => [event.id, event.body]));
    return claimed.map((one) => ({ ...one, body: bodies.get(one.eventId) ?? "", endpoint }));
  });
}

const release = (ctx: TenantContext, due: readonly DueDelivery[]): Promise<void> =>
  atomically(ctx, ({ db, now }) =>
    setDue(
      { db },
      due.map(({ id }) => id),
      now(),
    ),
  );

async function setDue({ db }: Pick<TenantContext, "db">, ids: readonly string[], dueAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(webhookDeliveries)
    .set({ dueAt })
    .where(inArray(webhookDeliveries.id, [...ids]));
}
