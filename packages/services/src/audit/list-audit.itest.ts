import { eq, sql } from "@storehouse/db";
import { products, subcategories, users } from "@storehouse/db/tenant";
import { AUDIT_LEADS, ExportAuditInput, ListAuditInput } from "@storehouse/domain";
import { createTestTenant, isRefused, readRows, type TestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packCursor } from "../cursor.ts";
import { exportAudit } from "../export/export-audit.ts";
import { postLines } from "../inventory/post-lines.ts";
import { reverse } from "../inventory/reverse.ts";
import { createSupplier, updateSupplier } from "../supplier/index.ts";
import { commentLine, flagLine } from "./add-note.ts";
import { findAuditGroups, groupOf, selectActions, selectActors } from "./audit-groups.ts";
import { planAuditPage, selectAuditLines } from "./audit-page.ts";
import { listAudit } from "./list-audit.ts";

const START = Date.parse("2026-01-01T00:00:00Z");
const DAY_MS = 86_400_000;
const PRODUCTS = 320;
const POSTINGS = 340;

let tenant: TestTenant;
let clock = START;
let here: string;
let there: string;
let made: { id: string; variantId: string }[];
const subcategoryId = v7();
const supplierId = v7();
let flaggedId: string;

const inputOf = (asked: Partial<ListAuditInput>) => ListAuditInput.parse(asked);

beforeAll(async () => {
  tenant = await createTestTenant({ now: () => new Date(clock) });
  here = await tenant.location("Here");
  there = await tenant.location("There");
  const now = new Date();
  const group = { id: subcategoryId, category: "raw" as const, name: "Wire", createdAt: now, updatedAt: now };
  await tenant.db.insert(subcategories).values(group);
  made = [];
  for (let at = 0; at < PRODUCTS; at += 1) {
    const name = at === 7 ? "Copper wire" : `Fan ${at}`;
    made.push(await tenant.product({ code: `FAN-${at}`, name, category: at === 7 ? "raw" : "finished" }));
  }
  await tenant.db.update(products).set({ subcategoryId }).where(eq(products.category, "raw"));
  for (let at = 0; at < POSTINGS; at += 1) await post(at);
  const firm = { contact: null, phone: null, email: null, address: null, taxNumber: null };
  await createSupplier(tenant.ctx(), { id: supplierId, name: "=Bearing house", ...firm });
  clock += 1;
  await updateSupplier(tenant.ctx(), { id: supplierId, version: 1, name: "=Bearings", ...firm, phone: "+1 2" });
  flaggedId = (await listAudit(tenant.ctx(), inputOf({ entity: "supplier", limit: 1 }))).rows[0]?.id ?? "";
  await flagLine(tenant.ctx(), { id: v7(), lineId: flaggedId, text: "Why?" });
  await commentLine(tenant.ctx(), { id: v7(), lineId: flaggedId, text: "Because" });
  await tenant.db.execute(
    sql`analyze table audit_log, audit_notes, inventory_entries, postings, products, variants, locations`,
  );
}, 240_000);
afterAll(() => tenant.drop());

/** Booked by the master here and by the employee there, by turns; product 7 once in a hundred times. */
async function post(at: number): Promise<void> {
  clock = START + at * 3_600_000;
  const isEven = at % 2 === 0;
  const product = made[at % 100 === 50 ? 7 : at % 5];
  const { postingId } = await postLines(tenant.ctx(isEven ? "master" : "employee"), {
    clientId: v7(),
    type: "manual_in",
    reference: at === 50 ? "RARE-1" : `PO-${at}`,
    note: null,
    lines: [{ variantId: product?.variantId ?? "", locationId: isEven ? here : there, quantity: "2" }],
  });
  if (at === 150) await reverse(tenant.ctx(), { clientId: v7(), postingId, reason: "Typed twice" });
}

