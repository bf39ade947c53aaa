import { count, sql } from "@storehouse/db";
import { inventoryEntries, stockLevels, variantStock } from "@storehouse/db/tenant";
import { DomainError, type Posted } from "@storehouse/domain";
import { createTestTenant, type TestTenant } from "@storehouse/testing";
import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { addFormula } from "../formula/new-formula.fixture.ts";
import { make } from "./make.ts";
import { postEntries } from "./post-entries.ts";
import { reverse } from "./reverse.ts";
import { transferStock } from "./transfer-stock.ts";
import { verifyLedger } from "./verify-ledger.ts";

const VARIANTS = 3;
const PLACES = 2;

const line = fc.record({
  variant: fc.nat(VARIANTS - 1),
  place: fc.nat(PLACES - 1),
  quantity: fc.integer({ min: 1, max: 40 }),
  cost: fc.option(fc.integer({ min: 0, max: 99_999 })),
});
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("in" as const), lines: fc.array(line, { minLength: 1, maxLength: 4 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("out" as const), lines: fc.array(line, { minLength: 1, maxLength: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("move" as const), lines: fc.array(line, { minLength: 1, maxLength: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("undo" as const), of: fc.nat(200), isWhole: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("again" as const), of: fc.nat(200) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("make" as const), lines: fc.tuple(line) }) },
);
type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;

/** What may be refused of a random action. Anything else that is thrown fails the test. */
const REFUSALS = new Set(["INSUFFICIENT_STOCK", "ALREADY_REVERSED", "NOT_REVERSIBLE"]);

type World = Readonly<{
  tenant: TestTenant;
  variantIds: readonly string[];
  locationIds: readonly string[];
  /** Entries of the worlds before this one: the ledger can't be emptied. */
  entriesBefore: number;
  done: { run: () => Promise<Posted>; posted: Posted }[];
}>;

/** What the action does, ready to be sent any number of times. */
function requestOf({ tenant, variantIds, locationIds, done }: World, wanted: Action): () => Promise<Posted> {
  const head = { clientId: v7(), reference: null, note: null };
  const ctx = tenant.ctx();
  if (wanted.do === "again" || wanted.do === "undo") {
    const earlier = done[wanted.of % Math.max(1, done.length)];
    if (earlier === undefined) return async () => ({ postingId: "", entries: [] });
    if (wanted.do === "again") return earlier.run;
    const { postingId, entries } = earlier.posted;
    const what = wanted.isWhole ? { postingId } : { entryId: entries[0]?.entryId ?? "" };
    return () => reverse(ctx, { clientId: head.clientId, reason: "property", ...what });
  }
  const lines = wanted.lines.map(({ variant, quantity }) => ({
    variantId: variantIds[variant] ?? "",
    quantity: (quantity / 8).toFixed(3),
  }));
  if (wanted.do === "make") {
    const [{ place, quantity }] = wanted.lines;
    const [variantId = "", locationId = ""] = [variantIds[0], locationIds[place]];
    return () => make(ctx, { ...head, variantId, locationId, quantity: (quantity / 16).toFixed(3) });
  }
  if (wanted.do === "move") {
    const from = wanted.lines[0]?.place ?? 0;
    const [fromLocationId = "", toLocationId = ""] = [locationIds[from], locationIds[1 - from]];
    return () => transferStock(ctx, { ...head, fromLocationId, toLocationId, lines });
  }
  const placed = lines.map((entered, at) => {
    const { place = 0, cost = null } = wanted.lines[at] ?? {};
    const unitCost = wanted.do === "in" && cost !== null ? { unitCost: (cost / 10_000).toFixed(4) } : {};
    return { ...entered, locationId: locationIds[place] ?? "", ...unitCost };
  });
  return () => postEntries(ctx, { ...head, type: wanted.do === "in" ? "purchase" : "sale", lines: placed });
}

async function act(world: World, wanted: Action): Promise<"done" | "refused"> {
  const run = requestOf(world, wanted);
  try {
    const posted = await run();
    const first = world.done.find(({ posted: { postingId } }) => postingId === posted.postingId);
    if (first !== undefined) assertSame(first.posted, posted);
    else if (posted.entries.length > 0) world.done.push({ run, posted });
    return "done";
  } catch (error) {
    if (!(error instanceof DomainError) || !REFUSALS.has(error.failure.code)) throw error;
    return "refused";
  }
}

function assertSame(first: Posted, again: Posted): void {
  if (JSON.stringify(first) !== JSON.stringify(again)) throw new Error("sent again, it answered otherwise");
}

async function makeWorld(tenant: TestTenant): Promise<World> {
  const locationIds = [await tenant.location(), await tenant.location()];
  const variantIds: string[] = [];
  for (let at = 0; at < VARIANTS; at += 1) variantIds.push((await tenant.product({ unit: "kg" })).variantId);
  const [made = "", ...parts] = variantIds;
  await addFormula(
    tenant.ctx(),
    made,
    parts.map((variantId) => ({ variantId, quantity: "0.7", scrapPercent: "3.3" })),
  );
  return { tenant, variantIds, locationIds, entriesBefore: await countEntries(tenant), done: [] };
}

/** What breaks the ledger's invariants, asked of the database itself. */
async function looseEndsOf({ tenant, done, entriesBefore }: World): Promise<unknown[]> {
  const { differences } = await verifyLedger(tenant.ctx(), {});
  const acknowledged = done.reduce((rows, { posted }) => rows + posted.entries.length, entriesBefore);
  const written = await countEntries(tenant);
  const stocks = await tenant.db.select().from(variantStock);
  const [negative] = await tenant.db.select({ rows: count() }).from(inventoryEntries).where(sql`balance < 0`);
  return [
    ...differences,
    ...(written === acknowledged ? [] : [{ written, acknowledged }]),
    ...stocks.filter(({ onHand, value }) => Number(value) < 0 || (Number(onHand) === 0 && Number(value) !== 0)),
    ...(negative?.rows === 0 ? [] : [negative]),
  ];
}

const countEntries = async ({ db }: TestTenant): Promise<number> =>
  (await db.select({ rows: count() }).from(inventoryEntries))[0]?.rows ?? 0;

const stateOf = async ({ db }: TestTenant) => [
  await db.select().from(stockLevels).orderBy(stockLevels.variantId, stockLevels.locationId),
  await db.select().from(variantStock).orderBy(variantStock.variantId),
  await db.select({ rows: count() }).from(inventoryEntries),
];

test("property: one after the other, a refusal changes nothing and all sums tie", async () => {
  await using tenant = await createTestTenant();
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 25 }), async (actions) => {
      const world = await makeWorld(tenant);
      for (const wanted of actions) {
        const before = await stateOf(tenant);
        const result = await act(world, wanted);
        expect(result === "refused" ? await stateOf(tenant) : before).toEqual(before);
      }
      expect(await looseEndsOf(world)).toEqual([]);
    }),
    { numRuns: 8, seed: 20261121, endOnFailure: true },
  );
});

test("property: many at once, over two places and three variants, all sums tie", async () => {
  await using tenant = await createTestTenant();
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 60, maxLength: 120 }), async (actions) => {
      const world = await makeWorld(tenant);
      const results = new Set<string>();
      for (let at = 0; at < actions.length; at += 30) {
        for (const result of await Promise.all(actions.slice(at, at + 30).map((wanted) => act(world, wanted)))) {
          results.add(result);
        }
      }
      expect(results).toEqual(new Set(["done", "refused"]));
      expect(await looseEndsOf(world)).toEqual([]);
    }),
    { numRuns: 6, seed: 20261121, endOnFailure: true },
  );
});
