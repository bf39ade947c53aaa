import { and, asc, count, eq, inArray, isNull } from "@storehouse/db";
import { users, webhookDeliveries, webhookEndpoints } from "@storehouse/db/tenant";
import { type Page, type PageInput, WEBHOOK_EVENTS, type WebhookRow } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { comesAfter } from "../record/keyset.ts";
import { momentOf } from "../user/moment-of.ts";
import { assertManages } from "./assert-manages.ts";

/** The factory's endpoints, the oldest first, each with how its receiver does. Their secrets are nowhere to be read. */
export async function listWebhooks(ctx: TenantContext, { after, limit }: PageInput): Promise<Page<WebhookRow>> {
  assertManages(ctx, "webhooks.read");
  const { createdAt, id } = webhookEndpoints;
  const cursor = unpackCursor(after, 2);
  const last = cursor && momentOf(cursor);
  const beyond =
    last &&
    comesAfter([
      [createdAt, last.at],
      [id, last.id],
    ]);
  const rows = await select(ctx)
    .where(and(isNull(webhookEndpoints.removedAt), beyond))
    .orderBy(asc(createdAt), asc(id))
    .limit(limit + 1);
  const page = toPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  const waiting = await countWaiting(
    ctx,
    page.rows.map((row) => row.id),
  );
  const now = ctx.now();
  return { ...page, rows: page.rows.map((row) => toRow(row, waiting.get(row.id) ?? 0, now)) };
}

const select = ({ db }: TenantContext) =>
  db
    .select({
      id: webhookEndpoints.id,
      url: webhookEndpoints.url,
      description: webhookEndpoints.description,
      events: webhookEndpoints.events,
      isActive: webhookEndpoints.isActive,
      version: webhookEndpoints.version,
      failures: webhookEndpoints.failures,
      failingSince: webhookEndpoints.failingSince,
      lastDeliveredAt: webhookEndpoints.lastDeliveredAt,
      disabledAt: webhookEndpoints.disabledAt,
      formerUntil: webhookEndpoints.formerUntil,
      madeBy: users.name,
      createdAt: webhookEndpoints.createdAt,
    })
    .from(webhookEndpoints)
    .innerJoin(users, eq(users.id, webhookEndpoints.createdBy));

type Selected = Awaited<ReturnType<typeof select>>[number];

async function countWaiting({ db }: TenantContext, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const { endpointId, state } = webhookDeliveries;
  const rows = await db
    .select({ endpointId, waiting: count() })
    .from(webhookDeliveries)
    .where(and(inArray(endpointId, [...ids]), eq(state, "PENDING")))
    .groupBy(endpointId);
  return new Map(rows.map((row) => [row.endpointId, row.waiting]));
}

const toRow = (row: Selected, waiting: number, now: Date): WebhookRow => ({
  ...row,
  waiting,
  events: WEBHOOK_EVENTS.filter((event) => row.events.includes(event)),
  failingSince: row.failingSince?.toISOString() ?? null,
  lastDeliveredAt: row.lastDeliveredAt?.toISOString() ?? null,
  disabledAt: row.disabledAt?.toISOString() ?? null,
  formerUntil: row.formerUntil !== null && row.formerUntil > now ? row.formerUntil.toISOString() : null,
  createdAt: row.createdAt.toISOString(),
});
