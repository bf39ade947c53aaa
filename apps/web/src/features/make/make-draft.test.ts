import { MakeInput, type MakePlan } from "@storehouse/domain";
import { expect, test } from "vitest";
import { newMakeDraft, problemsOf, toMake } from "./make-draft.ts";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const plan: MakePlan = {
  formulaId: id,
  versionId: id,
  versionNumber: 1,
  variantId: id,
  productId: id,
  productName: "Fan",
  variantName: null,
  sku: "FAN",
  unit: "pcs",
  unitDecimals: 0,
  units: [
    { unitId: id, code: "pcs", numerator: 1, denominator: 1 },
    { unitId: id, code: "box", numerator: 12, denominator: 1 },
  ],
  defaultLocationId: id,
  quantity: "1",
  makeFrom: "chosen",
  canMake: "3",
  places: [],
  canMakeOverall: "3",
  unitCost: null,
  components: [],
};

test("a full draft becomes what the server takes, at the usual place", () => {
  const draft = { ...newMakeDraft(id), quantityText: "3 box + 2" };
  expect(problemsOf(draft, plan)).toEqual({});
  expect(MakeInput.parse(toMake(draft, plan))).toMatchObject({ quantity: "38", locationId: id, versionId: id });
});

test("what is missing or can't be read is said at its field", () => {
  expect(problemsOf(newMakeDraft(null), undefined)).toEqual({ variantId: "REQUIRED" });
  expect(problemsOf(newMakeDraft(id), { ...plan, defaultLocationId: null })).toEqual({
    quantity: "REQUIRED",
    locationId: "REQUIRED",
  });
  expect(problemsOf({ ...newMakeDraft(id), quantityText: "0.5" }, plan)).toEqual({ quantity: "TOO_MANY_DECIMALS" });
});
