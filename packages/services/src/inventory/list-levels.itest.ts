import { eq, sql } from "@storehouse/db";
import { products, subcategories } from "@storehouse/db/tenant";
import { LEVEL_SORTS, type LevelRow, ListLevelsInput } from "@storehouse/domain";
import { createTestTenant, readRows, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findLevelProducts, selectLevelProducts } from "./find-level-products.ts";
import { selectPlaces } from "./level-places.ts";
import { listLevels, selectLevels } from "./list-levels.ts";
import { postLines } from "./post-lines.ts";

const PRODUCTS = 600;
const DIRECTIONS = ["asc", "desc"] as const;

let tenant: TestTenant;
let here: string;
let there: string;
let made: { id: string; variantId: string; code: string }[];
const subcategoryId = v7();

beforeAll(async () => {
  tenant = await createTestTenant();
  here = await tenant.location("Here");
  there = await tenant.location("There");
  const now = new Date();
  await tenant.db
    .insert(subcategories)
    .values({ id: subcategoryId, category: "raw", name: "Wire", createdAt: now, updatedAt: now });
  made = [];
  for (let at = 0; at < PRODUCTS; at += 1) {
    const category = at % 50 === 0 ? "raw" : "finished";
    made.push(await tenant.product({ code: `FAN-${at}`, name: at === 7 ? "Copper wire" : `Fan ${at}`, category }));
  }
  await tenant.db.update(products).set({ subcategoryId }).where(eq(products.category, "raw"));
  for (const locationId of [here, there]) await bookIn(locationId);
  await tenant.db.execute(
    sql`analyze table inventory_entries, products, variants, variant_stock, stock_levels, locations, units`,
  );
}, 120_000);

afterAll(() => tenant.drop());

/** So many of each, the same of some, so that pages are cut between equal levels. */
async function bookIn(locationId: string): Promise<void> {
  for (let from = 0; from < PRODUCTS; from += 300) {
    await postLines(tenant.ctx(), {
      clientId: v7(),
      type: "manual_in",
      reference: null,
      note: null,
      lines: made.slice(from, from + 300).map(({ variantId }, at) => ({
        variantId,
        locationId,
        quantity: String(1 + (at % 40)),
      })),
    });
  }
}

const inputOf = (filter: Partial<ListLevelsInput>): ListLevelsInput => ListLevelsInput.parse(filter);

type Read = Readonly<{ table: string; access: string; key: string | undefined }>;

/** Each table a plan reads, how and by which index, in the shape of either server. */
function readsOf(plan: unknown): Read[] {
  if (typeof plan !== "object" || plan === null) return [];
  const inner = Object.values(plan).flatMap(readsOf);
  const { table_name: table, access_type: access, key, index_name: index } = plan as Record<string, unknown>;
  if (typeof table !== "string" || typeof access !== "string") return inner;
  return [
    { table, access, key: [key, index].find((name) => typeof name === "string") as string | undefined },
    ...inner,
  ];
}

const isWhole = ({ access }: Read): boolean => access === "ALL" || access === "table";

async function plannedReads(query: { getSQL: () => ReturnType<typeof sql> }): Promise<Read[]> {
  const [row] = await readRows(tenant.db.execute(sql`explain format=json ${query.getSQL()}`));
  const text = row?.["EXPLAIN"];
  return readsOf(typeof text === "string" ? JSON.parse(text) : text);
}

/** What reading one page of levels reads, of its products first where it goes by their names. */
async function readsOfPage(input: ListLevelsInput): Promise<Read[]> {
  const productIds = await findLevelProducts(tenant.ctx(), input);
  const first = productIds ? await plannedReads(selectLevelProducts(tenant.ctx(), input)) : [];
  return [...first, ...(await plannedReads(selectLevels(tenant.ctx(), input, productIds)))];
}

test("pages of every sort hold every level once, in both directions", async () => {
  for (const sort of LEVEL_SORTS) {
    for (const direction of DIRECTIONS) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await listLevels(tenant.ctx(), inputOf({ sort, direction, limit: 199, ...(after && { after }) }));
        seen.push(...page.rows.map(({ variantId, locationId }) => `${variantId} ${locationId}`));
        after = page.next;
      } while (after !== undefined);
      expect([sort, direction, seen.length, new Set(seen).size]).toEqual([sort, direction, 1200, 1200]);
    }
  }
});

test("by product and by what is left, the whole list is read by an index", async () => {
  for (const sort of ["product", "onHand"] as const) {
    for (const direction of DIRECTIONS) {
      for (const isZeroShown of [false, true]) {
        const first = inputOf({ sort, direction, isZeroShown, limit: 50 });
        const { next } = await listLevels(tenant.ctx(), first);
        for (const input of [first, { ...first, after: next }]) {
          const levels = (await readsOfPage(input)).filter(({ table }) => table === "stock_levels");
          expect(levels).not.toEqual([]);
          const unkeyed = levels.filter((read) => isWhole(read) || read.key === undefined);
          expect({ sort, direction, isZeroShown, unkeyed }).toEqual({ sort, direction, isZeroShown, unkeyed: [] });
        }
      }
    }
  }
});

