import { type CorrectInput, fail, type Move, moneyOf, placeKey, quantityOf, type Valuation } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { assertFirst } from "./assert-first.ts";
import type { Booking } from "./book-moves.ts";
import { enteredIn, findConversions } from "./find-conversions.ts";
import { findReversed, type Original, type Originals } from "./get-originals.ts";
import type { LedgerPlace, LedgerPlaces } from "./ledger-place.ts";
import { type ReverseBooking, toMove } from "./reverse.ts";

/** An entry to be put right: what it said, what undoes it, and where it should have been. Of a transfer, `original` is the departure. */
export type Correction = Readonly<{
  input: CorrectInput;
  original: Original;
  arrival: Original | undefined;
  posting: Originals["posting"];
  isTransfer: boolean;
  isInbound: boolean;
  reversed: readonly ReverseBooking[];
  target: Booking;
}>;

/** The moves of a correction. Where what was booked in has gone on, the corrected entry comes first: what counts is what is left in the end. */
export async function planCorrection(
  ctx: TenantContext,
  correction: Correction,
  places: LedgerPlaces,
): Promise<readonly Move[]> {
  const { original, reversed, input } = correction;
  const reversedId = await findReversed(
    ctx.db,
    reversed.map((one) => one.original.id),
  );
  if (reversedId !== undefined) fail({ code: "ALREADY_REVERSED", entryId: reversedId });

  const [entered] = input.lines;
  const isElsewhere = entered.variantId !== original.variantId || entered.locationId !== original.locationId;
  if (original.type === "opening" && isElsewhere) await assertFirst(ctx.db, [{ number: 0, entered }], places);
  const conversions = await findConversions(ctx.db, [{ entered }], places);
  const quantity = enteredIn(conversions, placeOf(places, entered), entered, "lines.0.");
  refuseSame(correction, quantity);

  const undone = reversed.map((one): Move => ({ ...toMove(one), line: 0, occurredAt: original.occurredAt }));
  const corrected = correctedMoves(correction, placeOf(places, entered), quantity);
  return canGoBack(places, undone) ? [...undone, ...corrected] : [...corrected, ...undone];
}

function placeOf(places: LedgerPlaces, { variantId, locationId }: Readonly<{ variantId: string; locationId: string }>) {
  const place = places.get(placeKey(variantId, locationId));
  if (place === undefined) throw new Error("a corrected entry's place was not locked");
  return place;
}

function refuseSame({ input, original, arrival, posting }: Correction, quantity: bigint): void {
  const [{ variantId, locationId, unitCost }] = input.lines;
  const isSame =
    variantId === original.variantId &&
    locationId === original.locationId &&
    quantity === absolute(quantityOf(original.quantity)) &&
    (unitCost === undefined || (original.unitCost !== null && moneyOf(unitCost) === moneyOf(original.unitCost))) &&
    (input.toLocationId === undefined || input.toLocationId === arrival?.locationId) &&
    (input.occurredAt === undefined || new Date(input.occurredAt).getTime() === original.occurredAt.getTime()) &&
    input.reference === posting.reference &&
    input.note === posting.note;
  if (isSame) fail({ code: "INVALID", field: "lines.0.quantity", reason: "NOTHING_CHANGED" });
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function correctedMoves(
  { original, isTransfer, isInbound, input }: Correction,
  place: LedgerPlace,
  quantity: bigint,
): Move[] {
  const [{ variantId, locationId, unitCost }] = input.lines;
  const kept = variantId === original.variantId ? original.unitCost : null;
  const average: Valuation = { kind: "average", fallbackCost: place.cost };
  const cost = isInbound ? (unitCost ?? kept) : null;
  const move: Move = {
    line: 0,
    number: 0,
    variantId,
    locationId,
    type: original.type,
    quantity: isInbound ? quantity : -quantity,
    valuation: cost === null ? average : { kind: "cost", unitCost: moneyOf(cost) },
    reversesId: null,
  };
  if (!isTransfer) return [move];
  const { toLocationId = locationId } = input;
  const arrival: Move = { ...move, number: 1, locationId: toLocationId, type: "transfer_in", quantity };
  return [move, { ...arrival, valuation: { kind: "mirror" } }];
}

/** True where what the undoing takes out is still there. */
const canGoBack = (places: LedgerPlaces, undone: readonly Move[]): boolean =>
  undone.every(({ variantId, locationId, quantity }) => {
    const level = places.get(placeKey(variantId, locationId))?.level;
    return quantity > 0n || (level !== undefined && level.onHand - level.reserved + quantity >= 0n);
  });
