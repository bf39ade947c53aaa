import { IMPORT_LIMITS } from "@storehouse/domain";

/** What each problem of a sheet says to the person who has to mend it; the text of the cell or what it met stands in `what`. */
const TEXTS = {
  REQUIRED: () => "This is needed for a new product.",
  CODE_REQUIRED: () => "Each row needs a code.",
  TOO_LONG: () => "This is too long.",
  TEXT_INVALID: () => "This holds characters that can't be kept, such as a line break.",
  CODE_INVALID: (what) => `“${what}” is no code: letters, digits, spaces and - _ . / after the first letter or digit.`,
  BARCODE_INVALID: (what) => `“${what}” is no barcode.`,
  NUMBER_EXPECTED: (what) => `“${what}” is no number.`,
  NUMBER_AMBIGUOUS: (what) => `“${what}” can be read in more than one way. Write it without separators.`,
  NUMBER_TOO_LARGE: (what) => `${what} is too large.`,
  TOO_MANY_DECIMALS: (what) => `${what} has more decimals than its unit allows.`,
  NOT_NEGATIVE: (what) => `${what} is below zero.`,
  INEXACT: (what) => `${what} does not come out even in the unit the product is kept in.`,
  ROUNDED: (what) => `Taken as ${what}: money is kept to four decimals.`,
  FORMULA_ERROR: (what) => `The formula in this cell came out as ${what}.`,
  DIGITS_LOST: (what) =>
    `“${what}”: the spreadsheet program has cut this number. Make the column text and enter it again.`,
  CELL_TOO_LONG: () => `A cell holds at most ${IMPORT_LIMITS.cellCharacters} characters.`,
  UNKNOWN_UNIT: (what) => `There is no unit “${what}” yet.`,
  UNIT_INVALID: (what) => `“${what}” can't be a unit: at most 12 letters, digits and signs.`,
  UNIT_DIFFERS: (what) => `This product is kept in ${what}.`,
  UNIT_ASSUMED: (what) => `No unit given: ${what} is taken.`,
  UNKNOWN_CATEGORY: (what) => `“${what}” is no category: raw, semi, finished or consumable.`,
  CATEGORY_ASSUMED: (what) => `No category given: ${what} is taken.`,
  UNKNOWN_SOURCE: (what) => `“${what}” says neither made here (manufacturing) nor bought (trading).`,
  UNKNOWN_LOCATION: (what) => `There is no location “${what}” yet.`,
  UNKNOWN_SUBCATEGORY: (what) => `There is no subcategory “${what}” in this category yet.`,
  UNKNOWN_SUPPLIER: (what) => `There is no supplier “${what}” yet.`,
  ARCHIVED: (what) => `“${what}” is archived. Take it back first, or write another.`,
  PACK_SIZE_REQUIRED: () => "A pack needs its size: how many of the unit are in it.",
  PACK_UNIT_REQUIRED: () => "A pack size needs the pack's unit, such as box.",
  DUPLICATE_SKIPPED: (what) => `The same as row ${what}: left out.`,
  DUPLICATE_CONFLICT: (what) => `Row ${what} is about the same product and place and says something else.`,
  CONFLICTS_ABOVE: (what) => `Row ${what} says something else of the same product.`,
  SKU_TAKEN: (what) => `“${what}” is already the code of another product or variant.`,
  SKU_REQUIRED: () => "This product has several variants: the SKU says which.",
  VARIANT_REPEATED: (what) => `The product already has a variant “${what}”.`,
  BARCODE_TAKEN: (what) => `The barcode ${what} already stands for another product.`,
  BARCODE_REPEATED: (what) => `The barcode ${what} stands at another product of this sheet too.`,
  LOCATION_REQUIRED: () => "A quantity needs a location.",
  OPENING_REPEATED: (what) =>
    `Stock was already booked here; it stands at ${what}. Leave the quantity out, or count it.`,
  RETURNS: () => "This product is archived and comes back with the import.",
  EXISTS_KEPT: () => "The product exists and is left as it is.",
} as const satisfies Record<string, (what: string) => string>;

export type ProblemCode = keyof typeof TEXTS;

const WARNINGS: ReadonlySet<ProblemCode> = new Set([
  "DUPLICATE_SKIPPED",
  "ROUNDED",
  "UNIT_ASSUMED",
  "CATEGORY_ASSUMED",
  "RETURNS",
  "EXISTS_KEPT",
]);
const WHAT_MAX = 80;

/** True where the import goes on in spite of it. */
export const isWarning = (code: ProblemCode): boolean => WARNINGS.has(code);

/** The problem in plain words. */
export const problemText = (code: ProblemCode, what: string): string =>
  TEXTS[code](what.length > WHAT_MAX ? `${what.slice(0, WHAT_MAX)}…` : what);

/** The code of a shape's refusal, as its message carries it; anything unknown is a wrong text. */
export const toProblemCode = (message: string | undefined): ProblemCode =>
  message !== undefined && Object.hasOwn(TEXTS, message) ? (message as ProblemCode) : "TEXT_INVALID";
