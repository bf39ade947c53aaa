import { eq } from "@storehouse/db";
import { barcodes, locationMinimums, savedViews, suppliers, variants } from "@storehouse/db/tenant";
import { COMPARED, CompareInput, type DifferenceRow, ListDifferencesInput } from "@storehouse/domain";
import { copyFactory, createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { postEntries } from "../inventory/post-entries.ts";
import { newId } from "../new-id.ts";
import { createSupplier } from "../supplier/create-supplier.ts";
import { updateSupplier } from "../supplier/update-supplier.ts";
import { compareCopy } from "./compare-copy.ts";
import { SHAPES } from "./compared.ts";
import { copiesOf } from "./copies.fixture.ts";
import { listDifferences } from "./list-differences.ts";
import { type Difference, scanDifferences } from "./scan-differences.ts";
import { TABLES } from "./tables.ts";

const firm = { contact: null, phone: null, email: null, address: null, taxNumber: null };

async function countsOf(now: TestTenant, then: TestTenant) {
  const counts = await compareCopy(now.ctx(), copiesOf(then), CompareInput.parse({ id: newId() }));
  return Object.fromEntries(
    counts
      .filter(({ added, changed, removed }) => added + changed + removed > 0)
      .map(({ table, added, changed, removed }) => [table, [added, changed, removed]]),
  );
}

async function rowsOf(now: TestTenant, then: TestTenant, wish: object): Promise<DifferenceRow[]> {
  const rows: DifferenceRow[] = [];
  let after: string | undefined;
  do {
    const input = ListDifferencesInput.parse({ id: newId(), limit: 2, ...wish, ...(after ? { after } : {}) });
    const page = await listDifferences(now.ctx(), copiesOf(then), input);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

test("a copy taken now differs in nothing; what is done since is counted where it was done", async () => {
  await using now = await createTestTenant();
  const bolt = await now.product({ code: "B-1", name: "Bolt", onHand: 5 });
  await using then = await copyFactory(now);
  expect(await countsOf(now, then)).toEqual({});

  await now.db.insert(barcodes).values({ code: "4006381333931", variantId: bolt.variantId });
  await now.product({ code: "N-1", name: "Nut", onHand: 3 });
  await now.db.insert(locationMinimums).values({
    variantId: bolt.variantId,
    locationId: await now.location("Shed"),
    minimum: "2",
    updatedAt: new Date(),
  });
  expect(await countsOf(now, then)).toEqual({
    product: [1, 0, 0],
    variant: [1, 1, 0],
    location: [1, 0, 0],
    minimum: [1, 0, 0],
    entry: [1, 0, 0],
    level: [1, 0, 0],
  });
  // From the other side, what is new is gone.
  expect(await countsOf(then, now)).toMatchObject({ product: [0, 0, 1], entry: [0, 0, 1] });
});

test("rows say what they are called and which fields differ, as they were and as they are, over any number of pages", async () => {
  await using now = await createTestTenant();
  const ids = [v7(), v7(), v7(), v7(), v7()];
  for (const [at, id] of ids.entries()) await createSupplier(now.ctx(), { id, name: `Firm ${at}`, ...firm });
  await using then = await copyFactory(now);
  for (const [at, id] of ids.entries()) {
    await updateSupplier(now.ctx(), { id, version: 1, name: `Firm ${at}`, ...firm, phone: `${at}` });
  }
  // Changed and changed back: nothing differs.
  await updateSupplier(now.ctx(), { id: ids[4] ?? "", version: 2, name: "Firm 4", ...firm });
  await createSupplier(now.ctx(), { id: v7(), name: "New firm", ...firm });
  const rows = await rowsOf(now, then, { table: "supplier" });
  expect(rows.map(({ kind, label }) => [kind, label])).toEqual([
    ["changed", "Firm 0"],
    ["changed", "Firm 1"],
    ["changed", "Firm 2"],
    ["changed", "Firm 3"],
    ["added", "New firm"],
  ]);
  expect(rows[1]).toMatchObject({ was: { phone: null }, now: { phone: "1" }, version: 2, isTakeable: true });
  const filtered = await rowsOf(now, then, { table: "supplier", kinds: ["added"] });
  expect(filtered.map(({ label }) => label)).toEqual(["New firm"]);
  expect((await rowsOf(now, then, { table: "supplier", search: "FIRM 2" })).map(({ label }) => label)).toEqual([
    "Firm 2",
  ]);
});

test("walked in small ranges, every difference is found once, wherever the sides are longer", async () => {
  await using now = await createTestTenant();
  const at = { createdAt: new Date(), updatedAt: new Date() };
  const rowsFrom = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => ({ id: v7(), name: `S ${from + n}`, ...at }));
  await now.db.insert(suppliers).values(rowsFrom(0, 40));
  await using then = await copyFactory(now);
  await now.db.insert(suppliers).values(rowsFrom(40, 60));
  const stored = await now.db.select({ id: suppliers.id }).from(suppliers);
  const victims = [stored[3], stored[17], stored[18]].map((row) => row?.id ?? "");
  await now.db
    .update(suppliers)
    .set({ phone: "1" })
    .where(eq(suppliers.id, victims[0] ?? ""));
  await now.db.delete(suppliers).where(eq(suppliers.id, victims[1] ?? ""));
  for (const size of [1, 2, 7, 100]) {
    const found: Difference[] = [];
    const sides = { ctx: now.ctx(), copy: then.db };
    for await (const one of scanDifferences(sides, SHAPES.supplier, { size })) found.push(one);
    const count = (kind: string) => found.filter((one) => one.kind === kind).length;
    expect([size, count("added"), count("changed"), count("removed")]).toEqual([size, 20, 1, 1]);
    expect(found.map(({ id }) => id)).toEqual(found.map(({ id }) => id).toSorted());
  }
});

test("of the ledger only what came since is shown, and what parted ways after a switch, over any number of pages", async () => {
  await using now = await createTestTenant();
  const bolt = await now.product({ code: "B-1", name: "Bolt", onHand: 50 });
  const nut = await now.product({ code: "N-1", name: "Nut", onHand: 50 });
  const out = (db: TestTenant["db"], variantId: string, quantity: string) =>
    postEntries(
      { ...now.ctx(), db },
      {
        clientId: v7(),
        reference: null,
        note: null,
        type: "sale",
        lines: [{ variantId, locationId: bolt.locationId, quantity }],
      },
    );
  await out(now.db, nut.variantId, "1");
  await using then = await copyFactory(now);
  for (const quantity of ["2", "3", "4"]) await out(now.db, bolt.variantId, quantity);
  const quantities = async () =>
    (await rowsOf(now, then, { table: "entry" })).map(({ kind, label, now: a, was: b }) => [
      kind,
      label,
      (a ?? b)?.["quantity"],
    ]);
  expect(await quantities()).toEqual([
    ["added", "Bolt", "-2"],
    ["added", "Bolt", "-3"],
    ["added", "Bolt", "-4"],
  ]);
  await out(then.db, bolt.variantId, "7");
  expect(await quantities()).toEqual([
    ["removed", "Bolt", "-7"],
    ["added", "Bolt", "-2"],
    ["added", "Bolt", "-3"],
    ["added", "Bolt", "-4"],
  ]);
});

test("others' own views are not shown, and nobody who is limited to places or may not read backups looks at all", async () => {
  await using now = await createTestTenant();
  await using then = await copyFactory(now);
  const view = { list: "products" as const, isShared: 0, query: {}, createdAt: new Date(), updatedAt: new Date() };
  await now.db.insert(savedViews).values([
    { id: v7(), ownerId: now.userIds.manager, name: "Theirs", ...view },
    { id: v7(), ownerId: now.userIds.master, name: "Mine", ...view },
  ]);
  expect((await rowsOf(now, then, { table: "view" })).map(({ label }) => label)).toEqual(["Mine"]);
  const input = CompareInput.parse({ id: newId() });
  await expect(async () => compareCopy(now.ctx("manager"), copiesOf(then), input)).rejects.toSatisfy(
    isRefused("NOT_ALLOWED"),
  );
  await expect(async () => compareCopy(now.ctx("master", [v7()]), copiesOf(then), input)).rejects.toSatisfy(
    isRefused("NOT_ALLOWED"),
  );
  expect(await now.db.select({ id: variants.id }).from(variants)).toEqual([]);
});

test("every table of a factory is compared, or it is said why not", async () => {
  await using now = await createTestTenant();
  const tables = await tablesOf(now.db);
  expect(Object.keys(TABLES).toSorted()).toEqual(tables);
  const shown = new Set(Object.values(TABLES).flatMap((one) => ("shownAs" in one ? [one.shownAs] : [])));
  expect([...shown].toSorted()).toEqual([...COMPARED].toSorted());
});

async function tablesOf(db: TestTenant["db"]): Promise<string[]> {
  const rows = await db.source.prepared<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = database()",
    [],
  );
  return rows.map(({ name }) => name).toSorted();
}
