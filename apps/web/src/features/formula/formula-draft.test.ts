import { FormulaComponent } from "@storehouse/domain";
import { expect, test } from "vitest";
import { componentsOf, draftOf, emptyLine, filledLines, pastedLine, problemsOf, withLines } from "./formula-draft.ts";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const box = "01890a5d-ac96-774b-bcce-b302099a8058";
const blade = {
  variantId: id,
  productId: id,
  sku: "BL-1",
  productName: "Blade",
  variantName: null,
  unit: "pcs",
  units: [
    { unitId: id, code: "pcs", numerator: 1, denominator: 1 },
    { unitId: box, code: "box", numerator: 12, denominator: 1 },
  ],
};
const pasted = { what: "BL-1", quantity: "3", unit: "Box", scrapPercent: "2.5" };

test("a pasted line takes the unit it names, and the base unit where it names none of the product's", () => {
  expect(pastedLine(pasted, blade)).toMatchObject({ unitId: box, quantity: "3", scrapPercent: "2.5", what: "" });
  expect(pastedLine({ ...pasted, unit: "crate" }, blade).unitId).toBe(id);
  expect(pastedLine(pasted, null)).toMatchObject({ choice: null, what: "BL-1" });
});

test("there is always one empty line at the end, which does not count", () => {
  const draft = withLines(draftOf(undefined), [pastedLine(pasted, blade)]);
  expect(draft.lines).toHaveLength(2);
  expect(withLines(draft, draft.lines).lines).toHaveLength(2);
  expect(filledLines(draft)).toHaveLength(1);
  expect(componentsOf(draft).map((one) => FormulaComponent.parse(one))).toEqual([
    { variantId: id, quantity: "3", unitId: box, scrapPercent: "2.5" },
  ]);
});

test("what is missing is said at its line", () => {
  expect(problemsOf(draftOf(undefined))).toEqual({ components: "REQUIRED" });
  const lines = [{ ...emptyLine(), quantity: "1" }, pastedLine(pasted, null), { ...emptyLine(), choice: blade }];
  expect(problemsOf({ ...withLines(draftOf(undefined), lines), outputQuantity: " " })).toEqual({
    outputQuantity: "REQUIRED",
    "components.0.variantId": "REQUIRED",
    "components.1.variantId": "NOT_FOUND",
    "components.2.quantity": "REQUIRED",
  });
});
