import { fail, type Move, placeKey, type Posted, type TransferInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { type Booking, bookMoves, type Plan } from "./book-moves.ts";
import { enteredIn, findConversions } from "./find-conversions.ts";
import type { SourceDocument } from "./open-posting.ts";
import { submit } from "./submit.ts";

/**
 * Moves stock between two places: both legs of every line in one transaction, at the same value, so that the total stays what it is.
 * Throws SAME_LOCATION, and what `postEntries` throws.
 */
export async function transferStock(ctx: TenantContext, input: TransferInput & SourceDocument): Promise<Posted> {
  authorize(ctx, "inventory.transfer");
  const { clientId, fromLocationId, toLocationId, lines, occurredAt, reference, note, referenceType, referenceId } =
    input;
  if (fromLocationId === toLocationId) fail({ code: "SAME_LOCATION", field: "toLocationId" });

  const bookings = lines.map((entered, number) => toBooking(input, entered, number));
  const after = { fromLocationId, toLocationId, reference, lines: lines.length };
  return submit(
    ctx,
    { clientId, kind: "transfer", request: input, occurredAt, reference, note, referenceType, referenceId },
    { action: "inventory.transfer", after },
    (tx, posting) => bookMoves(tx, posting, bookings, planTransfer(tx, input)),
  );
}

type TransferLine = TransferInput["lines"][number];
type TransferBooking = Booking & Readonly<{ number: number; entered: TransferLine }>;

function toBooking(
  { fromLocationId, toLocationId }: TransferInput,
  entered: TransferLine,
  number: number,
): TransferBooking {
  const { variantId } = entered;
  const target = { line: number, variantId, mayBeArchived: false };
  return {
    variantId,
    number,
    entered,
    targets: [
      { ...target, locationId: fromLocationId, locationField: "fromLocationId" },
      { ...target, locationId: toLocationId, locationField: "toLocationId" },
    ],
  };
}

const planTransfer =
  (ctx: TenantContext, { fromLocationId, toLocationId }: TransferInput): Plan<TransferBooking> =>
  async (bookings, places) => {
    const conversions = await findConversions(ctx.db, bookings, places);
    return bookings.flatMap(({ variantId, number, entered }): Move[] => {
      const place = places.get(placeKey(variantId, fromLocationId));
      if (place === undefined) throw new Error("a line's place was not locked");
      const quantity = enteredIn(conversions, place, entered, `lines.${number}.`);
      const leg = { line: number, variantId, reversesId: null };
      return [
        {
          ...leg,
          number: 2 * number,
          locationId: fromLocationId,
          type: "transfer_out",
          quantity: -quantity,
          valuation: { kind: "average", fallbackCost: 0n },
        },
        {
          ...leg,
          number: 2 * number + 1,
          locationId: toLocationId,
          type: "transfer_in",
          quantity,
          valuation: { kind: "mirror" },
        },
      ];
    });
  };
