export { BookingSheet } from "./booking-sheet.tsx";
export { useInvalidateStock, useUndoBooking } from "./use-save-booking.ts";
