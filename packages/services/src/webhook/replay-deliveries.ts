import { and, asc, count, eq, gte, inArray, notExists, sql } from "@storehouse/db";
import { webhookDeliveries, webhookEvents } from "@storehouse/db/tenant";
import { fail, REPLAY_MAX, type Replayed, type ReplayDeliveryInput, type ReplaySinceInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { chunksOf } from "../import/in-chunks.ts";
import { noteQueued } from "../note-queued.ts";
import { assertManages } from "./assert-manages.ts";
import { sendSoon } from "./send-soon.ts";
import { lockWebhook, type StoredWebhook } from "./webhook-record.ts";
import { newDelivery } from "./write-events.ts";

/**
 * Sends one delivery's event again, under the id it had: a receiver that took it knows it by that. Sent twice with the same `replayId`, it is one.
 * Throws NOT_ALLOWED, NOT_FOUND, WRONG_STATE for an endpoint that is off.
 */
export function replayDelivery(ctx: TenantContext, { id, replayId }: ReplayDeliveryInput): Promise<Replayed> {
  assertManages(ctx, "webhooks.replay");
  return atomically(ctx, async (tx) => {
    const { eventId, type, endpointId } = webhookDeliveries;
    const [found] = await tx.db
      .select({ id: eventId, type, endpointId })
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.id, id));
    if (found === undefined) return fail({ code: "NOT_FOUND", entity: "delivery", id });
    const endpoint = await lockActive(tx, found.endpointId);
    const before = await countReplayed(tx, endpoint.id, replayId);
    return { queued: before || (await queueAgain(tx, endpoint, [found], replayId)), isCut: false };
  });
}

/**
 * Sends an endpoint again what happened since a moment of what it hears of, as far as it is kept; or only what it never took. At most some thousand
 * at once, the oldest first: `isCut` says that there is more. Sent twice with the same `replayId`, it is one. Throws NOT_ALLOWED, NOT_FOUND, WRONG_STATE.
 */
export function replaySince(ctx: TenantContext, input: ReplaySinceInput): Promise<Replayed> {
  assertManages(ctx, "webhooks.replay");
  return atomically(ctx, async (tx) => {
    const endpoint = await lockActive(tx, input.id);
    const before = await countReplayed(tx, endpoint.id, input.replayId);
    if (before > 0) return { queued: before, isCut: before === REPLAY_MAX };
    const events = await findEvents(tx, endpoint, input);
    const some = events.slice(0, REPLAY_MAX);
    return { queued: await queueAgain(tx, endpoint, some, input.replayId), isCut: events.length > REPLAY_MAX };
  });
}

async function lockActive(tx: TenantContext, id: string): Promise<StoredWebhook> {
  const endpoint = await lockWebhook(tx, id);
  return endpoint.isActive ? endpoint : fail({ code: "WRONG_STATE", entity: "webhook", id, state: "OFF" });
}

/** How many a replay brought before, asked under the endpoint's lock: of two that are the same, the second brings nothing. */
async function countReplayed({ db }: TenantContext, endpointId: string, replayId: string): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.endpointId, endpointId), eq(webhookDeliveries.replayId, replayId)));
  return row?.total ?? 0;
}

function findEvents({ db }: TenantContext, endpoint: StoredWebhook, { since, onlyFailed }: ReplaySinceInput) {
  const { id, type, at } = webhookEvents;
  const { endpointId, eventId, state } = webhookDeliveries;
  // What still waits is on its way anyhow.
  const isOnItsWay = db
    .select({ one: sql`1` })
    .from(webhookDeliveries)
    .where(
      and(
        eq(eventId, id),
        eq(endpointId, endpoint.id),
        inArray(state, onlyFailed ? ["PENDING", "DELIVERED"] : ["PENDING"]),
      ),
    );
  return db
    .select({ id, type })
    .from(webhookEvents)
    .where(and(gte(at, new Date(since)), inArray(type, [...endpoint.events]), notExists(isOnItsWay)))
    .orderBy(asc(at), asc(id))
    .limit(REPLAY_MAX + 1);
}

async function queueAgain(
  tx: TenantContext,
  { id: endpointId, url }: StoredWebhook,
  events: readonly Readonly<{ id: string; type: string }>[],
  replayId: string,
): Promise<number> {
  const at = tx.now();
  const queued = events.length;
  if (queued === 0) return 0;
  const rows = events.map(({ id: eventId, type }) => ({ ...newDelivery(at), eventId, endpointId, type, replayId }));
  for (const some of chunksOf(rows)) await tx.db.insert(webhookDeliveries).values(some);
  await sendSoon(tx, endpointId);
  const after = { host: new URL(url).host, count: queued };
  await recordAudit(tx, { action: "webhooks.replay", entity: "webhook", entityId: endpointId, after });
  noteQueued(tx, "webhook");
  return queued;
}
