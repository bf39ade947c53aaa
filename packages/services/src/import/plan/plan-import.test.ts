import { ImportPlan, placeKey } from "@storehouse/domain";
import { describe, expect, test } from "vitest";
import { catalogueOf, codesOf, named, planText, product, variant } from "./known-factory.fixture.ts";
import { planImport } from "./plan-import.ts";

describe("a new product", () => {
  test("takes what the row says and what is usual", async () => {
    const { work, counts, openingValue } = await planText(
      "Item code,Item name,Type,UOM,Vendor,Godown,Opening qty,Rate,Min stock\nfan-1, Fan ,FG,Nos,OM FASTENERS,main store,10,99.5,4\n",
    );
    expect(counts).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(work.products).toMatchObject([
      {
        before: null,
        addedVariants: 1,
        fields: {
          code: "FAN-1",
          name: "Fan",
          category: "finished",
          sourceType: "manufacturing",
          baseUnitId: "u-pcs",
          supplierId: "s-om",
          defaultLocationId: "l-main",
          cost: "99.5",
        },
      },
    ]);
    expect(work.variants).toMatchObject([{ sku: "FAN-1", isDefault: true, attributes: {}, minimumStock: "4" }]);
    expect(work.openings).toMatchObject([{ quantity: "10", unitCost: "99.5" }]);
    expect(openingValue).toBe("995");
  });

  test("makes what is missing, once, where that is asked", async () => {
    const text =
      "Code,Name,Category,Subcategory,Unit,Supplier,Location,Quantity\nA,Fan,raw,Bolts,crate,New Co,North,1\nB,Rod,raw,BOLTS,Crate,new  co,NORTH,2\n";
    const { work, missing, problems } = await planText(text, catalogueOf(), { makeMissing: true });
    expect(problems).toEqual([]);
    expect(missing).toEqual({
      locations: ["North"],
      subcategories: ["Bolts"],
      suppliers: ["New Co"],
      units: ["crate"],
    });
    expect(work).toMatchObject({
      locations: [{ name: "North" }],
      suppliers: [{ name: "New Co" }],
      units: [{ code: "crate" }],
    });
    expect(new Set(work.openings.map(({ locationId }) => locationId)).size).toBe(1);
    const asked = await planText(text);
    expect(asked.missing).toEqual(missing);
    expect(asked.problemCount).toBe(8);
  });

  test("with several variants has one default and the others by name", async () => {
    const { work, problems } = await planText(
      "Code,SKU,Variant,Name,Location,Quantity\nF,F-W,White,Fan,Main store,1\nF,F-B,Brown,Fan,Main store,2\nF,F-X,Brown,Fan,Main store,2\n",
    );
    expect(work.variants.map(({ sku, isDefault, attributes }) => ({ sku, isDefault, attributes }))).toEqual([
      { sku: "F-W", isDefault: true, attributes: {} },
      { sku: "F-B", isDefault: false, attributes: { variant: "Brown" } },
      { sku: "F-X", isDefault: false, attributes: { variant: "Brown" } },
    ]);
    expect(work.products).toMatchObject([{ addedVariants: 3 }]);
    expect(problems).toMatchObject([{ code: "VARIANT_REPEATED", row: 2 }]);
  });

  test("without a place of its own goes where there is only one", async () => {
    const { work } = await planText("Code,Name,Quantity\nA,Fan,3\n");
    expect(work.openings).toMatchObject([{ locationId: "l-main" }]);
    const two = catalogueOf([], {
      locations: new Map([
        ["a", named("a", "A")],
        ["b", named("b", "B")],
      ]),
    });
    expect(codesOf(await planText("Code,Name,Quantity\nA,Fan,3\nB,Rod,0\n", two))).toEqual([
      "location: LOCATION_REQUIRED",
    ]);
  });

  test("whose code is another's SKU is refused, and so is a barcode that is taken", async () => {
    const catalogue = catalogueOf(
      [product("FAN", { variants: [variant("FAN"), variant("FAN-B", { isDefault: false })] })],
      {
        barcodes: new Map([["111", "v-FAN"]]),
      },
    );
    const planned = await planText("Code,Name,Barcode\nFAN-B,Other,\nA,One,111\nB,Two,222\nC,Three,222\n", catalogue);
    expect(planned.problems.map(({ code, row }) => [code, row])).toEqual([
      ["SKU_TAKEN", 0],
      ["BARCODE_TAKEN", 1],
      ["BARCODE_REPEATED", 3],
    ]);
  });
});

