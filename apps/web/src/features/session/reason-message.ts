/** Why a field was refused, in words. The one catalogue: a reason that is missing here falls back to a plain sentence. */
const REASONS: Readonly<Record<string, string>> = {
  REQUIRED: "Please fill this in.",
  TOO_SHORT: "This is too short.",
  TOO_LONG: "This is too long.",
  TOO_MANY: "There are too many of these.",
  TEXT_EXPECTED: "Please write some text here.",
  TEXT_INVALID: "This holds a character that cannot be stored, such as a line break.",
  NUMBER_EXPECTED: "Please give a number, such as 12.5.",
  NUMBER_TOO_LARGE: "This number is too large.",
  TOO_MANY_DECIMALS: "This has more digits after the point than can be kept.",
  NOT_NEGATIVE: "This cannot be below zero.",
  MUST_BE_POSITIVE: "This must be above zero.",
  TOO_LARGE: "This is too large.",
  TOO_SMALL: "This is too small.",
  TIME_INVALID: "This is not a date and time.",
  TIME_OUT_OF_RANGE: "This date is out of range.",
  EMAIL_INVALID: "This does not look like an e-mail address.",
  USERNAME_NO_AT: "Leave out the @ and what follows: only the name.",
  USERNAME_INVALID: "Use a–z, 0–9, dot, dash and underscore, beginning with a letter or digit.",
  PASSWORD_TOO_SHORT: "Use at least 6 characters.",
  PASSWORD_TOO_COMMON: "This password is on the lists everyone tries first. Choose another.",
  DB_NAME_INVALID: "Use a–z, 0–9 and underscore, beginning with a letter.",
  DB_NAME_RESERVED: "This name is kept for the system. Choose another.",
  CODE_INVALID: "Use letters, digits and - _ . / inside, beginning with a letter or digit.",
  BARCODE_INVALID: "A barcode holds only plain letters, digits and signs.",
  UNIT_INVALID: "A unit is a short name such as kg or box.",
  UNIT_UNKNOWN: "This unit is not known for this product.",
  NOT_AN_OPTION: "Please choose one of the options.",
  ID_INVALID: "Please choose one from the list.",
  WRONG_TYPE: "Please check this.",
  INVALID: "Please check this.",
  UNKNOWN_FIELD: "This is not known here.",
  ONE_OF_TWO: "Give one of the two.",
  TAKEN: "This is taken already. Choose another.",
  NOT_FOUND: "This no longer exists. Choose another.",
  ARCHIVED: "This is archived. Choose another, or take it back first.",
  SAME_LOCATION: "Choose another place than the one it comes from.",
  AMOUNT_TOO_LARGE: "This amount is too large to be kept.",
  OPENING_REPEATED: "This place has an opening stock already. Use an adjustment instead.",
  WRONG_PASSWORD: "This is not your present password.",
};

/** Words for a reason code; words that are words already pass through, so a field's error can always be given to this. */
export function reasonMessage(reason: string | undefined): string | undefined {
  if (reason === undefined || reason === "") return undefined;
  if (reason in REASONS) return REASONS[reason];
  return /^[A-Z][A-Z0-9_]*$/.test(reason) ? "Please check this." : reason;
}
