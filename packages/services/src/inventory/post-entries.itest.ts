import { count, eq } from "@storehouse/db";
import { auditLog, inventoryEntries, postings, stockLevels, variantStock } from "@storehouse/db/tenant";
import { DomainError, type Failure, type PostInput } from "@storehouse/domain";
import { createTestTenant, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { postEntries } from "./post-entries.ts";
import { transferStock } from "./transfer-stock.ts";

type Line = PostInput["lines"][number];
type Extra = Partial<Omit<PostInput, "lines">>;

const post = (tenant: TestTenant, lines: Line[], extra: Extra = {}, role?: "viewer" | "employee") =>
  postEntries(tenant.ctx(role), {
    clientId: v7(),
    reference: null,
    note: null,
    type: "manual_in",
    ...extra,
    lines,
  });

const lineOf = (
  made: { variantId: string; locationId: string },
  quantity: string,
  extra: Partial<Line> = {},
): Line => ({
  variantId: made.variantId,
  locationId: made.locationId,
  quantity,
  ...extra,
});

async function failureOf(attempt: Promise<unknown>): Promise<Failure | undefined> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof DomainError) return error.failure;
    throw error;
  }
  return undefined;
}

/** Everything a posting could have left behind. */
const traces = (tenant: TestTenant) =>
  Promise.all(
    [postings, inventoryEntries, stockLevels, auditLog].map(
      async (table) => (await tenant.db.select({ rows: count() }).from(table))[0]?.rows,
    ),
  );

/** What came of an attempt: its answer, or what it threw. */
const answerOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === "fulfilled" ? outcome.value : outcome.reason;

test("a posting writes its entries, level, total and audit line, and answers with the balance", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 10, unitCost: "2" });

  const posted = await post(tenant, [lineOf(bolt, "5", { unitCost: "5" }), lineOf(bolt, "1")], { type: "purchase" });

  expect(posted.entries.map(({ quantity, balance }) => [quantity, balance])).toEqual([
    ["5", "15"],
    ["1", "16"],
  ]);
  const [stock] = await tenant.db.select().from(variantStock);
  expect(stock).toMatchObject({ onHand: "16.000000", value: "48.0000", sequence: 3 });
  const [audit] = await tenant.db.select().from(auditLog);
  expect(audit).toMatchObject({
    action: "inventory.post",
    entity: "posting",
    entityId: posted.postingId,
    actorName: "The master",
    after: { type: "purchase", lines: 2 },
  });
  const [first] = await tenant.db
    .select()
    .from(inventoryEntries)
    .where(eq(inventoryEntries.postingId, posted.postingId));
  expect(first).toMatchObject({ lotId: "00000000-0000-0000-0000-000000000000", currency: "INR", unitCost: "5.0000" });
});

test("the same submission three times at once posts once, with equal answers", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 10 });
  const clientId = v7();
  const lines = [lineOf(bolt, "3"), lineOf(bolt, "1")];

  const outcomes = await times(3, () => post(tenant, lines, { type: "sale", clientId }));
  const again = await post(tenant, lines, { type: "sale", clientId });

  expect(outcomes.map(answerOf)).toEqual([again, again, again]);
  expect(again.entries).toHaveLength(2);
  expect(await tenant.onHand(bolt.variantId)).toBe("6");
  expect((await tenant.db.select().from(auditLog)).length).toBe(1);
});

test("a client id that stands for another request, or another person's, is refused and changes nothing", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 10 });
  const clientId = v7();
  await post(tenant, [lineOf(bolt, "3")], { type: "sale", clientId });
  const before = await traces(tenant);

  const otherBody = post(tenant, [lineOf(bolt, "4")], { type: "sale", clientId });
  expect(await failureOf(otherBody)).toEqual({ code: "KEY_REUSED", clientId });
  const otherPerson = post(tenant, [lineOf(bolt, "3")], { type: "sale", clientId }, "employee");
  expect(await failureOf(otherPerson)).toEqual({ code: "KEY_REUSED", clientId });
  expect(await traces(tenant)).toEqual(before);
});

