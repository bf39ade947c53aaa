import { fail, type Move, type Posted, quantityOf, moneyOf, type ReverseInput } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { type Booking, bookMoves, type Plan, type Progress } from "./book-moves.ts";
import { findReversed, getOriginals, type Original } from "./get-originals.ts";
import { submit } from "./submit.ts";

/**
 * Undoes a posting, or one entry of it with the other leg of its transfer or the rest of its making, by opposite entries that name what they undo; both stay visible.
 * One's own needs `inventory.reverseOwn`, anybody else's `inventory.reverse`. What brings goods back gives back the value that they took;
 * what takes goods out takes the value that they brought, but never more than there is. Throws NOT_ALLOWED, NOT_FOUND,
 * NOT_REVERSIBLE for a reversal, ALREADY_REVERSED, INSUFFICIENT_STOCK where the goods have gone on, ARCHIVED where they can't come back to,
 * KEY_REUSED. `onProgress` hears of every few hundred entries.
 */
export async function reverse(ctx: TenantContext, input: ReverseInput, onProgress?: Progress): Promise<Posted> {
  authorize(ctx, "inventory.reverseOwn");
  const { clientId, postingId, entryId, reason } = input;
  const { posting: original, entries } = await getOriginals(ctx, input);
  if (original.userId !== personOf(ctx)) authorize(ctx, "inventory.reverse");
  const reversal = entries.find(({ type }) => type === "reversal");
  if (reversal !== undefined) fail({ code: "NOT_REVERSIBLE", entryId: reversal.id });

  const bookings = entries.map(toBooking);
  return submit(
    ctx,
    {
      clientId,
      kind: "reversal",
      request: { postingId, entryId, reason },
      reference: original.reference,
      note: reason,
    },
    { action: "inventory.reverse", before: { postingId: original.id }, after: { entries: entries.length }, reason },
    (tx, posting) => bookMoves(tx, posting, bookings, planReversal(tx), onProgress),
  );
}

export type ReverseBooking = Booking & Readonly<{ original: Original; number: number }>;

/** An entry to be undone, as a line of a booking. */
export const toBooking = (original: Original, number: number): ReverseBooking => {
  const { variantId, locationId } = original;
  const mayBeArchived = !original.quantity.startsWith("-");
  const locationField = `lines.${number}.locationId`;
  return {
    variantId,
    number,
    original,
    targets: [{ line: number, variantId, locationId, locationField, mayBeArchived }],
  };
};

const planReversal =
  (ctx: TenantContext): Plan<ReverseBooking> =>
  async (bookings) => {
    // Asked under the lock: of two at once, the second is told so, not that the goods are gone.
    const reversed = await findReversed(
      ctx.db,
      bookings.map(({ original }) => original.id),
    );
    if (reversed !== undefined) fail({ code: "ALREADY_REVERSED", entryId: reversed });
    return bookings.map(toMove);
  };

/** The move that undoes an entry. */
export function toMove({ original, number }: ReverseBooking): Move {
  const { id, variantId, locationId, type, quantity, value } = original;
  return {
    line: number,
    number,
    variantId,
    locationId,
    type: "reversal",
    quantity: -quantityOf(quantity),
    // The entries of a transfer come arrival first: what it lets go is what the departure gets back.
    valuation: type === "transfer_out" ? { kind: "mirror" } : { kind: "original", value: moneyOf(value) },
    reversesId: id,
  };
}
