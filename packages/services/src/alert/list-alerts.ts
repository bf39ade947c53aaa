import { alias, and, asc, contains, desc, eq, NO_LOT, or, type SQL } from "@storehouse/db";
import { alerts, locations, products, stockLevels, units, users, variantStock, variants } from "@storehouse/db/tenant";
import { type AlertRow, fail, type ListAlertsInput, type Page, trimDecimal } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { type Cursor, toPage, unpackCursor } from "../cursor.ts";
import { inPlaces } from "../place-scope.ts";
import { codeText, nameHolds } from "../product/product-search.ts";
import { isMade } from "../formula/is-made.ts";
import { comesAfter } from "../record/keyset.ts";
import { momentOf } from "../user/moment-of.ts";

const [acknowledger, resolver] = [alias(users, "acknowledger"), alias(users, "resolver")];

/** Lists what holds now by urgency, the longest open first; or what has ended, the latest first. Who is limited to places reads what is there. */
export async function listAlerts(ctx: TenantContext, input: ListAlertsInput): Promise<Page<AlertRow>> {
  authorize(ctx, "alerts.read");
  const { isOpen, after, limit } = input;
  const order = isOpen
    ? [asc(alerts.urgency), asc(alerts.raisedAt), asc(alerts.id)]
    : [desc(alerts.resolvedAt), desc(alerts.id)];
  const rows = await select(ctx)
    .where(
      and(
        eq(alerts.isOpen, Number(isOpen)),
        inPlaces(ctx, alerts.locationId),
        ...filters(input),
        isOpen ? afterOpen(after) : afterEnded(after),
      ),
    )
    .orderBy(...order)
    .limit(limit + 1);
  const page = toPage(rows, limit, (row) =>
    isOpen ? [String(row.urgency), iso(row.raisedAt), row.id] : [iso(row.resolvedAt), row.id],
  );
  return { ...page, rows: page.rows.map(toRow) };
}

const filters = ({ kind, state, locationId, variantId, search }: ListAlertsInput): (SQL | undefined)[] => [
  kind && eq(alerts.kind, kind),
  state && eq(alerts.state, state),
  locationId === undefined ? undefined : eq(alerts.locationId, locationId),
  variantId === undefined ? undefined : eq(alerts.variantId, variantId),
  search
    ? or(
        nameHolds(products.name, search),
        contains(products.code, codeText(search)),
        contains(variants.sku, codeText(search)),
      )
    : undefined,
];

function afterOpen(after: string | undefined): SQL | undefined {
  const cursor = unpackCursor(after, 3);
  if (cursor === undefined) return undefined;
  const [urgency, ...last] = cursor;
  const { at, id } = momentOf(last as Cursor);
  if (typeof urgency !== "string" || !/^\d$/.test(urgency))
    fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  return comesAfter([
    [alerts.urgency, Number(urgency)],
    [alerts.raisedAt, at],
    [alerts.id, id],
  ]);
}

function afterEnded(after: string | undefined): SQL | undefined {
  const cursor = unpackCursor(after, 2);
  if (cursor === undefined) return undefined;
  const { at, id } = momentOf(cursor);
  return comesAfter(
    [
      [alerts.resolvedAt, at],
      [alerts.id, id],
    ],
    "desc",
  );
}

const select = ({ db }: TenantContext) =>
  db
    .select({
      id: alerts.id,
      kind: alerts.kind,
      state: alerts.state,
      urgency: alerts.urgency,
      variantId: alerts.variantId,
      sku: variants.sku,
      productId: products.id,
      productName: products.name,
      variantName: variants.name,
      unit: units.code,
      isMade: isMade(db, alerts.variantId),
      locationId: alerts.locationId,
      locationName: locations.name,
      onHand: alerts.onHand,
      total: variantStock.onHand,
      levelOnHand: stockLevels.onHand,
      limit: alerts.limit,
      raisedAt: alerts.raisedAt,
      acknowledgedAt: alerts.acknowledgedAt,
      acknowledgedBy: acknowledger.name,
      resolvedAt: alerts.resolvedAt,
      resolvedBy: resolver.name,
    })
    .from(alerts)
    .innerJoin(variants, eq(variants.id, alerts.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .innerJoin(variantStock, eq(variantStock.variantId, alerts.variantId))
    .leftJoin(locations, eq(locations.id, alerts.locationId))
    .leftJoin(
      stockLevels,
      and(
        eq(stockLevels.variantId, alerts.variantId),
        eq(stockLevels.locationId, alerts.locationId),
        eq(stockLevels.lotId, NO_LOT),
      ),
    )
    .leftJoin(acknowledger, eq(acknowledger.id, alerts.acknowledgedBy))
    .leftJoin(resolver, eq(resolver.id, alerts.resolvedBy));

type Selected = Awaited<ReturnType<typeof select>>[number];

function toRow({ urgency: _urgency, total, levelOnHand, ...row }: Selected): AlertRow {
  return {
    ...row,
    onHand: row.onHand && trimDecimal(row.onHand),
    onHandNow: trimDecimal(row.locationId === null ? total : (levelOnHand ?? "0")),
    limit: row.limit && trimDecimal(row.limit),
    raisedAt: row.raisedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