test("what falls short is refused whole, every short line named", async () => {
  await using tenant = await createTestTenant();
  const shelf = await tenant.location("Shelf");
  const bolt = await tenant.product({ name: "Bolt", code: "B", onHand: 10, locationId: shelf });
  const nut = await tenant.product({ name: "Nut", code: "N", onHand: 2, locationId: shelf });
  const before = await traces(tenant);

  const lines = [lineOf(bolt, "4"), lineOf(nut, "3"), lineOf(bolt, "7")];
  const failure = await failureOf(post(tenant, lines, { type: "sale" }));

  const at = { locationId: shelf, locationName: "Shelf", unit: "pcs" };
  expect(failure).toEqual({
    code: "INSUFFICIENT_STOCK",
    shortages: [
      {
        line: 1,
        variantId: nut.variantId,
        productName: "Nut",
        sku: "N",
        ...at,
        onHand: "2",
        available: "2",
        wanted: "3",
      },
      {
        line: 2,
        variantId: bolt.variantId,
        productName: "Bolt",
        sku: "B",
        ...at,
        onHand: "6",
        available: "6",
        wanted: "7",
      },
    ],
  });
  expect(await traces(tenant)).toEqual(before);
  expect(await tenant.onHand(bolt.variantId)).toBe("10");
});

test("nothing stays of a posting that fails half-way, wherever it fails", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 10 });
  const before = [await traces(tenant), await tenant.db.select().from(variantStock)];

  for (let broken = 1; broken <= STATEMENTS; broken += 1) {
    const ctx = stopping(tenant.ctx(), (sent) => sent === broken);
    const input = { clientId: v7(), type: "sale" as const, reference: null, note: null, lines: [lineOf(bolt, "1")] };
    await expect(postEntries(ctx, input)).rejects.toThrow("the machine stops");
    expect([await traces(tenant), await tenant.db.select().from(variantStock)]).toEqual(before);
  }
  await post(tenant, [lineOf(bolt, "1")], { type: "sale" });
  expect(await tenant.onHand(bolt.variantId)).toBe("9");
});

test("a booking of one line is seven statements between begin and commit: what comes first decides, what comes last is told", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 10, minimumStock: "2" });
  let count = 0;
  const ctx = stopping(tenant.ctx(), (sent) => (count = sent) < 0);
  const input = { clientId: v7(), type: "sale" as const, reference: null, note: null, lines: [lineOf(bolt, "1")] };
  await postEntries(ctx, input);
  expect(count).toBe(STATEMENTS);
});

/** Posting, who listens, audit line, lock, entry, level with total, feed. */
const STATEMENTS = 7;

/** A context whose transactions stop after the statement that is said to break, counted from one. */
function stopping(
  ctx: ReturnType<TestTenant["ctx"]>,
  isBroken: (sent: number) => boolean,
): ReturnType<TestTenant["ctx"]> {
  let sent = 0;
  const source = { ...ctx.db.source, begin: () => breaking(ctx.db.source.begin, () => isBroken((sent += 1))) };
  return { ...ctx, db: Object.assign(Object.create(ctx.db) as typeof ctx.db, { source }) };
}

/** A transaction whose prepared statements, all it can send, stop after the one that is said to break. */
async function breaking(
  begin: TestTenant["db"]["source"]["begin"],
  isBroken: () => boolean,
): Promise<Awaited<ReturnType<NonNullable<typeof begin>>>> {
  if (begin === null) throw new Error("already open");
  const open = await begin();
  return {
    ...open,
    handle: {} as typeof open.handle,
    prepared: async (text, params) => {
      const rows = await open.prepared<never>(text, params);
      if (isBroken()) throw new Error("the machine stops");
      return rows;
    },
  };
}

test("who may not post leaves nothing behind", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 5 });
  const before = await traces(tenant);
  expect(await failureOf(post(tenant, [lineOf(bolt, "1")], {}, "viewer"))).toEqual({
    code: "NOT_ALLOWED",
    permission: "inventory.post",
    grantedBy: ["master", "manager", "employee"],
  });
  const move = { clientId: v7(), reference: null, note: null, fromLocationId: bolt.locationId, toLocationId: v7() };
  const transfer = transferStock(tenant.ctx("viewer"), {
    ...move,
    lines: [{ variantId: bolt.variantId, quantity: "1" }],
  });
  expect(await failureOf(transfer)).toMatchObject({ code: "NOT_ALLOWED", permission: "inventory.transfer" });
  expect(await traces(tenant)).toEqual(before);
});

test("a posting without its audit line does not happen", async () => {
  await using tenant = await createTestTenant();
  const bolt = await tenant.product({ onHand: 5 });
  const before = await traces(tenant);
  const ctx = tenant.ctx();
  const actor = { ...ctx.actor, device: "d".repeat(121) };
  const input = { clientId: v7(), type: "sale" as const, reference: null, note: null, lines: [lineOf(bolt, "1")] };
  await expect(postEntries({ ...ctx, actor }, input)).rejects.toThrow(/device/);
  expect(await traces(tenant)).toEqual(before);
});
