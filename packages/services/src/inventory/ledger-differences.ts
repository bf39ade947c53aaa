import { bytesToUuid, type PreparedValue, type TenantDb } from "@storehouse/db";
import { type LedgerDifference, trimDecimal } from "@storehouse/domain";

/** Which entries, levels and totals are looked at: conditions on columns that all of them have, and what they name. */
export type LedgerScope = Readonly<{ conditions: readonly string[]; params: readonly PreparedValue[] }>;

type DifferenceRow = Readonly<{
  kind: LedgerDifference["kind"];
  variantId: Buffer;
  sku: string;
  locationId: Buffer | null;
  kept: string;
  summed: string;
}>;

// More than this is a broken database, not a list that somebody reads.
const DIFFERENCES_MAX = 500;
// A statement that sums a million entries is longer than a statement may take.
const ENTRIES_AT_ONCE = 20_000;

/**
 * What differs between a database's levels, totals and balances and its entries; nothing where the ledger is proven. It changes nothing and asks for
 * no permission: it is for a copy that a backup was restored into.
 */
export const findLedgerDifferences = (db: TenantDb): Promise<readonly LedgerDifference[]> =>
  findDifferences(db, { conditions: [], params: [] }, true);

/** What differs within a scope, a run of variants at a time, so that no statement grows with the ledger; totals are of all places. */
export async function findDifferences(
  db: TenantDb,
  scope: LedgerScope,
  hasTotals: boolean,
  entriesAtOnce: number = ENTRIES_AT_ONCE,
): Promise<readonly LedgerDifference[]> {
  const found: DifferenceRow[] = [];
  let after: Buffer | undefined;
  do {
    const upTo = await findRunEnd(db, runOf(scope, after, undefined), entriesAtOnce);
    const run = runOf(scope, after, upTo);
    found.push(...(await askLedger<DifferenceRow>(db, levelText(run), run, 2)));
    if (hasTotals) found.push(...(await askLedger<DifferenceRow>(db, totalText(run), run, 4)));
    found.push(...(await askLedger<DifferenceRow>(db, chainText(run), run, 1)));
    after = upTo;
  } while (after !== undefined && found.length < DIFFERENCES_MAX);
  return found.slice(0, DIFFERENCES_MAX).map(toDifference);
}

/** The last variant of the next run; undefined when what is left is one. */
async function findRunEnd(db: TenantDb, rest: LedgerScope, entriesAtOnce: number): Promise<Buffer | undefined> {
  const text = `
    select variant_id as variantId from inventory_entries ${whereOf(rest)} order by variant_id limit 1 offset ${entriesAtOnce}`;
  const [row] = await askLedger<Pick<DifferenceRow, "variantId">>(db, text, rest, 1);
  return row?.variantId;
}

const runOf = (
  { conditions, params }: LedgerScope,
  after: Buffer | undefined,
  upTo: Buffer | undefined,
): LedgerScope => ({
  conditions: [
    ...conditions,
    ...(after === undefined ? [] : ["variant_id > ?"]),
    ...(upTo === undefined ? [] : ["variant_id <= ?"]),
  ],
  params: [...params, ...[after, upTo].filter((bound) => bound !== undefined)],
});

/** The scope as SQL. */
export const whereOf = ({ conditions }: LedgerScope): string =>
  conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`;

/** Asks a question that names the scope so many times. */
export const askLedger = <Row extends object>(db: TenantDb, text: string, { params }: LedgerScope, names: number) =>
  db.source.prepared<Row>(text, Array.from({ length: names }, () => params).flat());

const toDifference = ({ kind, variantId, sku, locationId, kept, summed }: DifferenceRow): LedgerDifference => ({
  kind,
  variantId: bytesToUuid(variantId),
  sku,
  locationId: locationId === null ? null : bytesToUuid(locationId),
  stored: trimDecimal(kept),
  summed: trimDecimal(summed),
});

// Each side counts as zero where the other has a row that it lacks.
const levelText = (scope: LedgerScope): string => `
  select 'level' as kind, d.variant_id as variantId, v.sku, d.location_id as locationId, d.kept, d.summed
  from (
    select variant_id, location_id, lot_id, sum(kept) as kept, sum(summed) as summed
    from (
      select variant_id, location_id, lot_id, on_hand as kept, 0 as summed from stock_levels ${whereOf(scope)}
      union all
      select variant_id, location_id, lot_id, 0, quantity from inventory_entries ${whereOf(scope)}
    ) both_sides
    group by variant_id, location_id, lot_id
    having sum(kept) <> sum(summed)
  ) d join variants v on v.id = d.variant_id limit ${DIFFERENCES_MAX}`;

const totalText = (scope: LedgerScope): string => `
  ${sumText(scope, "stock", "on_hand", "quantity")} union all ${sumText(scope, "value", "value", "value")}
  limit ${DIFFERENCES_MAX}`;

const sumText = (scope: LedgerScope, kind: LedgerDifference["kind"], total: string, part: string): string => `
  select '${kind}' as kind, d.variant_id as variantId, v.sku, null as locationId, d.kept, d.summed
  from (
    select variant_id, sum(kept) as kept, sum(summed) as summed
    from (
      select variant_id, ${total} as kept, 0 as summed from variant_stock ${whereOf(scope)}
      union all
      select variant_id, 0, ${part} from inventory_entries ${whereOf(scope)}
    ) both_sides
    group by variant_id
    having sum(kept) <> sum(summed)
  ) d join variants v on v.id = d.variant_id`;

const chainText = (scope: LedgerScope): string => `
  select 'chain' as kind, c.variant_id as variantId, v.sku, c.location_id as locationId, c.balance as kept, c.running as summed
  from (
    select variant_id, location_id, balance,
      sum(quantity) over (partition by variant_id, location_id, lot_id order by sequence) as running
    from inventory_entries ${whereOf(scope)}
  ) c join variants v on v.id = c.variant_id where c.balance <> c.running limit ${DIFFERENCES_MAX}`;
