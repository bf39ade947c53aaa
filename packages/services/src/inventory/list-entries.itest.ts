import { eq, sql } from "@storehouse/db";
import { products, subcategories } from "@storehouse/db/tenant";
import { ENTRY_LEADS, ENTRY_TYPES, type EntryRow, ListEntriesInput } from "@storehouse/domain";
import { createTestTenant, isRefused, readRows, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packCursor } from "../cursor.ts";
import { findEntryGroups, selectGroups, within } from "./entry-groups.ts";
import { findEntryScope } from "./entry-scope.ts";
import { listEntries, selectEntries } from "./list-entries.ts";
import { postLines } from "./post-lines.ts";

const DAY_MS = 86_400_000;
const START = Date.parse("2026-01-01T00:00:00Z");
const PRODUCTS = 330;

let tenant: TestTenant;
let here: string;
let there: string;
let made: { id: string; variantId: string; code: string }[];
let postingIds: string[];
const subcategoryId = v7();

beforeAll(async () => {
  tenant = await createTestTenant({ now: () => new Date(START + 30 * DAY_MS) });
  here = await tenant.location("Here");
  there = await tenant.location("There");
  const now = new Date();
  await tenant.db.insert(subcategories).values({
    id: subcategoryId,
    category: "raw",
    name: "Wire",
    createdAt: now,
    updatedAt: now,
  });
  made = [];
  for (let at = 0; at < PRODUCTS; at += 1) {
    const category = at % 50 === 0 ? "raw" : "finished";
    made.push(await tenant.product({ code: `FAN-${at}`, name: at === 7 ? "Copper wire" : `Fan ${at}`, category }));
  }
  await tenant.db.update(products).set({ subcategoryId }).where(eq(products.category, "raw"));
  postingIds = [];
  for (let day = 0; day < 24; day += 1) postingIds.push(await postDay(day));
  await tenant.db.execute(sql`analyze table inventory_entries, postings, products, variants, stock_levels, locations`);
}, 120_000);

afterAll(() => tenant.drop());

/** Every product comes in at one of the two places, all at the same instant, so that pages are cut between equal times. */
async function postDay(day: number): Promise<string> {
  const { postingId } = await postLines(tenant.ctx(day % 2 === 0 ? "master" : "employee"), {
    clientId: v7(),
    type: day % 3 === 0 ? "purchase" : "manual_in",
    occurredAt: new Date(START + day * DAY_MS).toISOString(),
    reference: `PO-${100 + day}`,
    note: null,
    lines: made.map(({ variantId }, at) => ({
      variantId,
      locationId: (at + day) % 3 === 0 ? there : here,
      quantity: "2",
    })),
  });
  return postingId;
}

const inputOf = (filter: Partial<ListEntriesInput>): ListEntriesInput => ListEntriesInput.parse(filter);

const countOf = async (filter: Partial<ListEntriesInput>): Promise<number> => {
  let total = 0;
  let after: string | undefined;
  do {
    const page = await listEntries(tenant.ctx(), inputOf({ ...filter, limit: 200, ...(after ? { after } : {}) }));
    total += page.rows.length;
    after = page.next;
  } while (after !== undefined);
  return total;
};

test("pages in both directions hold every entry once, in order", async () => {
  for (const direction of ["asc", "desc"] as const) {
    const seen: { occurredAt: string; id: string }[] = [];
    let after: string | undefined;
    do {
      const page = await listEntries(tenant.ctx(), inputOf({ direction, limit: 199, ...(after ? { after } : {}) }));
      seen.push(...page.rows);
      after = page.next;
    } while (after !== undefined);
    const keys = seen.map(({ occurredAt, id }) => `${occurredAt} ${id}`);
    const sorted = keys.toSorted();
    expect(keys).toEqual(direction === "asc" ? sorted : sorted.toReversed());
    expect(new Set(keys).size).toBe(24 * PRODUCTS);
  }
});

