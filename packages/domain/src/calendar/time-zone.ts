import { addDays } from "./day.ts";

/** True for a zone of the IANA list that this machine knows: `Asia/Kolkata`. Offsets such as `+05:30` are none. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The day it is in a zone at a moment. */
export const dayIn = (timeZone: string, at: Date): string => wallClock(timeZone, at).slice(0, 10);

/** The first moment of a day in a zone. Where clocks skip midnight, the first moment that the day has. */
export function startOfDay(timeZone: string, day: string): Date {
  return momentAt(timeZone, day, "00:00:00");
}

/** The last millisecond of a day in a zone. */
export const endOfDay = (timeZone: string, day: string): Date =>
  new Date(startOfDay(timeZone, addDays(day, 1)).getTime() - 1);

/** Noon of a day in a zone: the moment that stands for a day nobody gave a time of. */
export const noonOf = (timeZone: string, day: string): Date => momentAt(timeZone, day, "12:00:00");

/** The moment when a zone's clocks show a day and a time: `10:31:00`. Of two, the first. */
export function momentAt(timeZone: string, day: string, time: string): Date {
  const wanted = Date.parse(`${day}T${time}Z`);
  const first = wanted - offsetAt(timeZone, wanted);
  // The offset at the guess may be that of the other side of a change of clocks: asked again there, it holds.
  const moments = [first, wanted - offsetAt(timeZone, first)].toSorted((a, b) => a - b);
  const exact = moments.find((at) => at + offsetAt(timeZone, at) === wanted);
  return new Date(exact ?? moments.at(-1) ?? wanted);
}

/** Milliseconds by which a zone's clocks are ahead of UTC. */
const offsetAt = (timeZone: string, at: number): number =>
  Date.parse(`${wallClock(timeZone, new Date(at))}Z`) - Math.floor(at / 1000) * 1000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows in a zone at a moment, as `2026-11-24T17:05:00`. */
export function wallClock(timeZone: string, at: Date): string {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    // Making one costs more than all that is asked of it; there are some hundred zones.
    clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
    clocks.set(timeZone, clock);
  }
  return clock.format(at).replace(" ", "T");
}
