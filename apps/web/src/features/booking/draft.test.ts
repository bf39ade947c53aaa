import type { VariantChoice } from "@storehouse/domain";
import { PostInput, TransferInput } from "@storehouse/domain";
import { expect, test } from "vitest";
import {
  type Draft,
  isTouched,
  leftAfter,
  newDraft,
  newLine,
  problemsOf,
  toPost,
  toTransfer,
  withChoice,
} from "./draft.ts";

const place = "01890a5d-ac96-774b-bcce-b302099a8057";
const other = "01890a5d-ac96-774b-bcce-b302099a8058";
const blade: VariantChoice = {
  variantId: "01890a5d-ac96-774b-bcce-b302099a8059",
  productId: place,
  sku: "BL-1",
  productName: "Blade",
  variantName: null,
  unit: "pcs",
  unitDecimals: 0,
  onHand: "12",
  defaultLocationId: place,
  isExact: true,
  units: [
    { unitId: place, code: "pcs", numerator: 1, denominator: 1 },
    { unitId: other, code: "box", numerator: 12, denominator: 1 },
  ],
};
const draftOf = (quantityText: string): Draft => ({ ...newDraft("in"), lines: [{ ...newLine(blade), quantityText }] });

test("a full draft becomes what the server takes", () => {
  const draft = draftOf("3 box + 2");
  expect(problemsOf(draft, "in")).toEqual({});
  expect(PostInput.parse(toPost(draft)).lines[0]).toMatchObject({ quantity: "38", locationId: place });
});

test("a move names two different places", () => {
  const draft = { ...draftOf("5"), fromLocationId: place, toLocationId: place };
  expect(problemsOf(draft, "move")).toEqual({ toLocationId: "SAME_LOCATION" });
  expect(TransferInput.safeParse(toTransfer({ ...draft, toLocationId: other })).success).toBe(true);
});

test("what is missing or can't be read is said at its field", () => {
  expect(problemsOf(newDraft("out"), "out")).toEqual({
    "lines.0.variantId": "REQUIRED",
    "lines.0.locationId": "REQUIRED",
  });
  expect(problemsOf(draftOf(""), "in")).toEqual({ "lines.0.quantity": "REQUIRED" });
  expect(problemsOf(draftOf("2 crate"), "in")).toEqual({ "lines.0.quantity": "UNIT_UNKNOWN" });
  expect(problemsOf(draftOf("0.5"), "in")).toEqual({ "lines.0.quantity": "TOO_MANY_DECIMALS" });
});

test("what will be left is exact, and unknown while the quantity is", () => {
  const [line] = draftOf("1 box").lines;
  if (line === undefined) throw new Error("a draft has a line");
  expect(leftAfter(line, "12", -1)).toBe("0");
  expect(leftAfter(line, "0.1", 1)).toBe("12.1");
  expect(leftAfter({ ...line, quantityText: "?" }, "12", -1)).toBeUndefined();
});

test("an empty draft may be closed without a question", () => {
  expect(isTouched(newDraft("in"))).toBe(false);
  expect(isTouched(draftOf("1"))).toBe(true);
});

test("the place follows the product until somebody chooses it", () => {
  const fan = { ...blade, defaultLocationId: other };
  expect(withChoice(newLine(blade), fan).locationId).toBe(other);
  expect(withChoice({ ...newLine(blade), isPlaceChosen: true }, fan).locationId).toBe(place);
  expect(withChoice(newLine(blade), { ...fan, defaultLocationId: null }).locationId).toBe(place);
});