describe("rows about the same product", () => {
  const HEADER = "Code,Name,Unit,Location,Quantity";
  test("that say the same are one", async () => {
    const planned = await planText(`${HEADER}\nA,Fan,pcs,Main store,5\n\nA,Fan,pcs,Main store,5\n`);
    expect(planned).toMatchObject({ problemCount: 0, actions: ["create", "skip"] });
    expect(planned.problems).toMatchObject([{ code: "DUPLICATE_SKIPPED", rowNumber: 4, isWarning: true }]);
    expect(planned.work.openings).toHaveLength(1);
  });

  test("are named by the numbers their file shows, a letterhead and blank rows counted", async () => {
    const text = `Shree Fans,,,,\n\n${HEADER}\n\nA,Fan,pcs,Main store,5\n\nA,Fan,pcs,Main store,6\n`;
    const { problems } = await planText(text);
    expect(problems).toMatchObject([{ code: "DUPLICATE_CONFLICT", rowNumber: 7 }]);
    expect(problems[0]).toMatchObject({ code: "DUPLICATE_CONFLICT", what: "5" });
  });

  test("that disagree stop the import", async () => {
    const planned = await planText(
      `${HEADER}\nA,Fan,pcs,Main store,5\nA,Fan,pcs,Main store,6\nA,Fun,pcs,North,1\n`,
      catalogueOf(),
      { makeMissing: true },
    );
    expect(planned.problems.map(({ code, row }) => [code, row])).toEqual([
      ["DUPLICATE_CONFLICT", 1],
      ["CONFLICTS_ABOVE", 2],
    ]);
  });

  test("at several places open each of them", async () => {
    const { work, counts } = await planText(`${HEADER}\nA,Fan,pcs,Main store,5\nA,,,North,6\n`, catalogueOf(), {
      makeMissing: true,
    });
    expect(work.openings.map(({ quantity }) => quantity)).toEqual(["5", "6"]);
    expect(counts.created).toBe(1);
  });
});

