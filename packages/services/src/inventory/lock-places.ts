import { bytesToUuid, NO_LOT, type TenantDb, uuidToBytes } from "@storehouse/db";
import { type MinimumRule, moneyOf, placeKey, quantityOf } from "@storehouse/domain";
import type { LedgerPlace, LedgerPlaces } from "./ledger-place.ts";
import { marks, padded } from "./row-chunks.ts";

type Pair = Readonly<{ variantId: string; locationId: string }>;

// A condition is a number to MariaDB and a BIGINT to MySQL, which arrives as text.
type LockedRow = Readonly<{
  variantId: Buffer;
  locationId: Buffer;
  productId: Buffer;
  productName: string;
  sku: string;
  isVariantArchived: number | string;
  locationName: string;
  isLocationArchived: number | string;
  baseUnitId: Buffer;
  unit: string;
  decimals: number;
  cost: string | null;
  minimumStock: string | null;
  maximumStock: string | null;
  placeMinimum: string | null;
  currency: string;
  minimumRule: MinimumRule;
  closedThrough: string | null;
  timeZone: string;
  onHand: string;
  value: string;
  sequence: number;
  levelOnHand: string | null;
  levelReserved: string | null;
}>;

/**
 * Locks the variants' totals, in the order of their ids, then their levels, and reads with them what a booking has to know: one round trip.
 * A pair that is missing in the answer is unknown, or its variant has no total yet. Only totals and levels are locked against others who book;
 * the rest is locked shared, as the entry's foreign keys do anyway. Nothing in it may be read without a lock: that read would come from a snapshot
 * older than the row waited for, which MariaDB refuses with error 1020 and MySQL does not.
 */
export async function lockPlaces(db: TenantDb, pairs: readonly Pair[]): Promise<LedgerPlaces> {
  const all = padded(pairs);
  const variantIds = all.map(({ variantId }) => uuidToBytes(variantId));
  const locationIds = all.map(({ locationId }) => uuidToBytes(locationId));
  const both = variantIds.flatMap((variantId, at) => [variantId, locationIds[at] ?? variantId]);
  const rows = await db.source.prepared<LockedRow>(lockText(all.length), [
    uuidToBytes(NO_LOT),
    ...variantIds,
    ...locationIds,
    ...both,
  ]);
  return new Map(rows.map(toPlace).map((place) => [placeKey(place.variantId, place.locationId), place]));
}

// The index is forced so that the rows are met, and locked, in its order and no other row is touched on the way.
const lockText = (size: number): string => `
  select straight_join s.variant_id as variantId, c.productId, c.productName, c.sku, c.isVariantArchived, c.baseUnitId, c.unit, c.decimals,
    c.cost, c.minimumStock, c.maximumStock, c.currency, c.minimumRule, c.closedThrough, c.timeZone, h.id as locationId, h.name as locationName,
    h.isLocationArchived, s.on_hand as onHand, s.value, s.sequence, l.on_hand as levelOnHand, l.reserved as levelReserved, m.minimum as placeMinimum
  from variant_stock s force index (primary)
  join (
    select v.id, v.sku, v.minimum_stock as minimumStock, v.maximum_stock as maximumStock, p.id as productId, p.name as productName, p.cost,
      (p.is_archived = 1 or v.archived_at is not null) as isVariantArchived,
      u.id as baseUnitId, u.code as unit, u.decimals, g.currency, g.minimum_rule as minimumRule, g.closed_through as closedThrough,
      g.time_zone as timeZone
    from variants v join products p on p.id = v.product_id join units u on u.id = p.base_unit_id join settings g on g.id = 1
    lock in share mode
  ) c on c.id = s.variant_id
  join (select id, name, archived_at is not null as isLocationArchived from locations lock in share mode) h
  left join stock_levels l on l.variant_id = s.variant_id and l.location_id = h.id and l.lot_id = ?
  left join location_minimums m on m.variant_id = s.variant_id and m.location_id = h.id
  where s.variant_id in ${marks(1, size)} and h.id in ${marks(1, size)} and (s.variant_id, h.id) in (${marks(size, 2)})
  order by s.variant_id for update`;

function toPlace(row: LockedRow): LedgerPlace {
  const { onHand, value, sequence, levelOnHand, levelReserved, ...facts } = row;
  return {
    ...facts,
    variantId: bytesToUuid(row.variantId),
    locationId: bytesToUuid(row.locationId),
    productId: bytesToUuid(row.productId),
    baseUnitId: bytesToUuid(row.baseUnitId),
    isVariantArchived: Number(row.isVariantArchived) === 1,
    isLocationArchived: Number(row.isLocationArchived) === 1,
    cost: row.cost === null ? 0n : moneyOf(row.cost),
    minimumStock: limitOf(row.minimumStock),
    maximumStock: limitOf(row.maximumStock),
    placeMinimum: limitOf(row.placeMinimum),
    stock: { onHand: quantityOf(onHand), value: moneyOf(value), sequence },
    level:
      levelOnHand === null || levelReserved === null
        ? undefined
        : { onHand: quantityOf(levelOnHand), reserved: quantityOf(levelReserved) },
  };
}

const limitOf = (text: string | null): bigint | undefined => (text === null ? undefined : quantityOf(text));