test("every filter keeps what it names and nothing else", async () => {
  const [first] = made;
  expect(await countOf({ types: ["purchase"] })).toBe(8 * PRODUCTS);
  expect(await countOf({ types: ["purchase", "scrap"] })).toBe(8 * PRODUCTS);
  expect(await countOf({ types: ["count"] })).toBe(0);
  expect(await countOf({ userId: tenant.userIds.employee })).toBe(12 * PRODUCTS);
  expect(await countOf({ locationId: there })).toBe(8 * PRODUCTS);
  expect(await countOf({ productId: first?.id })).toBe(24);
  expect(await countOf({ variantId: first?.variantId })).toBe(24);
  expect(await countOf({ variantId: first?.variantId, locationId: there })).toBe(8);
  expect(await countOf({ postingId: postingIds[3] })).toBe(PRODUCTS);
  expect(await countOf({ reference: "PO-103" })).toBe(PRODUCTS);
  expect(await countOf({ reference: "PO-11" })).toBe(10 * PRODUCTS);
  expect(await countOf({ category: "raw" })).toBe(7 * 24);
  expect(await countOf({ category: "finished" })).toBe((PRODUCTS - 7) * 24);
  expect(await countOf({ subcategoryId, types: ["purchase"] })).toBe(7 * 8);
  expect(await countOf({ from: "2026-01-03T00:00:00Z", to: "2026-01-04T00:00:00Z" })).toBe(2 * PRODUCTS);
  expect(await countOf({ days: 10 })).toBe(4 * PRODUCTS);
  expect(await countOf({ search: "copper" })).toBe(24);
  expect(await countOf({ search: "FAN-" })).toBe(24 * PRODUCTS);
  expect(await countOf({ search: "PO-105" })).toBe(PRODUCTS);
  expect(await countOf({ search: "%" })).toBe(0);
  expect(await countOf({ search: "nothing like it" })).toBe(0);
  expect(await countOf({ search: "copper", days: 10, locationId: here, types: ["manual_in"] })).toBe(1);
});

/** Any part of a plan that reads the ledger row by row, in the shape of either server. */
function fullScans(plan: unknown): string[] {
  if (typeof plan !== "object" || plan === null) return [];
  const { table_name: table, access_type: access } = plan as { table_name?: unknown; access_type?: unknown };
  const isLedger = table === "inventory_entries" || table === "reversals";
  const isWhole = access === "ALL" || access === "table";
  return [...(isLedger && isWhole ? [JSON.stringify(plan)] : []), ...Object.values(plan).flatMap(fullScans)];
}

async function planOf(query: { getSQL: () => ReturnType<typeof sql> }): Promise<unknown> {
  const [row] = await readRows(tenant.db.execute(sql`explain format=json ${query.getSQL()}`));
  const text = row?.["EXPLAIN"];
  return typeof text === "string" ? JSON.parse(text) : text;
}

const stepsOf = (query: { getSQL: () => ReturnType<typeof sql> }) =>
  readRows(tenant.db.execute(sql`explain format=traditional ${query.getSQL()}`));

test("no filter, nor any pair of them, reads the ledger row by row", async () => {
  const [first] = made;
  const filters: Partial<ListEntriesInput>[] = [
    { types: ["purchase"] },
    { types: ["purchase", "sale", "scrap"] },
    { userId: tenant.userIds.employee },
    { locationId: there },
    { productId: first?.id },
    { variantId: first?.variantId },
    { postingId: postingIds[3] },
    { reference: "PO-103" },
    { reference: "PO-" },
    { category: "raw" },
    { category: "finished" },
    { subcategoryId },
    { from: "2026-01-03T00:00:00Z", to: "2026-01-04T00:00:00Z" },
    { days: 10 },
    { search: "copper" },
    { search: "FAN-" },
    { search: "PO-105" },
    { search: "1" },
    { direction: "asc" },
  ];
  const last = await listEntries(tenant.ctx(), inputOf({ limit: 20 }));
  const pairs = filters.flatMap((a, at) => filters.slice(at).map((b) => ({ ...a, ...b })));
  const after = { occurredAt: new Date(last.rows.at(-1)?.occurredAt ?? ""), id: last.rows.at(-1)?.id ?? "" };
  for (const filter of [{}, ...pairs]) {
    const input = inputOf(filter);
    const scope = await findEntryScope(tenant.db, input);
    for (const cursor of [undefined, after]) {
      const query = selectEntries(tenant.ctx(), { input, scope, after: cursor, now: new Date(START + 30 * DAY_MS) });
      expect({ filter, scans: fullScans(await planOf(query)) }).toEqual({ filter, scans: [] });
    }
  }
});

