import {
  FORMULA_SORTS,
  ListFormulasInput,
  ListLocationsInput,
  ListSubcategoriesInput,
  ListSuppliersInput,
  ListUsersInput,
  LOCATION_SORTS,
  LOCATION_TYPES,
  type Page,
  SUBCATEGORY_SORTS,
  SUPPLIER_SORTS,
  USER_SORTS,
} from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listFormulas, retireVersion } from "../formula/index.ts";
import { addFormula } from "../formula/new-formula.fixture.ts";
import { createLocation, listLocations } from "../location/index.ts";
import { createSubcategory, listSubcategories } from "../subcategory/index.ts";
import { createSupplier, listSuppliers } from "../supplier/index.ts";
import { listUsers } from "../user/index.ts";

let tenant: TestTenant;
const names = Array.from({ length: 13 }, (_, at) => `Name ${String.fromCodePoint(77 - at)}`);

beforeAll(async () => {
  tenant = await createTestTenant();
  const siteId = v7();
  await createLocation(tenant.ctx(), { id: siteId, name: "A site", type: "WAREHOUSE", siteId: null });
  for (const [at, name] of names.entries()) {
    const isOdd = at % 2 === 1;
    await createLocation(tenant.ctx(), {
      id: v7(),
      name,
      type: LOCATION_TYPES[at % 3] ?? "STORE",
      siteId: isOdd ? siteId : null,
    });
    await createSubcategory(tenant.ctx(), { id: v7(), name, category: isOdd ? "raw" : "consumable" });
    await createSubcategory(tenant.ctx(), { id: v7(), name, category: "finished" });
    await createSupplier(tenant.ctx(), {
      id: v7(),
      name,
      contact: isOdd ? `Person ${at % 3}` : null,
      phone: at % 3 === 0 ? null : "+91 2",
      email: null,
      address: null,
      taxNumber: null,
    });
  }
  for (const at of [3, 1, 2, 5, 4]) {
    const [made, part] = [await tenant.product({ name: `Fan ${at % 3}` }), await tenant.product()];
    const { id, versionId } = await addFormula(tenant.ctx(), made.variantId, [part]);
    if (at % 2 === 0) await retireVersion(tenant.ctx(), { id, version: 1, versionId });
  }
}, 60_000);
afterAll(() => tenant.drop());

type Row = Readonly<Record<string, unknown>>;
type Asked = Readonly<{ sort?: string; direction?: string; lead?: string; leadDirection?: string; after?: string }>;
type List = Readonly<{
  name: string;
  sorts: readonly string[];
  read: (asked: Asked & { limit: number }) => Promise<Page<Row>>;
  /** What a row is sorted by in a column; the name of the column unless it says so. */
  keyOf?: (row: Row, sort: string) => unknown;
}>;

const LISTS: readonly List[] = [
  {
    name: "suppliers",
    sorts: SUPPLIER_SORTS,
    read: (asked) => listSuppliers(tenant.ctx(), ListSuppliersInput.parse(asked)),
  },
  {
    name: "places",
    sorts: LOCATION_SORTS,
    read: (asked) => listLocations(tenant.ctx(), ListLocationsInput.parse(asked)),
    keyOf: (row, sort) =>
      sort === "type"
        ? LOCATION_TYPES.findIndex((type) => type === row["type"])
        : row[sort === "site" ? "siteName" : sort],
  },
  {
    name: "subcategories",
    sorts: SUBCATEGORY_SORTS,
    read: (asked) => listSubcategories(tenant.ctx(), ListSubcategoriesInput.parse(asked)),
    keyOf: (row, sort) =>
      sort === "category" ? ["raw", "semi", "finished", "consumable"].indexOf(String(row["category"])) : row[sort],
  },
  {
    name: "people",
    sorts: USER_SORTS,
    read: (asked) => listUsers(tenant.ctx(), ListUsersInput.parse(asked)),
    keyOf: (row, sort) => row[sort === "seen" ? "lastSeenAt" : sort],
  },
  {
    name: "formulas",
    sorts: FORMULA_SORTS,
    read: (asked) => listFormulas(tenant.ctx(), ListFormulasInput.parse(asked)),
    keyOf: (row, sort) =>
      ({ sku: row["sku"], name: row["productName"], state: Number(row["activeVersionId"] !== null) })[sort],
  },
];

const DIRECTIONS = ["asc", "desc"] as const;

/** Null before everything, as the servers have it. */
function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one < other ? -1 : Number(one > other);
}

async function walk({ read }: List, asked: Asked): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await read({ ...asked, limit: 4, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

test.each(LISTS)(
  "$name: pages of every two columns, each in both directions, hold every row once, in order",
  async (list) => {
    const { sorts, keyOf = (row, sort) => row[sort] } = list;
    const all = await list.read({ limit: 200 });
    for (const sort of sorts) {
      for (const lead of [undefined, ...sorts]) {
        for (const direction of DIRECTIONS) {
          const leadDirection = direction === "asc" ? "desc" : "asc";
          const asked = { sort, direction, ...(lead && { lead, leadDirection }) };
          const rows = await walk(list, asked);
          const sorted = rows.toSorted(
            (a, b) =>
              (lead === undefined ? 0 : (leadDirection === "asc" ? 1 : -1) * compare(keyOf(a, lead), keyOf(b, lead))) ||
              (direction === "asc" ? 1 : -1) * compare(keyOf(a, sort), keyOf(b, sort)),
          );
          expect({ asked, ids: rows.map(({ id }) => id) }).toEqual({ asked, ids: sorted.map(({ id }) => id) });
          expect(new Set(rows.map(({ id }) => id)).size).toBe(all.rows.length);
        }
      }
    }
  },
);

test("a cursor of one order is refused in another", async () => {
  const { next } = await listSuppliers(tenant.ctx(), ListSuppliersInput.parse({ limit: 4 }));
  const wrong = ListSuppliersInput.parse({ limit: 4, after: next, sort: "phone" });
  await expect(listSuppliers(tenant.ctx(), wrong)).rejects.toSatisfy(isRefused("INVALID"));
});
