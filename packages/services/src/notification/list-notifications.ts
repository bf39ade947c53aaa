import { and, desc, eq, isNotNull, isNull } from "@storehouse/db";
import {
  alerts,
  auditNotes,
  locations,
  notifications,
  products,
  units,
  users,
  variants,
  webhookEndpoints,
} from "@storehouse/db/tenant";
import { type ListNotificationsInput, type NotificationRow, type Page, trimDecimal } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { isMade } from "../formula/is-made.ts";
import { comesAfter } from "../record/keyset.ts";
import { momentOf } from "../user/moment-of.ts";

/** Lists the caller's own notifications, the latest first. */
export async function listNotifications(
  ctx: TenantContext,
  { isUnread, after, limit }: ListNotificationsInput,
): Promise<Page<NotificationRow>> {
  authorize(ctx, "notifications.read");
  const cursor = unpackCursor(after, 2);
  const last = cursor && momentOf(cursor);
  const rows = await select(ctx)
    .where(
      and(
        eq(notifications.userId, personOf(ctx)),
        isUnread === undefined ? undefined : (isUnread ? isNull : isNotNull)(notifications.readAt),
        last &&
          comesAfter(
            [
              [notifications.createdAt, last.at],
              [notifications.id, last.id],
            ],
            "desc",
          ),
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit + 1);
  const page = toPage(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  return { ...page, rows: page.rows.map(toRow) };
}

const select = ({ db }: TenantContext) =>
  db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      count: notifications.count,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
      alert: { id: alerts.id, state: alerts.state, onHand: alerts.onHand, limit: alerts.limit },
      product: { productId: products.id, productName: products.name },
      variantId: variants.id,
      isMade: isMade(db, variants.id),
      variantName: variants.name,
      unit: units.code,
      locationName: locations.name,
      webhook: { id: webhookEndpoints.id, url: webhookEndpoints.url },
      lineId: auditNotes.lineId,
      userName: users.name,
    })
    .from(notifications)
    .leftJoin(alerts, eq(alerts.id, notifications.alertId))
    .leftJoin(variants, eq(variants.id, alerts.variantId))
    .leftJoin(products, eq(products.id, variants.productId))
    .leftJoin(units, eq(units.id, products.baseUnitId))
    .leftJoin(locations, eq(locations.id, alerts.locationId))
    .leftJoin(webhookEndpoints, eq(webhookEndpoints.id, notifications.webhookId))
    .leftJoin(auditNotes, eq(auditNotes.id, notifications.noteId))
    .leftJoin(users, eq(users.id, auditNotes.userId));

type Selected = Awaited<ReturnType<typeof select>>[number];

function toRow(row: Selected): NotificationRow {
  const { id, kind, count, createdAt, readAt, alert, product, variantId, variantName, unit, locationName, webhook } =
    row;
  return {
    id,
    kind,
    count,
    isRead: readAt !== null,
    createdAt: createdAt.toISOString(),
    note: row.lineId === null || row.userName === null ? null : { lineId: row.lineId, userName: row.userName },
    webhook: webhook && { id: webhook.id, host: new URL(webhook.url).host },
    alert:
      alert === null || product === null || variantId === null
        ? null
        : {
            ...alert,
            ...product,
            variantId,
            isMade: row.isMade,
            variantName,
            unit: unit ?? "",
            locationName,
            onHand: alert.onHand && trimDecimal(alert.onHand),
            limit: alert.limit && trimDecimal(alert.limit),
          },
  };
}
