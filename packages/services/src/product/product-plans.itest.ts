import { type SQL, sql } from "@storehouse/db";
import { ListProductsInput } from "@storehouse/domain";
import { createTestTenant, readRows, type TestTenant } from "@storehouse/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packCursor } from "../cursor.ts";
import { selectByBeginning, selectByCode, selectByText } from "./find-variant-ids.ts";
import { makeMany, type ManyProducts } from "./many-products.fixture.ts";
import { unitId } from "./new-product.fixture.ts";
import { selectByColumn } from "./page-by-column.ts";
import { selectSeveral, selectSingle, selectSummed } from "./page-by-on-hand.ts";
import { cursorOf } from "./product-cursor.ts";
import { isWalk } from "./product-filters.ts";
import { selectProductRows } from "./read-product-rows.ts";

let tenant: TestTenant;
let many: ManyProducts;

beforeAll(async () => {
  tenant = await createTestTenant();
  many = await makeMany(tenant.db, await unitId(tenant.ctx()), 3000);
});
afterAll(() => tenant.drop());

type Step = Readonly<{ table: string; access: string; key: string }>;
type Query = Readonly<{ getSQL: () => SQL }>;

/** What the server would do for a query: each table it reads and how, and whether it sorts what it read. */
async function planOf(query: Query): Promise<{ steps: Step[]; sorts: boolean }> {
  const rows = await readRows(tenant.db.execute(sql`explain format=traditional ${query.getSQL()}`));
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    steps: rows.map(({ table, type, key }) => ({ table: text(table), access: text(type), key: text(key) })),
    sorts: rows.some(({ Extra }) => text(Extra).includes("filesort")),
  };
}

const LARGE = /^(products|searched|variants|variant_stock|barcodes|stock_levels)$/;
const scansOf = ({ steps }: { steps: Step[] }): Step[] =>
  steps.filter(({ table, access }) => LARGE.test(table) && access === "ALL");

const inputOf = (asked: Partial<ListProductsInput>) => ListProductsInput.parse(asked);
const INDEXES = {
  code: "products_list_code_ix",
  name: "products_list_name_ix",
  price: "products_list_price_ix",
  updatedAt: "products_list_updated_ix",
} as const;
const COLUMNS = ["code", "name", "price", "updatedAt"] as const;
const DIRECTIONS = ["asc", "desc"] as const;

/** The places a page could have ended: in the middle, and for a price at a product that has none. */
function endsOf(sort: (typeof COLUMNS)[number]) {
  const middle = many.made[1501];
  const id = middle?.id ?? "";
  const value = sort === "updatedAt" ? (middle?.updatedAt.toISOString() ?? "") : (middle?.[sort] ?? "");
  const ends = sort === "price" ? [value, null] : [value];
  return [undefined, ...ends.map((one) => packCursor(cursorOf(sort, { id, value: one })))];
}

test("each order is read from its own index, over all and within a category, first page and later ones, and nothing is sorted", async () => {
  for (const sort of COLUMNS) {
    for (const direction of DIRECTIONS) {
      for (const after of endsOf(sort)) {
        for (const category of [undefined, "raw" as const]) {
          const asked = { sort, direction, after, category };
          const plan = await planOf(selectByColumn(tenant.db, inputOf(asked), sort));
          const keys = plan.steps.map(({ key }) => key);
          const own = category === undefined ? INDEXES[sort] : INDEXES[sort].replace("list", "in");
          expect({ asked, keys, sorts: plan.sorts }).toEqual({ asked, keys: [own], sorts: false });
        }
      }
    }
  }
});

test("the order of what is left walks the index of stock, and sums only products with several variants", async () => {
  for (const direction of DIRECTIONS) {
    const after = packCursor(cursorOf("onHand", { id: many.made[0]?.id ?? "", value: "10.000000" }));
    for (const input of [{}, { after }].map((page) => inputOf({ sort: "onHand", direction, ...page }))) {
      const single = await planOf(selectSingle(tenant.db, input));
      expect(single.steps.map(({ table, key }) => [table, key])).toEqual([
        ["variant_stock", "variant_stock_on_hand_ix"],
        ["products", "PRIMARY"],
      ]);
      expect(single.sorts).toBe(false);
      const several = await planOf(selectSeveral(tenant.db, input));
      expect(several.steps.map(({ table, key }) => [table, key])).toEqual([
        ["products", "products_variants_ix"],
        ["variant_stock", "variant_stock_product_ix"],
      ]);
    }
  }
});

const onHandQueries = (input: ListProductsInput): Query[] =>
  isWalk(input) && !input.isArchived
    ? [selectSingle(tenant.db, input), selectSeveral(tenant.db, input)]
    : [selectSummed(tenant.db, input)];

test("no filter, nor any pair of them, in any order, reads a large table from end to end without an index", async () => {
  const [first] = many.made;
  const filters: Partial<ListProductsInput>[] = [
    { search: "fan" },
    { search: "nothing like it" },
    { search: "FAN-00010" },
    { category: "raw" },
    { subcategoryId: first?.subcategoryId },
    { supplierId: first?.supplierId },
    { locationId: many.quarantineId },
    { sourceType: "trading" },
    { isLow: true },
    { isLow: false },
    { isArchived: true },
  ];
  const pairs = filters.flatMap((a, at) => filters.slice(at).map((b) => ({ ...a, ...b })));
  for (const asked of [{}, ...pairs]) {
    const queries: Query[] = [
      ...COLUMNS.map((sort) => selectByColumn(tenant.db, inputOf({ ...asked, sort }), sort)),
      ...onHandQueries(inputOf({ ...asked, sort: "onHand" })),
    ];
    for (const query of queries) expect({ asked, scans: scansOf(await planOf(query)) }).toEqual({ asked, scans: [] });
  }
});

test("the rows of a page are looked up by their ids alone", async () => {
  const ids = many.made.slice(100, 150).map(({ id }) => id);
  const plan = await planOf(selectProductRows(tenant.ctx(), ids));
  expect(scansOf(plan)).toEqual([]);
  expect(plan.steps.filter(({ table, access }) => LARGE.test(table) && access === "index")).toEqual([]);
});

test("finding what can be booked takes ranges of indexes; only a text inside a name walks one", async () => {
  const [first] = many.made;
  for (const search of [first?.code ?? "", first?.variants[0]?.barcode ?? "", "FAN", "8"]) {
    expect(scansOf(await planOf(selectByBeginning(tenant.db, search, 20)))).toEqual([]);
    const { steps } = await planOf(selectByText(tenant.db, search, 20));
    expect(steps.find(({ table }) => table === "products")?.key).toBe("products_list_code_ix");
    expect(steps.filter(({ access }) => access === "ALL")).toEqual([]);
  }
});

test("a scanned code is looked for in unique indexes alone", async () => {
  const plan = await planOf(selectByCode(tenant.db, many.made[7]?.code ?? "", 20));
  expect(scansOf(plan)).toEqual([]);
  expect(plan.steps.filter(({ access }) => access === "index" || access === "range")).toEqual([]);
});