const GROUP_INDEXES = {
  type: "inventory_entries_type_ix",
  location: "inventory_entries_location_ix",
  user: "inventory_entries_user_ix",
} as const;
const DIRECTIONS = ["asc", "desc"] as const;
const COMBINATIONS = ENTRY_LEADS.flatMap((lead) =>
  DIRECTIONS.flatMap((leadDirection) => DIRECTIONS.map((direction) => ({ lead, leadDirection, direction }))),
);

test.each(COMBINATIONS)(
  "$lead $leadDirection, then the time $direction: pages hold every entry once, in order",
  async (asked) => {
    const seen: EntryRow[] = [];
    let after: string | undefined;
    do {
      const page = await listEntries(tenant.ctx(), inputOf({ ...asked, limit: 199, ...(after ? { after } : {}) }));
      seen.push(...page.rows);
      after = page.next;
    } while (after !== undefined);
    const groupOf = ({ type, locationName, userName }: EntryRow): string =>
      ({ type: String(ENTRY_TYPES.indexOf(type)), location: locationName, user: userName })[asked.lead];
    const groups = [...new Set(seen.map(groupOf))];
    const sorted = groups.toSorted();
    expect(groups).toEqual(asked.leadDirection === "asc" ? sorted : sorted.toReversed());
    expect(groups).toHaveLength(2);
    const expected = groups.flatMap((group) => {
      const keys = seen.filter((row) => groupOf(row) === group).map(({ occurredAt, id }) => `${occurredAt} ${id}`);
      return asked.direction === "asc" ? keys.toSorted() : keys.toSorted().toReversed();
    });
    expect(seen.map(({ occurredAt, id }) => `${occurredAt} ${id}`)).toEqual(expected);
    expect(new Set(expected).size).toBe(24 * PRODUCTS);
  },
);

test.each(COMBINATIONS)(
  "$lead $leadDirection, then the time $direction: each group is a walk of its own index, and none is sorted",
  async (asked) => {
    const input = inputOf(asked);
    const scope = await findEntryScope(tenant.db, input);
    const groups = await findEntryGroups(tenant.ctx(), input, asked.lead);
    const after = { occurredAt: new Date(START + 5 * DAY_MS), id: v7() };
    for (const group of groups.slice(0, 3)) {
      for (const cursor of [undefined, after]) {
        const wanted = { input: { ...input, ...within(asked.lead, group) }, scope, after: cursor, now: new Date() };
        const steps = await stepsOf(selectEntries(tenant.ctx(), wanted));
        const cut = steps.find(({ select_type: kind }) => kind === "DERIVED");
        expect(cut).toMatchObject({ table: "inventory_entries", key: GROUP_INDEXES[asked.lead] });
        expect(cut?.["Extra"]).not.toMatch(/filesort|temporary/);
      }
    }
    if (asked.lead === "type") return;
    const steps = await stepsOf(selectGroups(tenant.ctx(), input, asked.lead));
    expect(steps.find(({ table }) => table === "inventory_entries")).toMatchObject({
      type: "ref",
      key: GROUP_INDEXES[asked.lead],
    });
  },
);

test("what is filtered and grouped keeps what it names", async () => {
  const [first] = made;
  expect(await countOf({ lead: "location", locationId: there })).toBe(8 * PRODUCTS);
  expect(await countOf({ lead: "user", userId: tenant.userIds.employee, variantId: first?.variantId })).toBe(12);
  expect(await countOf({ lead: "type", types: ["purchase", "scrap"], search: "copper" })).toBe(8);
  expect(await countOf({ lead: "location", search: "nothing like it" })).toBe(0);
});

test("a cursor that no page handed out is refused", async () => {
  for (const after of ["x", packCursor(["not a time", v7()]), packCursor([null, null]), packCursor(["2026-01-01"])]) {
    const outcome = await listEntries(tenant.ctx(), inputOf({ after })).catch((error: unknown) => error);
    expect([after, isRefused("INVALID")(outcome)]).toEqual([after, true]);
  }
});

test("the check for full scans sees one", async () => {
  expect(fullScans(await planOf(sql`select name from products`))).toEqual([]);
  expect(fullScans(await planOf(sql`select unit_cost from inventory_entries`))).toHaveLength(1);
});
