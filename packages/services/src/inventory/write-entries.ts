import { NO_LOT, type PreparedValue, type TenantDb, uuidToBytes } from "@storehouse/db";
import {
  type AppliedMoves,
  isLowAt,
  type LevelState,
  moneyText,
  type MoveEffect,
  placeKey,
  quantityText,
  type StockState,
} from "@storehouse/domain";
import { newId } from "../new-id.ts";
import type { LedgerPlace, LedgerPlaces } from "./ledger-place.ts";
import type { OpenPosting } from "./open-posting.ts";
import { marks, rowChunks } from "./row-chunks.ts";

const NO_LOT_BYTES = uuidToBytes(NO_LOT);

/** An entry as it was written. */
export type WrittenEntry = Readonly<{ entryId: string; effect: MoveEffect }>;

/** Writes the entries, then the levels and totals they lead to. */
export async function writeEntries(
  db: TenantDb,
  posting: OpenPosting,
  places: LedgerPlaces,
  applied: AppliedMoves,
): Promise<readonly WrittenEntry[]> {
  const entries = applied.effects.map((effect) => ({ entryId: newId(), effect }));
  for (const chunk of rowChunks(entries)) {
    await db.source.prepared(
      `${INSERT_ENTRIES} ${marks(chunk.length, ENTRY_COLUMNS)}`,
      chunk.flatMap((entry) => entryRow(posting, places, entry)),
    );
  }
  await saveState(db, posting, places, applied);
  return entries;
}

const ENTRY_COLUMNS = 17;
const INSERT_ENTRIES = `insert into inventory_entries (id, posting_id, line_number, variant_id, location_id, lot_id, type, quantity,
  unit_cost, value, currency, balance, sequence, reverses_id, user_id, occurred_at, written_at) values`;

function entryRow(posting: OpenPosting, places: LedgerPlaces, { entryId, effect }: WrittenEntry): PreparedValue[] {
  const { move, value, unitCost, balance, sequence } = effect;
  return [
    uuidToBytes(entryId),
    uuidToBytes(posting.id),
    move.number,
    uuidToBytes(move.variantId),
    uuidToBytes(move.locationId),
    NO_LOT_BYTES,
    move.type,
    quantityText(move.quantity),
    unitCost === null ? null : moneyText(unitCost),
    moneyText(value),
    placeOf(places, move).currency,
    quantityText(balance),
    sequence,
    move.reversesId === null ? null : uuidToBytes(move.reversesId),
    uuidToBytes(posting.userId),
    move.occurredAt ?? posting.occurredAt,
    posting.writtenAt,
  ];
}

type Changed = Readonly<{ place: LedgerPlace; level: LevelState; stock: StockState }>;

async function saveState(db: TenantDb, posting: OpenPosting, places: LedgerPlaces, applied: AppliedMoves) {
  const changed = changedOf(places, applied);
  const [only] = changed;
  if (changed.length === 1 && only?.place.level !== undefined) return updateBoth(db, posting, only);

  for (const chunk of rowChunks(changed)) {
    await db.source.prepared(
      `insert into stock_levels (variant_id, location_id, lot_id, on_hand, updated_at) values ${marks(chunk.length, 5)}
       on duplicate key update on_hand = values(on_hand), updated_at = values(updated_at)`,
      chunk.flatMap((row) => levelRow(posting, row)),
    );
  }
  const totals = [...new Map(changed.map((row) => [row.place.variantId, row])).values()];
  for (const chunk of rowChunks(totals)) {
    await db.source.prepared(
      `insert into variant_stock (variant_id, product_id, on_hand, value, sequence, is_low) values ${marks(chunk.length, 6)}
       on duplicate key update on_hand = values(on_hand), value = values(value), sequence = values(sequence), is_low = values(is_low)`,
      chunk.flatMap(totalRow),
    );
  }
}

/** The usual case, one variant at one place that both have their rows, in one round trip instead of two. */
async function updateBoth(db: TenantDb, posting: OpenPosting, { place, level, stock }: Changed): Promise<void> {
  await db.source.prepared(
    `update variant_stock s join stock_levels l on l.variant_id = s.variant_id
     set s.on_hand = ?, s.value = ?, s.sequence = ?, s.is_low = ?, l.on_hand = ?, l.updated_at = ?
     where s.variant_id = ? and l.location_id = ? and l.lot_id = ?`,
    [
      quantityText(stock.onHand),
      moneyText(stock.value),
      stock.sequence,
      isLow(place, stock),
      quantityText(level.onHand),
      posting.writtenAt,
      uuidToBytes(place.variantId),
      uuidToBytes(place.locationId),
      NO_LOT_BYTES,
    ],
  );
}

const levelRow = (posting: OpenPosting, { place, level }: Changed): PreparedValue[] => [
  uuidToBytes(place.variantId),
  uuidToBytes(place.locationId),
  NO_LOT_BYTES,
  quantityText(level.onHand),
  posting.writtenAt,
];

const totalRow = ({ place, stock }: Changed): PreparedValue[] => [
  uuidToBytes(place.variantId),
  uuidToBytes(place.productId),
  quantityText(stock.onHand),
  moneyText(stock.value),
  stock.sequence,
  isLow(place, stock),
];

const isLow = ({ minimumStock, minimumRule, isVariantArchived }: LedgerPlace, { onHand }: StockState): number =>
  Number(!isVariantArchived && isLowAt(onHand, minimumStock, minimumRule));

function changedOf(places: LedgerPlaces, { effects, levels, stocks }: AppliedMoves): readonly Changed[] {
  const moves = new Map(effects.map(({ move }) => [placeKey(move.variantId, move.locationId), move]));
  return [...moves].flatMap(([key, move]) => {
    const level = levels.get(key);
    const stock = stocks.get(move.variantId);
    return level === undefined || stock === undefined ? [] : [{ place: placeOf(places, move), level, stock }];
  });
}

function placeOf(places: LedgerPlaces, { variantId, locationId }: { variantId: string; locationId: string }) {
  const place = places.get(placeKey(variantId, locationId));
  if (place === undefined) throw new Error("an entry names a place that was not locked");
  return place;
}
