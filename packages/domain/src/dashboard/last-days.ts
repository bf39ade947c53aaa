import { addDays } from "../calendar/day.ts";
import { dayIn, startOfDay } from "../calendar/time-zone.ts";

/** A day of a factory's calendar: from its first moment until the next day's. */
export type LocalDay = Readonly<{ day: string; from: Date; until: Date }>;

/** The last so many days of a zone up to and with today, oldest first. */
export function lastDays(now: Date, timeZone: string, count: number): readonly LocalDay[] {
  const today = dayIn(timeZone, now);
  return Array.from({ length: count }, (_, at) => {
    const day = addDays(today, at + 1 - count);
    return { day, from: startOfDay(timeZone, day), until: startOfDay(timeZone, addDays(day, 1)) };
  });
}
