import { z } from "zod";
import { Day } from "../calendar/day.ts";
import { isTimeZone } from "../calendar/time-zone.ts";
import { optionalLine, Version } from "../fields.ts";

/** How figures are grouped: 12,34,567.5 or 1,234,567.5 or 1 234 567.5 or 1234567.5. The point is always a point, as it is typed. */
export const NUMBER_FORMATS = ["lakh", "thousand", "space", "plain"] as const;
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

/** How days are written: 24 Nov 2026, 24/11/2026, 11/24/2026 or 2026-11-24. It also says how a typed 3/4 is read. */
export const DATE_FORMATS = ["words", "dayFirst", "monthFirst", "iso"] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** When a variant counts as low: at its minimum or below, or only below. */
export const MINIMUM_RULES = ["atOrBelow", "below"] as const;
export type MinimumRule = (typeof MINIMUM_RULES)[number];

/** A zone of the IANA list. */
export const TimeZone = z
  .string({ error: "TEXT_EXPECTED" })
  .max(64, "TOO_LONG")
  .refine(isTimeZone, "TIME_ZONE_UNKNOWN");
/** A currency by its ISO 4217 code. */
export const Currency = z
  .string({ error: "TEXT_EXPECTED" })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, "CURRENCY_INVALID");

/** What people may set of their factory. Periods are closed apart. */
export const UpdateSettingsInput = z.strictObject({
  version: Version,
  timeZone: TimeZone,
  /** Fixed once anything is posted: what stands in the ledger is in it. */
  currency: Currency,
  numberFormat: z.enum(NUMBER_FORMATS),
  dateFormat: z.enum(DATE_FORMATS),
  minimumRule: z.enum(MINIMUM_RULES),
});
export type UpdateSettingsInput = z.infer<typeof UpdateSettingsInput>;

/** Closes the books up to a day, that day included; null opens them all. Moving back needs a reason. */
export const ClosePeriodInput = z.strictObject({
  version: Version,
  closedThrough: Day.nullable(),
  reason: optionalLine(500),
});
export type ClosePeriodInput = z.infer<typeof ClosePeriodInput>;

/** A factory's settings. `isCurrencyFixed` once anything is posted. */
export type FactorySettings = Readonly<{
  timeZone: string;
  currency: string;
  numberFormat: NumberFormat;
  dateFormat: DateFormat;
  minimumRule: MinimumRule;
  closedThrough: string | null;
  isCurrencyFixed: boolean;
  version: number;
}>;
