import { describe, expect, test } from "vitest";
import { codesOf, planText } from "./known-factory.fixture.ts";

describe("a cell", () => {
  const HEADER =
    "Code,Name,Category,Source,Unit,Pack unit,Pack size,Barcode,Minimum stock,Price,Cost,Supplier,Location,Quantity,Subcategory";
  const cases: [string, string, string][] = [
    ["no code", ",Fan,raw", "code: CODE_REQUIRED"],
    ["no name", "A,,raw", "name: REQUIRED"],
    ["a code that is none", "*?,Fan,raw", "code: CODE_INVALID"],
    ["a code the spreadsheet has cut", "8.9E+12,Fan,raw", "code: DIGITS_LOST"],
    ["a name that is too long", `A,${"x".repeat(201)},raw`, "name: TOO_LONG"],
    ["a name with a line break", 'A,"two\nlines",raw', "name: TEXT_INVALID"],
    ["a cell longer than any field", `A,${"x".repeat(5_000)},raw`, "name: CELL_TOO_LONG"],
    ["a formula that failed", "A,#REF!,raw", "name: FORMULA_ERROR"],
    ["a category of one's own", "A,Fan,gadgets", "category: UNKNOWN_CATEGORY"],
    ["neither made nor bought", "A,Fan,raw,moon", "sourceType: UNKNOWN_SOURCE"],
    ["a unit that is not there", "A,Fan,raw,,crate", "unit: UNKNOWN_UNIT"],
    ["a unit that can't be one", "A,Fan,raw,,p*s", "unit: UNIT_INVALID"],
    ["a pack without its size", "A,Fan,raw,,pcs,box", "packSize: PACK_SIZE_REQUIRED"],
    ["a size without its pack", "A,Fan,raw,,pcs,,12", "packUnit: PACK_UNIT_REQUIRED"],
    ["a barcode in Hindi", "A,Fan,raw,,pcs,,,कोड", "barcode: BARCODE_INVALID"],
    ["a barcode that was cut", "A,Fan,raw,,pcs,,,8.9E+12", "barcode: DIGITS_LOST"],
    ["a minimum below zero", "A,Fan,raw,,pcs,,,,-1", "minimumStock: NOT_NEGATIVE"],
    ["a price that is no number", "A,Fan,raw,,pcs,,,,,cheap", "price: NUMBER_EXPECTED"],
    ["a cost that can't be told", 'A,Fan,raw,,pcs,,,,,,"1,2,3"', "cost: NUMBER_AMBIGUOUS"],
    ["a supplier that is not there", "A,Fan,raw,,pcs,,,,,,,Nobody", "supplier: UNKNOWN_SUPPLIER"],
    ["a place that is not there", "A,Fan,raw,,pcs,,,,,,,,Moon,1", "location: UNKNOWN_LOCATION"],
    ["a place that is archived", "A,Fan,raw,,pcs,,,,,,,,Old shed,1", "location: ARCHIVED"],
    ["a negative stock", "A,Fan,raw,,pcs,,,,,,,,Main store,-5", "quantity: NOT_NEGATIVE"],
    ["NaN", "A,Fan,raw,,pcs,,,,,,,,Main store,NaN", "quantity: NUMBER_EXPECTED"],
    ["1e309", "A,Fan,raw,,pcs,,,,,,,,Main store,1e309", "quantity: NUMBER_EXPECTED"],
    ["half a piece", "A,Fan,raw,,pcs,,,,,,,,Main store,1.5", "quantity: TOO_MANY_DECIMALS"],
    ["thirty decimals", `A,Fan,raw,,kg,,,,,,,,Main store,0.${"1".repeat(30)}`, "quantity: TOO_MANY_DECIMALS"],
    ["a thousand million millions", "A,Fan,raw,,kg,,,,,,,,Main store,1000000000000000", "quantity: NUMBER_TOO_LARGE"],
    ["kilograms of pieces", "A,Fan,raw,,pcs,,,,,,,,Main store,5 kg", "quantity: UNIT_DIFFERS"],
    ["a group of another category", "A,Fan,finished,,pcs,,,,,,,,,,Steel", "subcategory: UNKNOWN_SUBCATEGORY"],
  ];
  test.each(cases)("with %s stops the import there", async (_, row, problem) => {
    const planned = await planText(`${HEADER}\n${row}\n`);
    const stopping = planned.problems.filter(({ isWarning }) => !isWarning);
    expect(codesOf({ problems: stopping })).toEqual([problem]);
    expect(planned).toMatchObject({ problemCount: 1, actions: ["problem"] });
    expect(stopping[0]).toMatchObject({ row: 0, rowNumber: 2, isWarning: false });
  });

  test.each([
    ["1,234", "1234"],
    ["1,23,456.00", "123456"],
    ["1.234.567", "1234567"],
    ["12 Nos.", "12"],
    ["2 box", "24"],
    ["१२", "12"],
  ])("quantity %j is %s pieces", async (written, quantity) => {
    const { work, problems } = await planText(
      `Code,Name,Unit,Pack unit,Pack size,Location,Quantity\nA,Fan,pcs,box,12,Main store,"${written}"\n`,
    );
    expect(problems).toEqual([]);
    expect(work.openings).toMatchObject([{ quantity, locationId: "l-main" }]);
  });

  test.each(["-", "nil", "N/A", " ", "—"])("%j says that there is nothing", async (word) => {
    const { work, problems } = await planText(
      `Code,Name,Unit,Quantity,Supplier,Minimum stock\nA,Fan,pcs,${word},${word},${word}\n`,
    );
    expect(problems).toEqual([]);
    expect(work.openings).toEqual([]);
    expect(work.products[0]?.fields.supplierId).toBeNull();
  });

  test("text that looks like a formula stays text", async () => {
    const { work } = await planText("Code,Name,Description\nA,=1+1,=cmd|' /C calc'!A0\n");
    expect(work.products[0]?.fields).toMatchObject({ name: "=1+1", description: "=cmd|' /C calc'!A0" });
  });

  test("a rate with more decimals than money has is rounded, and it is said", async () => {
    const { work, problems, problemCount } = await planText("Code,Name,Rate\nA,Fan,12.34565\n");
    expect(problems).toMatchObject([{ code: "ROUNDED", isWarning: true, what: "12.3457" }]);
    expect(problemCount).toBe(0);
    expect(work.products[0]?.fields.cost).toBe("12.3457");
  });
});
