import {
  fail,
  type ManualType,
  type Move,
  moneyOf,
  placeKey,
  type Posted,
  type PostInput,
  type PostLine,
  signOf,
  type Valuation,
} from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { assertFirst } from "./assert-first.ts";
import { type Booking, bookMoves, type Plan, type Progress } from "./book-moves.ts";
import type { LedgerPlace, LedgerPlaces } from "./ledger-place.ts";
import { enteredIn, findConversions } from "./find-conversions.ts";
import { submit } from "./submit.ts";

/** Lines to post, as `PostInput` but with no bound on their number, and with the document they come from. */
export type Lines = Omit<PostInput, "lines"> &
  Readonly<{ lines: readonly PostLine[]; referenceType?: string; referenceId?: string }>;

/**
 * Posts any number of lines as one posting, for verbs that have asked for their own permission: `postEntries` and the import.
 * Joins the transaction that is open on `ctx`, else opens one; sent again with the same client id it answers the same and writes nothing.
 * `onProgress` hears of every few hundred lines. Throws what `postEntries` throws, NOT_ALLOWED aside.
 */
export function postLines(ctx: TenantContext, input: Lines, onProgress?: Progress): Promise<Posted> {
  const { clientId, type, direction, lines, occurredAt, reference, note, referenceType, referenceId } = input;
  const sign = signOf(type, direction);
  assertCosts(lines, sign);
  const bookings = lines.map(toBooking);
  const audit = { action: "inventory.post", after: { type, direction, reference, lines: lines.length } };
  return submit(
    ctx,
    { clientId, kind: type, request: input, occurredAt, reference, note, referenceType, referenceId },
    audit,
    (tx, posting) => bookMoves(tx, posting, bookings, planLines(tx, type, sign), onProgress),
  );
}

type LineBooking = Booking & Readonly<{ number: number; entered: PostLine }>;

const toBooking = (entered: PostLine, number: number): LineBooking => {
  const { variantId, locationId } = entered;
  const locationField = `lines.${number}.locationId`;
  return {
    variantId,
    number,
    entered,
    targets: [{ line: number, variantId, locationId, locationField, mayBeArchived: false }],
  };
};

/** Goods that go out leave at the average: a cost would be ignored, so it is refused. */
function assertCosts(lines: readonly PostLine[], sign: 1 | -1): void {
  const at = sign === 1 ? -1 : lines.findIndex(({ unitCost }) => unitCost !== undefined);
  if (at >= 0) fail({ code: "INVALID", field: `lines.${at}.unitCost`, reason: "ONLY_INBOUND" });
}

const planLines =
  (ctx: TenantContext, type: ManualType, sign: 1 | -1): Plan<LineBooking> =>
  async (bookings, places) => {
    if (type === "opening") await assertFirst(ctx.db, bookings, places);
    const conversions = await findConversions(ctx.db, bookings, places);
    return bookings.map((booking) => toMove(booking, type, sign, places, conversions));
  };

function toMove(
  { number, entered }: LineBooking,
  type: ManualType,
  sign: 1 | -1,
  places: LedgerPlaces,
  conversions: Awaited<ReturnType<typeof findConversions>>,
): Move {
  const { variantId, locationId, unitCost } = entered;
  const place = places.get(placeKey(variantId, locationId));
  if (place === undefined) throw new Error("a line's place was not locked");
  const quantity = enteredIn(conversions, place, entered, `lines.${number}.`);
  return {
    line: number,
    number,
    variantId,
    locationId,
    type,
    quantity: BigInt(sign) * quantity,
    valuation: valuationOf(place, unitCost),
    reversesId: null,
  };
}

const valuationOf = ({ cost }: LedgerPlace, unitCost: string | undefined): Valuation =>
  unitCost === undefined ? { kind: "average", fallbackCost: cost } : { kind: "cost", unitCost: moneyOf(unitCost) };
