"use client";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

/** What the booking sheet can be opened for. */
export const BOOKING_KINDS = ["in", "out", "move"] as const;
export type BookingKind = (typeof BOOKING_KINDS)[number];

/** What a booking begins with. `quantity` is as people type it. */
type Start = Readonly<{ variantId?: string | null; locationId?: string | null; quantity?: string | null }>;

/** The booking sheet's state, which stands in the URL: ?book=in&variant=…&place=…&qty=… */
export function useBooking() {
  const [{ book, variant, place, qty }, set] = useQueryStates({
    book: parseAsStringLiteral(BOOKING_KINDS),
    variant: parseAsString,
    place: parseAsString,
    qty: parseAsString,
  });
  return {
    kind: book,
    variantId: variant,
    locationId: place,
    quantity: qty,
    open: (kind: BookingKind, { variantId = null, locationId = null, quantity = null }: Start = {}) =>
      void set({ book: kind, variant: variantId, place: locationId, qty: quantity }, { history: "push" }),
    close: () => void set({ book: null, variant: null, place: null, qty: null }),
  };
}
