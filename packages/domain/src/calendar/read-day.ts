import type { DateFormat } from "../settings/settings.ts";
import { addDays, isDay, weekdayOf } from "./day.ts";

/** What a typed day is read against: the day it is, how the factory writes days, and whether a day without a year lies behind or ahead. */
export type ReadDayOptions = Readonly<{ today: string; dateFormat: DateFormat; lean?: "past" | "future" }>;

/** What a typed day means, or that it can't be read. */
export type TypedDay = Readonly<{ day: string } | { reason: "DAY_UNREADABLE" }>;

/**
 * Reads what people type for a day: "today", "yesterday", "fri", "next fri", "-2w", "+3d", "2 weeks ago", "12/3", "24", "24 nov", "2026-11-24".
 * A weekday and a day without a year are the last ones, today included, unless the field leans to the future.
 */
export function readDay(text: string, options: ReadDayOptions): TypedDay {
  const typed = text.trim().toLowerCase().replaceAll(",", " ").replace(/\s+/g, " ");
  const day =
    typed.length > 40
      ? undefined
      : (namedDay(typed, options) ?? shiftedDay(typed, options) ?? writtenDay(typed, options));
  return day !== undefined && isDay(day) && day >= "2000-01-01" && day < "2100-01-01"
    ? { day }
    : { reason: "DAY_UNREADABLE" };
}

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Where a name that may be cut short after its third letter stands in a list; -1 when nowhere. */
const placeOf = (names: readonly string[], typed: string): number =>
  typed.length < 3 ? -1 : names.findIndex((name) => name.startsWith(typed));

function namedDay(typed: string, { today, lean = "past" }: ReadDayOptions): string | undefined {
  if (typed === "today" || typed === "now") return today;
  if (placeOf(["yesterday"], typed) === 0) return addDays(today, -1);
  if (placeOf(["tomorrow"], typed) === 0) return addDays(today, 1);
  const [, which, name = ""] = /^(?:(last|next|this) )?([a-z]+)$/.exec(typed) ?? [];
  const weekday = placeOf(WEEKDAYS, name);
  if (weekday < 0) return undefined;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (which === "next") return addDays(today, ahead || 7);
  if (which === "last") return addDays(today, ahead - 7);
  return addDays(today, ahead === 0 || lean === "future" ? ahead : ahead - 7);
}

const SHIFT = /^(in )?([+-]?) ?(\d{1,4}) ?(d|days?|w|weeks?|m|months?|y|years?)?( ago)?$/;

function shiftedDay(typed: string, { today }: ReadDayOptions): string | undefined {
  const [, ahead, sign, digits, unit, ago] = SHIFT.exec(typed) ?? [];
  if (digits === undefined || (!ahead && !sign && !ago)) return undefined;
  const count = Number(digits) * (sign === "-" || ago ? -1 : 1);
  if (unit?.startsWith("w")) return addDays(today, count * 7);
  if (unit?.startsWith("m")) return addMonths(today, count);
  if (unit?.startsWith("y")) return addMonths(today, count * 12);
  return addDays(today, count);
}

/** The same day so many months on, or the last that the month has. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, Math.min(date, last));
}

function writtenDay(typed: string, options: ReadDayOptions): string | undefined {
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(typed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const date = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(typed);
  if (date) return nearestDate(Number(date[1]), options);
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?$/.exec(typed);
  if (numbers) {
    const [a, b] = [Number(numbers[1]), Number(numbers[2])];
    const isMonthFirst = b > 12 || (a <= 12 && options.dateFormat === "monthFirst");
    return isMonthFirst ? inYear(a, b, numbers[3], options) : inYear(b, a, numbers[3], options);
  }
  const [, first, name1, name2, second, year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]+)|([a-z]+)[ -]?(\d{1,2})(?:st|nd|rd|th)?)(?:[ -](\d{2}|\d{4}))?$/.exec(
      typed,
    ) ?? [];
  const month = placeOf(MONTHS, name1 ?? name2 ?? "") + 1;
  return month === 0 ? undefined : inYear(month, Number(first ?? second), year, options);
}

/** The last of these days of a month there was, or the next there will be. */
function nearestDate(date: number, { today, lean = "past" }: ReadDayOptions): string | undefined {
  const [year = 0, month = 1] = today.split("-").map(Number);
  // Of any 13 months, some have a 31st.
  for (let step = 0; step <= 12; step += 1) {
    const at = new Date(Date.UTC(year, month - 1 + (lean === "past" ? -step : step), 1));
    const day = dayOf(at.getUTCFullYear(), at.getUTCMonth() + 1, date);
    if (isDay(day) && (lean === "past" ? day <= today : day >= today)) return day;
  }
  return undefined;
}

function inYear(month: number, date: number, year: string | undefined, { today, lean = "past" }: ReadDayOptions) {
  if (year !== undefined) return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
  const thisYear = Number(today.slice(0, 4));
  const day = dayOf(thisYear, month, date);
  if (lean === "past" && day > today) return dayOf(thisYear - 1, month, date);
  return lean === "future" && day < today ? dayOf(thisYear + 1, month, date) : day;
}

const dayOf = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
