import { expect, test } from "vitest";
import { IMPORT_FIELDS } from "./import.ts";
import { LANGUAGES } from "../user/language.ts";
import { columnTitle } from "./column-title.ts";
import { findHeader, matchColumns } from "./match-columns.ts";

test.each([
  [
    ["Item code", "Description", "UOM", "Opening qty", "Rate", "MRP"],
    ["code", "name", "unit", "quantity", "cost", "price"],
  ],
  [
    ["Part No", "Name", "Vendor", "Godown", "Group", "Re-order Level"],
    ["code", "name", "supplier", "location", "subcategory", "minimumStock"],
  ],
  [
    ["SKU", "Product", "Qty (pcs)"],
    ["code", "name", "quantity"],
  ],
  [
    ["Code", "SKU", "Variant", "Name"],
    ["code", "sku", "variantName", "name"],
  ],
  [
    ["Item Name", "Description", "ITEM_CODE"],
    ["name", "description", "code"],
  ],
  [
    ["Colour of the sky", "", "Stock"],
    [null, null, "quantity"],
  ],
  [
    ["Qty", "Closing Stock"],
    ["quantity", null],
  ],
  [
    ["Code", "Name", "Unit", "Box", "Box qty"],
    ["code", "name", "unit", "packUnit", "packSize"],
  ],
  [
    ["Code", "Name", "Pack", "Per box"],
    ["code", "name", "packUnit", "packSize"],
  ],
  [
    ["Code", "Name", "Pack qty"],
    ["code", "name", null],
  ],
])("%j stands for %j", (header, fields) => expect(matchColumns(header)).toEqual(fields));

test("a column called Category that holds groups is a subcategory", () => {
  expect(
    matchColumns(
      ["Code", "Category"],
      [
        ["1", "Motors"],
        ["2", "Blades"],
      ],
    ),
  ).toEqual(["code", "subcategory"]);
  expect(
    matchColumns(
      ["Code", "Category"],
      [
        ["1", "RM"],
        ["2", "Finished Goods"],
      ],
    ),
  ).toEqual(["code", "category"]);
});

test.each(LANGUAGES)("each title our export writes in %s names its own field", (language) => {
  expect(matchColumns(IMPORT_FIELDS.map((field) => columnTitle(field, language)))).toEqual([...IMPORT_FIELDS]);
});

test("the header is found under a letterhead", () => {
  const rows = [
    ["Shree Fans Pvt Ltd"],
    ["Stock as on", "31/03/2026"],
    [""],
    ["Item code", "Item name", "Qty"],
    ["A", "B", "1"],
  ];
  expect(findHeader(rows)).toBe(3);
  expect(
    findHeader([
      ["x", "y"],
      ["1", "2"],
    ]),
  ).toBe(0);
});