const PLACE_FIRST = DIRECTIONS.flatMap((leadDirection) =>
  (["product", "onHand"] as const).flatMap((sort) =>
    DIRECTIONS.map((direction) => ({ lead: "location" as const, leadDirection, sort, direction })),
  ),
);

test.each(PLACE_FIRST)(
  "place $leadDirection, then $sort $direction: pages hold every level once, in order",
  async (asked) => {
    const seen: LevelRow[] = [];
    let after: string | undefined;
    do {
      const page = await listLevels(tenant.ctx(), inputOf({ ...asked, limit: 199, ...(after && { after }) }));
      seen.push(...page.rows);
      after = page.next;
    } while (after !== undefined);
    const places = asked.leadDirection === "asc" ? ["Here", "There"] : ["There", "Here"];
    expect([...new Set(seen.map(({ locationName }) => locationName))]).toEqual(places);
    const sign = asked.direction === "asc" ? 1 : -1;
    for (const place of places) {
      const values = seen
        .filter(({ locationName }) => locationName === place)
        .map(({ productName, onHand }) =>
          asked.sort === "product" ? productName.toLowerCase() : onHand.padStart(4, "0"),
        );
      expect(values).toEqual(values.toSorted((a, b) => sign * (a < b ? -1 : Number(a > b))));
      expect(values).toHaveLength(PRODUCTS);
    }
    expect(new Set(seen.map(({ variantId, locationId }) => `${variantId} ${locationId}`)).size).toBe(2 * PRODUCTS);
  },
);

test.each(PLACE_FIRST)(
  "place $leadDirection, then $sort $direction: within a place it is read by an index of the place",
  async (asked) => {
    for (const locationId of [here, there]) {
      const first = inputOf({ ...asked, locationId, limit: 50 });
      const { next } = await listLevels(tenant.ctx(), { ...first, lead: undefined });
      for (const input of [first, { ...first, after: next }]) {
        const levels = (await readsOfPage({ ...input, lead: undefined })).filter(
          ({ table }) => table === "stock_levels",
        );
        const key = asked.sort === "onHand" ? "stock_levels_at_ix" : "stock_levels_location_ix";
        expect(levels).toMatchObject([{ table: "stock_levels", key }]);
      }
    }
    const places = await plannedReads(
      selectPlaces(tenant.ctx(), { input: inputOf(asked), direction: "asc", found: undefined }),
    );
    expect(places.find(({ table }) => table === "stock_levels")).toMatchObject({ key: "stock_levels_at_ix" });
    expect(places.filter((read) => read.table === "stock_levels" && isWhole(read))).toEqual([]);
  },
);

test("place by place, filters keep what they name", async () => {
  const counted = async (asked: Partial<ListLevelsInput>) =>
    (await listLevels(tenant.ctx(), inputOf({ lead: "location", limit: 200, ...asked }))).rows.length;
  expect(await counted({ search: "copper" })).toBe(2);
  expect(await counted({ search: "nothing like it" })).toBe(0);
  expect(await counted({ subcategoryId })).toBe(24);
  expect(await counted({ category: "raw", sort: "onHand" })).toBe(24);
  expect(await counted({ locationId: there, search: "copper", sort: "onHand" })).toBe(1);
  expect(await counted({ productId: made[3]?.id })).toBe(2);
});

test("no filter, nor any pair of them, reads a ledger entry", async () => {
  const [one] = made;
  const filters: Partial<ListLevelsInput>[] = [
    { locationId: there },
    { productId: one?.id },
    { variantId: one?.variantId },
    { category: "raw" },
    { category: "finished" },
    { subcategoryId },
    { isLow: true },
    { search: "copper" },
    { search: "FAN-" },
    { isZeroShown: true },
  ];
  const pairs = filters.flatMap((a, at) => filters.slice(at).map((b) => ({ ...a, ...b })));
  let seen = 0;
  for (const sort of ["product", "onHand"] as const) {
    for (const direction of DIRECTIONS) {
      for (const filter of [{}, ...pairs]) {
        const reads = await readsOfPage(inputOf({ ...filter, sort, direction, limit: 50 }));
        seen += reads.length;
        expect({ filter, ledger: reads.filter(({ table }) => table === "inventory_entries") }).toEqual({
          filter,
          ledger: [],
        });
      }
    }
  }
  // Some pairs leave nothing to read, as a product and a group it is not of; most do not.
  expect(seen).toBeGreaterThan(4 * pairs.length);
}, 240_000);

test("the check for whole reads sees one", async () => {
  const reads = await plannedReads(sql`select reserved from stock_levels`);
  expect(reads.filter(isWhole)).toHaveLength(1);
  expect(await plannedReads(sql`select value from inventory_entries`)).toMatchObject([{ table: "inventory_entries" }]);
});
