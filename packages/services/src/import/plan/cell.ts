import {
  Barcode,
  type Category,
  Code,
  CreateLocationInput,
  CreateProductInput,
  CreateSubcategoryInput,
  CreateSupplierInput,
  CreateUnitInput,
  fromScaled,
  type ImportField,
  type ImportProblemCode,
  Money,
  MONEY_SCALE,
  mulDiv,
  Quantity,
  readCategory,
  readNumber,
  readSource,
  type SourceType,
  toImportProblem,
  toScaled,
  UpdateVariantInput,
} from "@storehouse/domain";

/** What a cell says, or why it can't be taken; `warning` goes with a value that had to be bent. */
export type Cell<T> = Readonly<{ value: T; warning?: ImportProblemCode } | { code: ImportProblemCode; what: string }>;

/** A quantity as written: the number and the unit behind it, if any. */
export type Amount = Readonly<{ number: string; unit: string | null }>;

/** The values a row can hold, by field. */
export type CellValues = {
  code: string;
  name: string;
  description: string | null;
  category: Category;
  subcategory: string;
  sourceType: SourceType;
  unit: string;
  packUnit: string;
  packSize: string;
  barcode: readonly string[];
  minimumStock: Amount;
  price: string;
  cost: string;
  supplier: string;
  location: string;
  quantity: Amount;
  sku: string;
  variantName: string | null;
};

type Shape<T> = Readonly<{ safeParse: (input: string) => Parsed<T> }>;
type Parsed<T> =
  | Readonly<{ success: true; data: T }>
  | Readonly<{ success: false; error: Readonly<{ issues: readonly Readonly<{ message: string }>[] }> }>;

const product = CreateProductInput.shape;
const EXCEL_CUT = /^\d(?:\.\d+)?e\+?\d+$/i;
const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;
const BLANK_WORDS = /^(?:-+|–|—|n\.?\/?a\.?|nil|none|null)$/i;
// A name or code may be any word; everywhere else these words say that there is nothing.
const LITERAL: ReadonlySet<ImportField> = new Set(["code", "name", "sku", "description", "variantName", "barcode"]);

/** The readers of each field's cells. */
const READERS: { [Field in ImportField]: (text: string) => Cell<CellValues[Field]> } = {
  code: (text) => (EXCEL_CUT.test(text) ? { code: "DIGITS_LOST", what: text } : shaped(Code, text)),
  name: (text) => shaped(product.name, text),
  description: (text) => shaped(product.description, text.replace(/\r\n?/g, "\n")),
  category: (text) => known(readCategory(text), "UNKNOWN_CATEGORY", text),
  subcategory: (text) => shaped(CreateSubcategoryInput.shape.name, text),
  sourceType: (text) => known(readSource(text), "UNKNOWN_SOURCE", text),
  unit: (text) => shaped(CreateUnitInput.shape.code, text),
  packUnit: (text) => shaped(CreateUnitInput.shape.code, text),
  packSize: (text) => amount(text, Quantity, (written) => written.number),
  barcode: readBarcodes,
  minimumStock: (text) => amount(text, Quantity, (written) => written),
  price: readMoney,
  cost: readMoney,
  supplier: (text) => shaped(CreateSupplierInput.shape.name, text),
  location: (text) => shaped(CreateLocationInput.shape.name, text),
  quantity: (text) => amount(text, Quantity, (written) => written),
  sku: (text) => (EXCEL_CUT.test(text) ? { code: "DIGITS_LOST", what: text } : shaped(Code, text)),
  variantName: (text) => shaped(UpdateVariantInput.shape.name, text),
};

/** Reads a cell as the field's value. Undefined where nothing stands in it: a dash says so too, unless `isName` knows something by that name. */
export function readCell<Field extends ImportField>(
  field: Field,
  raw: string,
  isName: (text: string) => boolean = () => false,
): Cell<CellValues[Field]> | undefined {
  const text = raw.trim();
  if (text === "" || (!LITERAL.has(field) && BLANK_WORDS.test(text) && !isName(text))) return undefined;
  if (FORMULA_ERROR.test(text)) return { code: "FORMULA_ERROR", what: text };
  return READERS[field](text);
}

function shaped<T>(shape: Shape<T>, text: string): Cell<T> {
  const parsed = shape.safeParse(text);
  return parsed.success
    ? { value: parsed.data }
    : { code: toImportProblem(parsed.error.issues[0]?.message), what: text };
}

const known = <T>(value: T | undefined, code: ImportProblemCode, what: string): Cell<T> =>
  value === undefined ? { code, what } : { value };

function amount<T>(text: string, shape: Shape<string>, pick: (written: Amount) => T): Cell<T> {
  const written = readNumber(text);
  if ("reason" in written) return { code: written.reason, what: text };
  const parsed = shaped(shape, written.number);
  return "code" in parsed ? { code: parsed.code, what: text } : { value: pick({ ...written, number: parsed.value }) };
}

/** Rates come out of formulas with many digits: they are rounded, and it is said. */
function readMoney(text: string): Cell<string> {
  const written = readNumber(text);
  if ("reason" in written) return { code: written.reason, what: text };
  if (written.unit !== null) return { code: "NUMBER_EXPECTED", what: text };
  const digits = (written.number.split(".")[1] ?? "").length;
  if (digits <= MONEY_SCALE) return shaped(Money, written.number);
  const rounded = mulDiv(toScaled(written.number, digits), 10n ** BigInt(MONEY_SCALE), 10n ** BigInt(digits));
  const cell = shaped(Money, fromScaled(rounded, MONEY_SCALE));
  return "code" in cell ? cell : { ...cell, warning: "ROUNDED" };
}

/** Several barcodes stand on lines of their own. */
function readBarcodes(text: string): Cell<readonly string[]> {
  const lines = text.split(/[\r\n]+/).map((one) => one.trim());
  const codes: string[] = [];
  for (const line of lines.filter((one) => one !== "")) {
    if (EXCEL_CUT.test(line)) return { code: "DIGITS_LOST", what: line };
    const parts = splitBarcodes(line).map((part) => shaped(Barcode, part));
    if (parts.some((part) => "code" in part)) return { code: "BARCODE_INVALID", what: line };
    if (!codes.includes(line)) codes.push(line);
  }
  return { value: codes };
}

/** The barcodes of one line: numbers between commas, semicolons or bars are several. */
export const splitBarcodes = (line: string): readonly string[] =>
  /^\d{4,}(?:\s*[;,|]\s*\d{4,})+$/.test(line) ? line.split(/[;,|]/).map((one) => one.trim()) : [line];
