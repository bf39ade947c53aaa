/** Everything that can be wrong with a cell or a row of a sheet. */
export const IMPORT_PROBLEMS = [
  "REQUIRED",
  "CODE_REQUIRED",
  "TOO_LONG",
  "TEXT_INVALID",
  "CODE_INVALID",
  "BARCODE_INVALID",
  "NUMBER_EXPECTED",
  "NUMBER_AMBIGUOUS",
  "NUMBER_TOO_LARGE",
  "TOO_MANY_DECIMALS",
  "NOT_NEGATIVE",
  "INEXACT",
  "ROUNDED",
  "FORMULA_ERROR",
  "DIGITS_LOST",
  "CELL_TOO_LONG",
  "UNKNOWN_UNIT",
  "UNIT_INVALID",
  "UNIT_DIFFERS",
  "UNIT_ASSUMED",
  "UNKNOWN_CATEGORY",
  "CATEGORY_ASSUMED",
  "UNKNOWN_SOURCE",
  "UNKNOWN_LOCATION",
  "UNKNOWN_SUBCATEGORY",
  "UNKNOWN_SUPPLIER",
  "ARCHIVED",
  "PACK_SIZE_REQUIRED",
  "PACK_UNIT_REQUIRED",
  "DUPLICATE_SKIPPED",
  "DUPLICATE_CONFLICT",
  "CONFLICTS_ABOVE",
  "SKU_TAKEN",
  "SKU_REQUIRED",
  "VARIANT_REPEATED",
  "BARCODE_TAKEN",
  "BARCODE_REPEATED",
  "LOCATION_REQUIRED",
  "OPENING_REPEATED",
  "RETURNS",
  "EXISTS_KEPT",
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];

const WARNINGS: ReadonlySet<ImportProblemCode> = new Set([
  "DUPLICATE_SKIPPED",
  "ROUNDED",
  "UNIT_ASSUMED",
  "CATEGORY_ASSUMED",
  "RETURNS",
  "EXISTS_KEPT",
]);

/** True where the import goes on in spite of it. */
export const isImportWarning = (code: ImportProblemCode): boolean => WARNINGS.has(code);

/** The code of a shape's refusal, as its message carries it; anything unknown is a wrong text. */
export const toImportProblem = (message: string | undefined): ImportProblemCode =>
  IMPORT_PROBLEMS.find((code) => code === message) ?? "TEXT_INVALID";