async function all(asked: Partial<ListAuditInput>) {
  const rows = [];
  let after: string | undefined;
  do {
    const page = await listAudit(tenant.ctx(), inputOf({ ...asked, limit: 100, ...(after ? { after } : {}) }));
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

test("pages walk every line once, newest first, each with what it speaks of in words", async () => {
  const rows = await all({});
  expect(rows).toHaveLength(POSTINGS + 1 + 2);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows.map(({ at }) => at)).toEqual(
    rows
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  expect(rows[0]).toMatchObject({
    action: "suppliers.update",
    subject: "=Bearings",
    before: { name: "=Bearing house", phone: null },
    after: { name: "=Bearings", phone: "+1 2" },
    flag: "open",
    noteCount: 2,
    device: "test",
    address: "127.0.0.1",
  });
  expect(rows[2]).toMatchObject({
    action: "inventory.post",
    moveCount: 1,
    reference: "PO-339",
    moves: [{ quantity: "2", unit: "pcs", locationName: "There", productName: "Fan 4" }],
  });
  expect(rows.find(({ action }) => action === "inventory.reverse")).toMatchObject({
    reason: "Typed twice",
    reference: "PO-150",
    moves: [{ type: "reversal", quantity: "-2", productName: "Copper wire" }],
  });
});

test.each<[Partial<ListAuditInput>, number]>([
  [{ actions: ["inventory.reverse", "suppliers.update"] }, 2],
  [{ entity: "supplier" }, 2],
  [{ reference: "RARE" }, 1],
  [{ reference: "PO-15" }, 12],
  [{ category: "raw" }, 4],
  [{ search: "copper" }, 4],
  [{ search: "bearing" }, 2],
  [{ search: "rare-1" }, 1],
  [{ search: "%" }, 0],
  [{ flag: "open" }, 1],
  [{ flag: "any" }, 1],
  [{ flag: "resolved" }, 0],
  [{ category: "finished" }, POSTINGS - 3],
  [{ from: "2026-01-02T00:00:00Z", to: "2026-01-02T01:00:00Z" }, 2],
  [{ search: "fan", reference: "RARE" }, 1],
  [{ flag: "open", entity: "posting" }, 0],
])("%j names %i lines", async (asked, count) => {
  expect(await all(asked)).toHaveLength(count);
});

test("filters by product, group, place, person and record", async () => {
  expect(await all({ productId: made[7]?.id ?? "" })).toHaveLength(4);
  expect(await all({ subcategoryId })).toHaveLength(4);
  expect(await all({ locationId: there })).toHaveLength(POSTINGS / 2);
  expect(await all({ userId: tenant.userIds.employee })).toHaveLength(POSTINGS / 2);
  expect(await all({ entity: "supplier", entityId: supplierId })).toHaveLength(2);
  expect(await all({ entityId: v7() })).toEqual([]);
  expect(await all({ days: 1, userId: tenant.userIds.master })).toHaveLength(14);
});

test("a cursor that no page handed out is refused", async () => {
  for (const after of ["x", packCursor(["not a time", v7()]), packCursor([null, null]), packCursor(["2026-01-01"])]) {
    const outcome = await listAudit(tenant.ctx(), inputOf({ after })).catch((error: unknown) => error);
    expect([after, isRefused("INVALID")(outcome)]).toEqual([after, true]);
  }
});

test("the file holds what the filters name, and no cell of it begins like a formula", async () => {
  const textOf = async (asked: Partial<ExportAuditInput>, role: "master" | "employee" = "master") =>
    Buffer.from((await exportAudit(tenant.ctx(role), ExportAuditInput.parse(asked))).base64, "base64").toString("utf8");
  const lines = (await textOf({ entity: "supplier" })).trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain("'=Bearings");
  expect(lines[1]).toContain("name: =Bearing house → =Bearings");
  expect((await textOf({})).split(/,|\r\n/).filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
  expect((await textOf({})).trim().split("\r\n")).toHaveLength(POSTINGS + 1 + 2 + 1);
  expect((await textOf({}, "employee")).trim().split("\r\n")).toHaveLength(POSTINGS / 2 + 1);
  expect(lines[0]).toContain("Time (UTC),Person,Action");
  await tenant.db.update(users).set({ language: "hi" }).where(eq(users.id, tenant.userIds.employee));
  const own = (await textOf({}, "employee")).trim().split("\r\n");
  expect(own[0]).toMatch(/^समय \(यूटीसी\),व्यक्ति,क्रिया/);
  const persons = new Set(own.slice(1).map((line) => line.split(",")[1]));
  expect([...persons]).toEqual([tenant.ctx("employee").actor.name]);
  const foreign = await textOf({ userId: tenant.userIds.master }, "employee");
  expect(foreign.trim().split("\r\n")).toHaveLength(1);
  await expect(exportAudit(tenant.ctx("viewer"), ExportAuditInput.parse({}))).rejects.toSatisfy(
    isRefused("NOT_ALLOWED"),
  );
});

const LARGE = /^(audit_log|audit_notes|later|inventory_entries|postings|variants|products)$/;

const stepsOf = (query: { getSQL: () => ReturnType<typeof sql> }) =>
  readRows(tenant.db.execute(sql`explain format=traditional ${query.getSQL()}`));

async function scansOf(query: { getSQL: () => ReturnType<typeof sql> }): Promise<unknown[]> {
  const rows = await stepsOf(query);
  return rows.filter(({ table, type }) => LARGE.test(String(table)) && type === "ALL");
}

test("no filter, nor any pair of them, reads the log or the ledger without an index", async () => {
  const filters: Partial<ListAuditInput>[] = [
    { actions: ["suppliers.update"] },
    { actions: ["inventory.post", "inventory.reverse"] },
    { entity: "supplier" },
    { entity: "supplier", entityId: supplierId },
    { userId: tenant.userIds.employee },
    { locationId: there },
    { productId: made[7]?.id ?? "" },
    { category: "raw" },
    { category: "finished" },
    { subcategoryId },
    { reference: "RARE" },
    { reference: "PO" },
    { search: "copper" },
    { search: "fan" },
    { flag: "open" },
    { days: 10 },
    { from: "2026-01-03T00:00:00Z", to: "2026-01-04T00:00:00Z" },
  ];
  const after = packCursor([new Date(START + 5 * DAY_MS).toISOString(), flaggedId]);
  const pairs = filters.flatMap((a, at) => filters.slice(at).map((b) => ({ ...a, ...b })));
  for (const asked of [{}, ...pairs]) {
    for (const cursor of [{}, { after }]) {
      for (const role of ["master", "employee"] as const) {
        const page = await planAuditPage(tenant.ctx(role), inputOf({ ...asked, ...cursor }));
        const scans = await scansOf(selectAuditLines(tenant.db, page));
        expect({ asked, role, scans }).toEqual({ asked, role, scans: [] });
      }
    }
  }
}, 120_000);

const DIRECTIONS = ["asc", "desc"] as const;
const COMBINATIONS = AUDIT_LEADS.flatMap((lead) =>
  DIRECTIONS.flatMap((leadDirection) => DIRECTIONS.map((direction) => ({ lead, leadDirection, direction }))),
);

test.each(COMBINATIONS)("$lead $leadDirection, then the time $direction: every line once, in order", async (asked) => {
  const seen = await all(asked);
  const groupOf = (row: (typeof seen)[number]) => (asked.lead === "actor" ? row.actorName : row.action);
  const groups = [...new Set(seen.map(groupOf))];
  const sorted = groups.toSorted();
  expect(groups).toEqual(asked.leadDirection === "asc" ? sorted : sorted.toReversed());
  expect(groups.length).toBeGreaterThan(1);
  const keys = seen.map(({ at, id }) => `${at} ${id}`);
  const expected = groups.flatMap((group) => {
    const own = seen.filter((row) => groupOf(row) === group).map(({ at, id }) => `${at} ${id}`);
    return asked.direction === "asc" ? own.toSorted() : own.toSorted().toReversed();
  });
  expect(keys).toEqual(expected);
  expect(new Set(keys).size).toBe((await all({})).length);
});

test.each(COMBINATIONS)(
  "$lead $leadDirection, then the time $direction: each group is a walk of its own index, and none is sorted",
  async (asked) => {
    const key = asked.lead === "actor" ? "audit_log_actor_ix" : "audit_log_action_ix";
    const page = await planAuditPage(tenant.ctx(), inputOf(asked));
    const after = { at: new Date(START + 5 * DAY_MS), id: flaggedId };
    for (const name of await findAuditGroups(tenant.db, page, asked.lead)) {
      for (const cursor of [undefined, after]) {
        const steps = await stepsOf(
          selectAuditLines(tenant.db, { ...page, after: cursor, group: groupOf(asked.lead, name) }),
        );
        const cut = steps.find(({ select_type: kind }) => kind === "DERIVED");
        expect(cut).toMatchObject({ table: "audit_log", key });
        expect(cut?.["Extra"]).not.toMatch(/filesort|temporary/);
      }
    }
    const [groups] = await stepsOf(asked.lead === "actor" ? selectActors(tenant.db) : selectActions(tenant.db));
    expect(groups).toMatchObject({ key, Extra: expect.stringMatching(/Using index/) });
  },
);

test("who may see their own lines alone sees those, whatever leads", async () => {
  for (const lead of AUDIT_LEADS) {
    const { rows } = await listAudit(tenant.ctx("employee"), inputOf({ lead, limit: 200 }));
    expect([lead, new Set(rows.map(({ actorId }) => actorId))]).toEqual([lead, new Set([tenant.userIds.employee])]);
  }
});

test("the check for scans sees one", async () => {
  expect(await scansOf(sql`select reason from audit_log`)).toHaveLength(1);
});
