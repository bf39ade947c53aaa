import { sql } from "@storehouse/db";
import { suppliers } from "@storehouse/db/tenant";
import { createTestTenant, isRefused, readRows, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFormula } from "../formula/new-formula.fixture.ts";
import { archiveProduct, findRecords, getSearchIndex, listEntries, postEntries, reverse } from "../index.ts";
import { ListEntriesInput, type SearchRecord } from "@storehouse/domain";
import { selectEntriesByReference } from "./find-entries.ts";

let tenant: TestTenant;
let here: string;
let there: string;
let fan: Awaited<ReturnType<TestTenant["product"]>>;
let blade: Awaited<ReturnType<TestTenant["product"]>>;

beforeAll(async () => {
  tenant = await createTestTenant();
  [here, there] = [await tenant.location("Amber hall"), await tenant.location("Birch shed")];
  fan = await tenant.product({ code: "AMB-1", name: "Fan amber", locationId: here });
  blade = await tenant.product({ code: "BLD-7", name: "Blade", locationId: here });
  const gone = await tenant.product({ code: "AMB-9", name: "Old amber fan", locationId: here });
  await archiveProduct(tenant.ctx(), { id: gone.id, version: 1, isArchived: true });
  const now = new Date();
  const firm = { contact: "Mr Amber", createdAt: now, updatedAt: now };
  await tenant.db.insert(suppliers).values([
    { id: v7(), name: "Castings Ltd", ...firm },
    { id: v7(), name: "Amber closed", archivedAt: now, ...firm },
  ]);
  await addFormula(tenant.ctx(), fan.variantId, [{ variantId: blade.variantId, quantity: "3" }]);
  await book("AMBER-PO-1", here);
  await book("AMBER-PO-2", there);
});
afterAll(() => tenant.drop());

const book = (reference: string, locationId: string) =>
  postEntries(tenant.ctx(), {
    clientId: v7(),
    type: "purchase",
    reference,
    note: null,
    lines: [{ variantId: blade.variantId, locationId, quantity: "12" }],
  });

const named = (rows: readonly SearchRecord[]) =>
  rows.map((row) => `${row.kind} ${row.kind === "entry" ? row.reference : row.name}`);

test("one question finds every kind, what is archived apart", async () => {
  const { rows } = await findRecords(tenant.ctx(), { search: "amber", limit: 5 });
  expect(named(rows)).toEqual([
    "product Fan amber",
    "formula Fan amber",
    "entry AMBER-PO-2",
    "entry AMBER-PO-1",
    "place Amber hall",
    "supplier Castings Ltd",
  ]);
  expect(named((await findRecords(tenant.ctx(), { search: "The m", limit: 5 })).rows)).toEqual([
    "person The manager",
    "person The master",
  ]);
  expect((await findRecords(tenant.ctx(), { search: "%", limit: 5 })).rows).toEqual([]);
});

test("codes are found however they are typed, here and in the lists of entries", async () => {
  expect(named((await findRecords(tenant.ctx(), { search: "bld-7", limit: 5 })).rows)).toEqual(["product Blade"]);
  const { rows } = await listEntries(tenant.ctx(), ListEntriesInput.parse({ search: "bld-7" }));
  expect(rows.map(({ sku }) => sku)).toEqual(["BLD-7", "BLD-7"]);
});

test("an entry says whose it is and whether it was undone", async () => {
  const { postingId } = await book("UNDONE-1", here);
  const find = async () => (await findRecords(tenant.ctx(), { search: "undone", limit: 5 })).rows;
  const settled = async () => (await find()).map((row) => row.kind === "entry" && [row.quantity, row.isSettled]);
  expect(await settled()).toEqual([["12", false]]);
  await reverse(tenant.ctx(), { clientId: v7(), postingId, reason: "wrong" });
  expect(await settled()).toContainEqual(["12", true]);
  expect((await find())[0]).toMatchObject({ kind: "entry", userId: tenant.userIds.master, unit: "pcs" });
});

test("who is limited to a place finds that place and what happened there, and no more", async () => {
  const ctx = tenant.ctx("employee", [there]);
  const { rows } = await findRecords(ctx, { search: "amber", limit: 5 });
  expect(named(rows)).toEqual(["product Fan amber", "formula Fan amber", "entry AMBER-PO-2", "supplier Castings Ltd"]);
  expect((await getSearchIndex(ctx)).places.map(({ name }) => name)).toEqual(["Birch shed"]);
});

test("a role finds what it may read: people are no employee's business", async () => {
  const employee = await getSearchIndex(tenant.ctx("employee"));
  expect(employee.people).toEqual([]);
  expect((await findRecords(tenant.ctx("employee"), { search: "The m", limit: 5 })).rows).toEqual([]);
  const master = tenant.ctx();
  const bare = { ...master, actor: { ...master.actor, permissions: new Set(["factory.read"] as const) } };
  expect((await findRecords(bare, { search: "amber", limit: 5 })).rows).toEqual([]);
  expect(await getSearchIndex(bare)).toEqual({ variants: [], isWhole: true, places: [], suppliers: [], people: [] });
  const nobody = { ...master, actor: { ...master.actor, permissions: new Set<never>() } };
  await expect(getSearchIndex(nobody)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  await expect(findRecords(nobody, { search: "a", limit: 5 })).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
});

test("the index holds what is in use by SKU, with barcodes and whether it can be made", async () => {
  const { variants, suppliers: firms, people, isWhole } = await getSearchIndex(tenant.ctx());
  expect(variants).toEqual([
    [fan.variantId, fan.id, "AMB-1", "Fan amber", [], 2],
    [blade.variantId, blade.id, "BLD-7", "Blade", [], 0],
  ]);
  expect(firms.map(({ name }) => name)).toEqual(["Castings Ltd"]);
  expect(people.map(({ username }) => username)).toEqual(["employee", "manager", "master", "viewer"]);
  expect(isWhole).toBe(true);
});

test("entries are found by indexes alone", async () => {
  await tenant.db.execute(sql`analyze table postings, inventory_entries`);
  const query = selectEntriesByReference(tenant.ctx(), "AMBER", 5).getSQL();
  const plan = JSON.stringify(await readRows(tenant.db.execute(sql`explain format=traditional ${query}`)));
  expect(plan).toContain("postings_reference_ix");
  expect(plan).toContain("inventory_entries_posting_ix");
});