describe("a product that is there", () => {
  const there = { places: new Map([[placeKey("v-FAN", "l-main"), { onHand: "8", opening: "10", isBooked: true }]]) };

  test("is left alone by rows that say what is so, or nothing", async () => {
    const planned = await planText(
      "Code,Name,Cost,Price,Quantity,Location\nFAN,Fan,100.00,,10,Main store\n",
      catalogueOf([product("FAN")], there),
    );
    expect(planned).toMatchObject({
      problems: [],
      counts: { created: 0, updated: 0, unchanged: 1 },
      actions: ["unchanged"],
    });
    const now = await planText("Code,Quantity\nfan,8\n", catalogueOf([product("FAN")], there));
    expect(now).toMatchObject({ problems: [], counts: { unchanged: 1 }, work: { openings: [], products: [] } });
  });

  test("is changed only in what the row says", async () => {
    const { work, counts } = await planText(
      "Code,Price,Minimum stock,Barcode\nFAN,120,5,777\n",
      catalogueOf([product("FAN")]),
    );
    expect(counts.updated).toBe(1);
    expect(work.products).toMatchObject([
      { before: { version: 1 }, fields: { name: "Fan", price: "120", cost: "100" } },
    ]);
    expect(work.variants).toMatchObject([{ id: "v-FAN", minimumStock: "5" }]);
    expect(work.barcodes).toEqual([{ code: "777", variantId: "v-FAN" }]);
  });

  test("is opened once: another figure where something was booked is a problem", async () => {
    const planned = await planText("Code,Quantity\nFAN,9\n", catalogueOf([product("FAN")], there));
    expect(planned.problems).toMatchObject([{ code: "OPENING_REPEATED", what: "8 pcs" }]);
    const undone = { places: new Map([[placeKey("v-FAN", "l-main"), { onHand: "0", opening: "0", isBooked: false }]]) };
    expect(
      (await planText("Code,Quantity\nFAN,9\n", catalogueOf([product("FAN")], undone))).work.openings,
    ).toHaveLength(1);
  });

  test("stays as it is where existing ones shall not be changed, but may be opened", async () => {
    const planned = await planText("Code,Name,Barcode,Quantity\nFAN,Other,77,4\n", catalogueOf([product("FAN")]), {
      updateExisting: false,
    });
    expect(planned.problems).toMatchObject([{ code: "EXISTS_KEPT", isWarning: true }]);
    expect(planned.work).toMatchObject({ products: [], barcodes: [], openings: [{ quantity: "4" }] });
  });

  test("keeps its unit; a pack of it is counted, another unit refused", async () => {
    const boxed = catalogueOf([product("FAN", { packs: [{ unitId: "u-box", numerator: 12, denominator: 1 }] })]);
    expect((await planText("Code,Unit,Quantity\nFAN,box,2\n", boxed)).work.openings).toMatchObject([
      { quantity: "24" },
    ]);
    expect(codesOf(await planText("Code,Unit\nFAN,kg\n", boxed))).toEqual(["unit: UNIT_DIFFERS"]);
  });

  test("comes back when it was archived, and keeps a supplier that was", async () => {
    const suppliers = new Map([["gone", named("s-gone", "Gone", true)]]);
    const catalogue = catalogueOf([product("FAN", { isArchived: true }, { supplierId: "s-gone" })], { suppliers });
    const planned = await planText("Code,Supplier\nFAN,Gone\n", catalogue);
    expect(codesOf(planned)).toEqual(["code: RETURNS"]);
    expect(planned).toMatchObject({ problemCount: 0, counts: { updated: 1 } });
    expect(codesOf(await planText("Code,Name,Supplier\nB,Rod,Gone\n", catalogue))).toEqual(["supplier: ARCHIVED"]);
  });

  test("with several variants is told by the SKU", async () => {
    const variants = [variant("F-W", { isDefault: false }), variant("F-B", { isDefault: false })];
    const catalogue = catalogueOf([product("FAN", { variants })]);
    expect(codesOf(await planText("Code,Name,SKU,Quantity\nFAN,Fan,,1\n", catalogue))).toEqual(["sku: SKU_REQUIRED"]);
    const { work } = await planText("Name,SKU,Code,Quantity\n,f-b,,1\n", catalogue);
    expect(work.openings).toMatchObject([{ variantId: "v-F-B" }]);
  });
});

test("cells corrected by hand and rows left out count as if the sheet had said so", async () => {
  const text = "Code,Name,Quantity\nA,,x\nB,,\nC,Cap,1\n";
  const wish = {
    corrections: [
      { row: 0, column: 1, text: "Fan" },
      { row: 0, column: 2, text: "4" },
    ],
    skippedRows: [1],
  };
  const planned = await planText(text, catalogueOf(), wish);
  expect(planned).toMatchObject({
    problems: [],
    actions: ["create", "skip", "create"],
    cells: [
      ["A", "Fan", "4"],
      ["B", "", ""],
      ["C", "Cap", "1"],
    ],
  });
});

test("ten thousand rows are planned in turns that hold nobody up", async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `C-${at},Part ${at},pcs,${at % 90},Main store,12.5`);
  let longestMs = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  }, 1);
  const planned = await planText(`Code,Name,Unit,Quantity,Location,Cost\n${rows.join("\n")}`);
  clearInterval(timer);
  expect(planned.counts.created).toBe(10_000);
  console.info(`10,000 rows planned, the longest hold-up ${Math.round(longestMs)} ms`);
  expect(longestMs).toBeLessThan(1_000);
});

test("two columns that stand for the same are refused", async () => {
  const sheet = { header: ["a", "b"], rows: [["1", "2"]], numbers: [2] };
  const id = "0190a0a0-0000-7000-8000-000000000000";
  const plan = ImportPlan.parse({ id, columns: ["code", "code"] });
  const wish = { sheet, plan, catalogue: catalogueOf(), newId: () => id };
  await expect(planImport(wish)).rejects.toMatchObject({ failure: { code: "INVALID", field: "columns.1" } });
});
