import { CATEGORIES, ListProductsInput, type ProductRow, quantityOf, quantityText } from "@storehouse/domain";
import { createTestTenant, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listProducts } from "./index.ts";
import { type MadeProduct, makeMany, type ManyProducts } from "./many-products.fixture.ts";
import { unitId } from "./new-product.fixture.ts";

let tenant: TestTenant;
let many: ManyProducts;

beforeAll(async () => {
  tenant = await createTestTenant();
  many = await makeMany(tenant.db, await unitId(tenant.ctx()), 600);
});
afterAll(() => tenant.drop());

type Asked = Partial<ListProductsInput>;
const list = (asked: Asked) => listProducts(tenant.ctx("viewer"), ListProductsInput.parse(asked));

async function walk(asked: Asked): Promise<ProductRow[]> {
  const rows: ProductRow[] = [];
  let after: string | undefined;
  do {
    const page = await list({ limit: 47, ...asked, after });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

const onHandOf = ({ variants }: MadeProduct): bigint => variants.reduce((sum, one) => sum + quantityOf(one.onHand), 0n);
const inUse = () => many.made.filter(({ isArchived }) => !isArchived);
const compare = <T extends bigint | string | number>(a: T, b: T): number => (a === b ? 0 : a < b ? -1 : 1);
const ORDERS: Readonly<Record<ListProductsInput["sort"], (a: MadeProduct, b: MadeProduct) => number>> = {
  code: (a, b) => compare(a.code, b.code),
  name: (a, b) => compare(a.name, b.name) || compare(a.id, b.id),
  price: (a, b) => compare(Number(a.price ?? -1), Number(b.price ?? -1)) || compare(a.id, b.id),
  updatedAt: (a, b) => compare(a.updatedAt.getTime(), b.updatedAt.getTime()) || compare(a.id, b.id),
  onHand: (a, b) => compare(onHandOf(a), onHandOf(b)) || compare(a.id, b.id),
};
const SORTS = Object.keys(ORDERS) as ListProductsInput["sort"][];

describe.each(SORTS)("sorted by %s", (sort) => {
  test.each(["asc", "desc"] as const)(
    "%s: pages walk every product once, in order, through all ties",
    async (direction) => {
      const expected = inUse().toSorted(ORDERS[sort]);
      if (direction === "desc") expected.reverse();
      const rows = await walk({ sort, direction });
      expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    },
  );

  test.each([
    ["asc", "desc"],
    ["desc", "asc"],
    ["asc", "asc"],
  ] as const)("category %s, then %s: pages walk every product once, in order", async (leadDirection, direction) => {
    const sign = (way: "asc" | "desc") => (way === "asc" ? 1 : -1);
    const expected = inUse().toSorted(
      (a, b) =>
        sign(leadDirection) * compare(CATEGORIES.indexOf(a.category), CATEGORIES.indexOf(b.category)) ||
        sign(direction) * ORDERS[sort](a, b),
    );
    const rows = await walk({ sort, direction, lead: "category", leadDirection });
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  test("a search and every filter leave exactly what they name, in order", async () => {
    const [first] = inUse();
    const cases: readonly (readonly [Asked, (product: MadeProduct) => boolean])[] = [
      [{ search: "blade white" }, ({ name }) => name.includes("blade") && name.includes("white")],
      [{ search: "BLA-001" }, ({ code }) => code.startsWith("BLA-001")],
      [{ search: "-0010" }, ({ code }) => code.includes("-0010")],
      [{ search: "mot", category: "raw" }, (p) => p.name.includes("mot") && p.category === "raw"],
      [{ search: "ivory", isLow: true }, (p) => p.name.includes("ivory") && p.isLow],
      [{ category: "semi" }, ({ category }) => category === "semi"],
      [{ subcategoryId: first?.subcategoryId }, ({ subcategoryId }) => subcategoryId === first?.subcategoryId],
      [{ supplierId: first?.supplierId }, ({ supplierId }) => supplierId === first?.supplierId],
      [{ locationId: many.placeId }, () => true],
      [{ locationId: many.quarantineId }, () => false],
      [{ sourceType: "trading" }, ({ sourceType }) => sourceType === "trading"],
      [{ isLow: true }, ({ isLow }) => isLow],
      [{ isLow: false, sourceType: "trading" }, (p) => !p.isLow && p.sourceType === "trading"],
    ];
    for (const [asked, isMeant] of cases) {
      const expected = inUse().filter(isMeant).toSorted(ORDERS[sort]);
      const rows = await walk({ sort, ...asked });
      expect({ asked, codes: rows.map(({ code }) => code) }).toEqual({
        asked,
        codes: expected.map(({ code }) => code),
      });
    }
    const archived = many.made.filter(({ isArchived }) => isArchived).toSorted(ORDERS[sort]);
    expect((await walk({ sort, isArchived: true })).map(({ id }) => id)).toEqual(archived.map(({ id }) => id));
  });
});

test("a sku or barcode finds its product", async () => {
  const several = inUse().find(({ variants }) => variants.length > 1);
  const second = several?.variants[1];
  for (const search of [second?.sku, second?.sku.toLowerCase(), second?.barcode]) {
    expect((await list({ search })).rows.map(({ id }) => id)).toEqual([several?.id]);
  }
});

test("% and _ and \\ are searched for as they are, and a product with one is found by it", async () => {
  for (const search of ["%", "_", "\\", "fa%n", "c_iling"]) expect((await list({ search })).rows).toEqual([]);
  await using own = await createTestTenant();
  await own.product({ code: "A1", name: "Mix 50 % a_b c\\d" });
  await own.product({ code: "A2", name: "Mix 50" });
  for (const search of ["%", "50 %", "a_b", "c\\d", "mIX %"]) {
    const { rows } = await listProducts(own.ctx(), ListProductsInput.parse({ search }));
    expect(rows.map(({ code }) => code)).toEqual(["A1"]);
  }
});

test("a row sums its variants, and counts what is held in quarantine without calling it available", async () => {
  const rows = new Map((await walk({})).map((row) => [row.id, row]));
  for (const product of inUse()) {
    const row = rows.get(product.id);
    const total = quantityText(onHandOf(product));
    expect(row).toMatchObject({
      onHand: total,
      value: total,
      isLow: product.isLow,
      unit: "pcs",
      variantCount: product.variants.length,
    });
    expect(row?.variantId).toBe(product.variants.length === 1 ? product.variants[0]?.id : null);
  }
  const held = [...rows.values()].filter(({ onHand, available }) => onHand !== available);
  expect(held.length).toBeGreaterThan(10);
  expect(held.filter(({ variantCount }) => variantCount === 1).every(({ available }) => available === "0")).toBe(true);
});

test("a cursor works for the list it came from alone", async () => {
  const { next } = await list({ sort: "name", limit: 5 });
  const forged = (values: readonly unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");
  const bad: Asked[] = [
    { sort: "code", after: next },
    { sort: "onHand", after: forged(["onHand", "1e9", v7()]) },
    { sort: "updatedAt", after: forged(["updatedAt", "soon", v7()]) },
    { sort: "name", after: forged(["name", "A", "not an id"]) },
    { after: "%%%" },
  ];
  for (const asked of bad) {
    await expect(list(asked)).rejects.toMatchObject({ failure: { code: "INVALID", field: "after" } });
  }
});
