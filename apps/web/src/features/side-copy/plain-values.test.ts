import { expect, test } from "vitest";
import { plainValues } from "./plain-values.ts";

test("places and components are said with their quantities, other lists are left as they are", () => {
  const names = { p: "Shed", v: "Bolt", u: "pcs" };
  expect(
    plainValues(
      {
        atPlaces: [{ locationId: "p", onHand: "1200" }],
        components: [{ variantId: "v", quantity: "2", unitId: "u", scrapPercent: "0" }],
        locationIds: ["p"],
        barcodes: [],
        versionId: "x",
      },
      names,
    ),
  ).toEqual({ atPlaces: "Shed 1,200", components: "Bolt 2 pcs", locationIds: ["p"], barcodes: [] });
  expect(plainValues(null, names)).toBe(null);
});
