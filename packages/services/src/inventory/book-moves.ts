import {
  applyMoves,
  assertOpenOn,
  fail,
  type LiveChange,
  type Move,
  placeKey,
  type PostedEntry,
  quantityText,
  type ShortMove,
} from "@storehouse/domain";
import { findCrossings } from "../alert/find-crossings.ts";
import { settleAlerts, type StockFinding } from "../alert/settle-alerts.ts";
import type { TenantContext } from "../context.ts";
import { recordChange } from "../live/record-change.ts";
import { tellPosting } from "../webhook/tell-posting.ts";
import { getPlaces } from "./get-places.ts";
import type { LedgerPlaces, Target } from "./ledger-place.ts";
import type { OpenPosting } from "./open-posting.ts";
import { CHUNK_MAX } from "./row-chunks.ts";
import { writeEntries, type WrittenEntry } from "./write-entries.ts";

/** One line of a booking: the one or two places it touches, all of one variant. */
export type Booking = Readonly<{ variantId: string; targets: readonly Target[] }>;

/** What becomes of a batch of bookings once their places are locked. */
export type Plan<Line extends Booking> = (
  bookings: readonly Line[],
  places: LedgerPlaces,
) => readonly Move[] | Promise<readonly Move[]>;

/** Told how many of all bookings are written. */
export type Progress = (done: number, total: number) => void | Promise<void>;

/**
 * Books lines in an open transaction: locks what they touch in the order of the variants' ids, asks `plan` for the moves, applies and writes them,
 * some hundred at a time. Throws what `getPlaces`, `plan` and `applyMoves` throw, PERIOD_CLOSED, and INSUFFICIENT_STOCK with every line of the batch that falls short.
 */
export async function bookMoves<Line extends Booking>(
  ctx: TenantContext,
  posting: OpenPosting,
  bookings: readonly Line[],
  plan: Plan<Line>,
  onProgress?: Progress,
): Promise<readonly PostedEntry[]> {
  const written: WrittenEntry[] = [];
  const crossings = new Map<string, StockFinding>();
  const teller = await tellPosting(ctx, posting);
  let done = 0;
  for (const batch of batchesOf(bookings)) {
    const booked = await bookBatch(ctx, posting, batch, plan);
    written.push(...booked.written);
    teller.add(booked.places, booked.written);
    for (const one of booked.crossings) crossings.set(placeKey(one.variantId, one.locationId ?? ""), one);
    done += batch.length;
    await onProgress?.(done, bookings.length);
  }
  await teller.end();
  await settleAlerts(ctx, [...crossings.values()], posting.id);
  return written.toSorted((a, b) => a.effect.move.number - b.effect.move.number).map(toPosted);
}

async function bookBatch<Line extends Booking>(
  ctx: TenantContext,
  posting: OpenPosting,
  batch: readonly Line[],
  plan: Plan<Line>,
): Promise<{ places: LedgerPlaces; written: readonly WrittenEntry[]; crossings: readonly StockFinding[] }> {
  const places = await getPlaces(
    ctx,
    batch.flatMap(({ targets }) => targets),
  );
  const moves = await plan(batch, places);
  assertOpen(places, posting, moves);
  const applied = applyMoves(stateOf(places), moves);
  if (applied.shorts.length > 0) {
    const shorts = applied.shorts.toSorted((a, b) => a.move.number - b.move.number);
    fail({ code: "INSUFFICIENT_STOCK", shortages: shorts.map((short) => toShortage(places, short)) });
  }
  await recordChange(ctx, bookedAt(places, moves));
  const written = await writeEntries(ctx.db, posting, places, applied);
  return { places, written, crossings: findCrossings(places, applied) };
}

function bookedAt(places: LedgerPlaces, moves: readonly Move[]): LiveChange {
  const booked = moves.flatMap(({ variantId, locationId }) => places.get(placeKey(variantId, locationId)) ?? []);
  return {
    topic: "inventory",
    ids: booked.map(({ variantId }) => variantId),
    productIds: booked.map(({ productId }) => productId),
    placeIds: booked.map(({ locationId }) => locationId),
  };
}

/** Asked under the lock that the places were read with: whoever closes the period waits until this is written. */
function assertOpen(places: LedgerPlaces, posting: OpenPosting, moves: readonly Move[]): void {
  const [any] = places.values();
  if (any === undefined) return;
  assertOpenOn(any, posting.occurredAt);
  for (const { occurredAt } of moves) if (occurredAt !== undefined) assertOpenOn(any, occurredAt);
}

/** By variant id, so that two submissions lock in the same order whatever theirs is; the lines of a variant keep theirs. */
function batchesOf<Line extends Booking>(bookings: readonly Line[]): readonly (readonly Line[])[] {
  const sorted = bookings.toSorted((a, b) => (a.variantId < b.variantId ? -1 : Number(a.variantId > b.variantId)));
  const batches: Line[][] = [[]];
  let size = 0;
  for (const booking of sorted) {
    if (size + booking.targets.length > CHUNK_MAX) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(booking);
    size += booking.targets.length;
  }
  return batches;
}

const stateOf = (places: LedgerPlaces) => ({
  stocks: new Map([...places.values()].map(({ variantId, stock }) => [variantId, stock])),
  levels: new Map([...places].flatMap(([key, { level }]) => (level === undefined ? [] : [[key, level] as const]))),
});

function toShortage(places: LedgerPlaces, { move, onHand, available }: ShortMove) {
  const { line, variantId, locationId, quantity } = move;
  const place = places.get(placeKey(variantId, locationId));
  return {
    line,
    variantId,
    productName: place?.productName ?? "",
    sku: place?.sku ?? "",
    unit: place?.unit ?? "",
    locationId,
    locationName: place?.locationName ?? "",
    onHand: quantityText(onHand),
    available: quantityText(available),
    wanted: quantityText(-quantity),
  };
}

const toPosted = ({ entryId, effect: { move, balance } }: WrittenEntry): PostedEntry => ({
  entryId,
  variantId: move.variantId,
  locationId: move.locationId,
  quantity: quantityText(move.quantity),
  balance: quantityText(balance),
});
