import { z } from "zod";
import { MONEY_SCALE, QUANTITY_SCALE, toScaled } from "./decimal.ts";

/** Every id is a UUID in lower case; new ones are version 7, so that they sort by time of making. */
export const Id = z.uuid({ error: "ID_INVALID" }).toLowerCase();
export type Id = z.infer<typeof Id>;

// Line breaks, other control characters and characters that turn the reading direction have no place in a one-line field.
const LINE = /^[^\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*$/u;
// In a note, a tab and a line break do.
const NOTE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*$/u;

/** One line of text, trimmed and in NFC, 1 to max characters. */
export const line = (max: number) =>
  z
    .string({ error: "TEXT_EXPECTED" })
    .max(max * 4, "TOO_LONG")
    .normalize("NFC")
    .trim()
    .min(1, "REQUIRED")
    .max(max, "TOO_LONG")
    .regex(LINE, "TEXT_INVALID");

/** One line that may be left empty; empty is stored as null. */
export const optionalLine = (max: number) =>
  z
    .union([z.literal("").transform(() => null), z.null(), line(max)])
    .optional()
    .transform((text) => text ?? null);

/** Several lines of text that may be left empty; empty is stored as null. */
export const note = (max: number) =>
  z
    .string({ error: "TEXT_EXPECTED" })
    .max(max, "TOO_LONG")
    .normalize("NFC")
    .trim()
    .regex(NOTE, "TEXT_INVALID")
    .nullish()
    .transform((text) => (text ? text : null));

/** A decimal string of either sign: so many digits before the point, so many after. */
export const decimal = (whole: number, scale: number) =>
  z
    .string({ error: "NUMBER_EXPECTED" })
    .max(40, "NUMBER_TOO_LARGE")
    .trim()
    .regex(/^-?\d+(\.\d+)?$/, "NUMBER_EXPECTED")
    .refine((text) => (text.split(".")[1] ?? "").replace(/0+$/, "").length <= scale, "TOO_MANY_DECIMALS")
    .refine((text) => (text.replace(/^-?0*/, "").split(".")[0] ?? "").length <= whole, "NUMBER_TOO_LARGE");

/** A quantity of either sign as a decimal string: up to 12 digits before the point, 6 after. */
export const SignedQuantity = decimal(12, QUANTITY_SCALE);
/** A quantity of at least 0. */
export const Quantity = SignedQuantity.refine((text) => !text.startsWith("-"), "NOT_NEGATIVE");
/** A quantity above 0. */
export const PositiveQuantity = SignedQuantity.refine(
  (text) => /^-?\d+(\.\d+)?$/.test(text) && !text.startsWith("-") && /[1-9]/.test(text),
  "MUST_BE_POSITIVE",
);
/** An amount of money or a unit cost of at least 0, as a decimal string: up to 14 digits before the point, 4 after. */
export const Money = decimal(14, MONEY_SCALE).refine((text) => !text.startsWith("-"), "NOT_NEGATIVE");

/** True when two decimal strings mean the same number at quantity's scale. */
export const isSameQuantity = (a: string, b: string): boolean =>
  toScaled(a, QUANTITY_SCALE) === toScaled(b, QUANTITY_SCALE);

/** A moment as an ISO 8601 string with an offset, between 2000 and 2100. */
export const Moment = z.iso
  .datetime({ offset: true, error: "TIME_INVALID" })
  .refine((text) => text >= "2000" && text < "2100", "TIME_OUT_OF_RANGE");

/** What a list is searched for. The length is capped so that a search stays cheap. */
export const Search = z.string({ error: "TEXT_EXPECTED" }).trim().max(100, "TOO_LONG").regex(LINE, "TEXT_INVALID");

/** The version of the record a change was made from; the change is refused when somebody else saved in between. */
export const Version = z.number({ error: "NUMBER_EXPECTED" }).int().min(1);
