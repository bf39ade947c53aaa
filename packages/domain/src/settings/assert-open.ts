import { dayIn } from "../calendar/time-zone.ts";
import { fail } from "../failure.ts";

/** Up to which day the books are closed, that day included, and in whose days. */
export type ClosedPeriod = Readonly<{ closedThrough: string | null; timeZone: string }>;

/** Refuses with PERIOD_CLOSED what happened on a day that is closed, by the factory's calendar. */
export function assertOpenOn({ closedThrough, timeZone }: ClosedPeriod, occurredAt: Date): void {
  if (closedThrough === null || dayIn(timeZone, occurredAt) > closedThrough) return;
  fail({ code: "PERIOD_CLOSED", field: "occurredAt", closedThrough });
}
