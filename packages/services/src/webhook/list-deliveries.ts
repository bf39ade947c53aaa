import { and, desc, eq, gte, lte, type SQL } from "@storehouse/db";
import { webhookDeliveries, webhookEndpoints } from "@storehouse/db/tenant";
import type { DeliveryRow, ListDeliveriesInput, Page } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { comesAfter } from "../record/keyset.ts";
import { momentOf } from "../user/moment-of.ts";
import { assertManages } from "./assert-manages.ts";
import { FIRST_TIME } from "./write-events.ts";

/** The log of what was sent and is to be sent, the latest first, filtered, a page at a time. */
export async function listDeliveries(ctx: TenantContext, input: ListDeliveriesInput): Promise<Page<DeliveryRow>> {
  assertManages(ctx, "webhooks.read");
  const { createdAt, id } = webhookDeliveries;
  const cursor = unpackCursor(input.after, 2);
  const last = cursor && momentOf(cursor);
  const rows = await selectDeliveries(ctx)
    .where(
      and(
        ...filters(input, ctx.now()),
        last &&
          comesAfter(
            [
              [createdAt, last.at],
              [id, last.id],
            ],
            "desc",
          ),
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(input.limit + 1);
  const page = toPage(rows, input.limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { ...page, rows: page.rows.map(toDeliveryRow) };
}

const DAY_MS = 24 * 60 * 60_000;

const filters = ({ webhookId, state, event, ...span }: ListDeliveriesInput, now: Date): (SQL | undefined)[] => [
  webhookId === undefined ? undefined : eq(webhookDeliveries.endpointId, webhookId),
  state && eq(webhookDeliveries.state, state),
  event && eq(webhookDeliveries.type, event),
  ...within(span, now),
];

function within({ from, to, days }: Pick<ListDeliveriesInput, "from" | "to" | "days">, now: Date): (SQL | undefined)[] {
  const { createdAt } = webhookDeliveries;
  if (days !== undefined) return [gte(createdAt, new Date(now.getTime() - days * DAY_MS))];
  return [from && gte(createdAt, new Date(from)), to && lte(createdAt, new Date(to))].map((one) => one || undefined);
}

/** Deliveries as rows are made of, of endpoints that are gone too. */
export const selectDeliveries = ({ db }: TenantContext) =>
  db
    .select({
      id: webhookDeliveries.id,
      webhookId: webhookDeliveries.endpointId,
      url: webhookEndpoints.url,
      eventId: webhookDeliveries.eventId,
      event: webhookDeliveries.type,
      state: webhookDeliveries.state,
      attempts: webhookDeliveries.attempts,
      replayId: webhookDeliveries.replayId,
      status: webhookDeliveries.lastStatus,
      error: webhookDeliveries.lastError,
      durationMs: webhookDeliveries.lastDurationMs,
      createdAt: webhookDeliveries.createdAt,
      finishedAt: webhookDeliveries.finishedAt,
      dueAt: webhookDeliveries.dueAt,
    })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId));

type Selected = Awaited<ReturnType<typeof selectDeliveries>>[number];

/** A delivery as the log lists it. */
export const toDeliveryRow = ({ replayId, ...row }: Selected): DeliveryRow => ({
  ...row,
  isReplay: replayId !== FIRST_TIME,
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  dueAt: row.state === "PENDING" ? row.dueAt.toISOString() : null,
});
