"use client";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

/** What the booking sheet can be opened for. */
export const BOOKING_KINDS = ["in", "out", "move"] as const;
export type BookingKind = (typeof BOOKING_KINDS)[number];

/** The booking sheet's state, which stands in the URL: ?book=in&variant=…&place=… */
export function useBooking() {
  const [{ book, variant, place }, set] = useQueryStates({
    book: parseAsStringLiteral(BOOKING_KINDS),
    variant: parseAsString,
    place: parseAsString,
  });
  return {
    kind: book,
    variantId: variant,
    locationId: place,
    open: (kind: BookingKind, at: { variantId?: string; locationId?: string } = {}) =>
      void set({ book: kind, variant: at.variantId ?? null, place: at.locationId ?? null }, { history: "push" }),
    close: () => void set({ book: null, variant: null, place: null }),
  };
}
