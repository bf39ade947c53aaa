"use client";
import type { VerbKind } from "./booking-verbs.ts";
import { useBooking } from "./use-booking.ts";
import { useMaking } from "./use-making.ts";

/** Opens the sheet of a verb, wherever one stands. */
export function useOpenVerb(): (kind: VerbKind) => void {
  const booking = useBooking();
  const making = useMaking();
  return (kind) => (kind === "make" ? making.open() : booking.open(kind));
}
