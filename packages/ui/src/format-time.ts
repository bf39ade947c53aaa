import { type DateFormat, dayIn, daysBetween } from "@storehouse/domain";
import { currentFormats, type Formats } from "./formats.ts";
import { say, uiLocale } from "./words.ts";

// Made once a locale: they are slow to make.
const made = new Map<string, Readonly<{ words: Intl.DateTimeFormat; long: Intl.DateTimeFormat }>>();

function namesOf(locale: string) {
  let names = made.get(locale);
  if (!names) {
    const words = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
    const long = { dateStyle: "full", timeZone: "UTC" } as const;
    names = { words: new Intl.DateTimeFormat(locale, words), long: new Intl.DateTimeFormat(locale, long) };
    made.set(locale, names);
  }
  return names;
}

/** A day as the factory writes it: "24 Nov 2026", "24/11/2026". */
export function dayText(day: string, dateFormat: DateFormat = currentFormats().dateFormat): string {
  const [year, month, date] = day.split("-");
  switch (dateFormat) {
    case "dayFirst":
      return `${date}/${month}/${year}`;
    case "monthFirst":
      return `${month}/${date}/${year}`;
    case "iso":
      return day;
    case "words":
      return namesOf(uiLocale()).words.format(new Date(`${day}T00:00:00Z`));
  }
}

/** A day in plain words, and how far off it is: "Friday 20 November 2026, 6 days ago". */
export const dayInWords = (day: string, today: string): string =>
  `${namesOf(uiLocale())
    .long.format(new Date(`${day}T00:00:00Z`))
    .replace(",", "")}, ${distance(daysBetween(today, day))}`;

function distance(days: number): string {
  if (days === 0) return say("today");
  if (days === -1) return say("yesterday");
  if (days === 1) return say("tomorrow");
  const isNear = Math.abs(days) < 60;
  const count = isNear ? Math.abs(days) : Math.round(Math.abs(days) / 30.44);
  if (days < 0) return say(isNear ? "daysAgo" : "monthsAgo", { count });
  return say(isNear ? "inDays" : "inMonths", { count });
}

/** The day it is on the factory's calendar. */
export const todayIn = (timeZone: string): string => dayIn(timeZone, new Date());

/** A moment on the factory's clocks: its day and the time, "24 Nov 2026, 17:05". */
export const momentText = (at: Date, formats: Formats = currentFormats()): string =>
  `${dayText(dayIn(formats.timeZone, at), formats.dateFormat)}, ${timeText(at, formats)}`;

/** The time of a moment on the factory's clocks: "17:05", or "17:05:09". */
export function timeText(at: Date, { timeZone }: Formats = currentFormats(), isExact = false): string {
  const seconds = isExact ? { second: "2-digit" } : {};
  return at.toLocaleTimeString("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", ...(seconds as object) });
}
