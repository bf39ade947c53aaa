import { expect, test } from "vitest";
import { minimumAfter, type PlannedProduct, planProduct, priceAfter } from "./plan-product.ts";

const FAN: PlannedProduct = {
  category: "raw",
  subcategoryId: null,
  supplierId: "s",
  defaultLocationId: null,
  sourceType: "trading",
  price: "100",
  cost: null,
  minimumStock: "10",
  variantCount: 1,
  unitDecimals: 0,
  isArchived: false,
};

test.each([
  ["100", "5", "105"],
  ["99.99", "5", "104.99"],
  ["99.99", "-100", "0"],
  ["0.0525", "5", "0.0551"],
  ["19.9", "-12.5", "17.41"],
  ["99999999999999.9999", "0.0001", "100000099999999.9999"],
])("%s with %s %% is %s", (price, percent, after) => {
  expect(priceAfter(price, percent)).toBe(after);
});

test("a minimum goes up to what its unit counts, and stays where it is a whole", () => {
  expect(minimumAfter("10", "5", 0)).toBe("11");
  expect(minimumAfter("20", "5", 0)).toBe("21");
  expect(minimumAfter("10", "5", 3)).toBe("10.5");
  expect(minimumAfter("0.333333", "-50", 6)).toBe("0.166667");
  expect(minimumAfter("10", "-100", 0)).toBe("0");
});

test("each field from what to what", () => {
  const from = { category: "raw", subcategoryId: null };
  const group = { field: "group", category: "semi", subcategoryId: "g" } as const;
  expect(planProduct(FAN, group)).toEqual({ from, to: { category: "semi", subcategoryId: "g" }, reason: null });
  expect(planProduct(FAN, { field: "supplierId", value: null }).to).toEqual({ supplierId: null });
  expect(planProduct(FAN, { field: "isArchived", value: true })).toMatchObject({ from: { isArchived: false } });
  const price = { field: "price", to: { by: "value", value: "12.50" } } as const;
  expect(planProduct(FAN, price)).toEqual({ from: { price: "100" }, to: { price: "12.5" }, reason: null });
});

test("what has no amount takes no share, several variants no one minimum, and nothing grows beyond what is kept", () => {
  const share = { by: "percent", percent: "1000" } as const;
  expect(planProduct(FAN, { field: "cost", to: share })).toMatchObject({
    to: { cost: null },
    reason: { code: "INVALID", reason: "NOTHING_TO_SHARE" },
  });
  expect(planProduct({ ...FAN, variantCount: 2 }, { field: "minimumStock", to: share }).reason).toMatchObject({
    reason: "SEVERAL_VARIANTS",
  });
  const huge = { ...FAN, price: "99999999999999" };
  expect(planProduct(huge, { field: "price", to: share }).reason).toMatchObject({ code: "AMOUNT_TOO_LARGE" });
});
