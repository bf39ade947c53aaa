import { bytesToUuid, type PreparedValue, type TenantDb, uuidToBytes } from "@storehouse/db";
import { type LedgerDifference, type LedgerProof, trimDecimal, type VerifyInput } from "@storehouse/domain";
import { settleMismatches } from "../alert/settle-mismatches.ts";
import { authorize, type TenantContext } from "../context.ts";

/**
 * Proves the ledger, of one variant or of all: every level and total equals the sum of its entries, every value the sum of their values, and each
 * entry's balance is the one before it at the place plus its quantity. Lists what differs, leaves it as it is, and keeps the alerts of it. For who is
 * limited to places it proves what is there, leaves out the totals, which are of all places, and the alerts. Throws NOT_ALLOWED.
 */
export async function verifyLedger(ctx: TenantContext, { variantId }: VerifyInput): Promise<LedgerProof> {
  authorize(ctx, "inventory.verify");
  const scope = scopeOf(ctx, variantId);
  const checkedAt = ctx.now().toISOString();
  const [counted] = await ask<{ entries: number; levels: number }>(ctx.db, countText(scope), scope, 2);
  const differences = await findDifferences(ctx.db, scope, ctx.actor.places === null);
  if (ctx.actor.places === null) await settleMismatches(ctx, variantId, differences);
  return {
    isProven: differences.length === 0,
    checkedAt,
    entries: Number(counted?.entries ?? 0),
    levels: Number(counted?.levels ?? 0),
    differences,
  };
}

/**
 * What differs between a database's levels, totals and balances and its entries; nothing where the ledger is proven. It changes nothing and asks for
 * no permission: it is for a copy that a backup was restored into.
 */
export const findLedgerDifferences = (db: TenantDb): Promise<readonly LedgerDifference[]> =>
  findDifferences(db, { where: "", params: [] }, true);

async function findDifferences(db: TenantDb, scope: Scope, hasTotals: boolean): Promise<readonly LedgerDifference[]> {
  const levels = await ask<DifferenceRow>(db, levelText(scope), scope, 2);
  const totals = hasTotals ? await ask<DifferenceRow>(db, totalText(scope), scope, 4) : [];
  const chain = await ask<DifferenceRow>(db, chainText(scope), scope, 1);
  return [...levels, ...totals, ...chain].map(toDifference);
}

type Scope = Readonly<{ where: string; params: readonly PreparedValue[] }>;
type DifferenceRow = Readonly<{
  kind: LedgerDifference["kind"];
  variantId: Buffer;
  sku: string;
  locationId: Buffer | null;
  kept: string;
  summed: string;
}>;

function scopeOf({ actor: { places } }: TenantContext, variantId: string | undefined): Scope {
  const conditions = [
    ...(variantId === undefined ? [] : ["variant_id = ?"]),
    ...(places === null ? [] : [`location_id in (${[...places].map(() => "?").join(", ") || "null"})`]),
  ];
  const ids = [...(variantId === undefined ? [] : [variantId]), ...(places ?? [])];
  return {
    where: conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`,
    params: ids.map(uuidToBytes),
  };
}

/** Asks a question that names the scope so many times. */
const ask = <Row extends object>(db: TenantDb, text: string, { params }: Scope, names: number) =>
  db.source.prepared<Row>(text, Array.from({ length: names }, () => params).flat());

const toDifference = ({ kind, variantId, sku, locationId, kept, summed }: DifferenceRow): LedgerDifference => ({
  kind,
  variantId: bytesToUuid(variantId),
  sku,
  locationId: locationId === null ? null : bytesToUuid(locationId),
  stored: trimDecimal(kept),
  summed: trimDecimal(summed),
});

// More than this is a broken database, not a list that somebody reads.
const DIFFERENCES_MAX = 500;

const countText = ({ where }: Scope): string => `
  select (select count(*) from inventory_entries ${where}) as entries, (select count(*) from stock_levels ${where}) as levels`;

// Each side counts as zero where the other has a row that it lacks.
const levelText = ({ where }: Scope): string => `
  select 'level' as kind, d.variant_id as variantId, v.sku, d.location_id as locationId, d.kept, d.summed
  from (
    select variant_id, location_id, lot_id, sum(kept) as kept, sum(summed) as summed
    from (
      select variant_id, location_id, lot_id, on_hand as kept, 0 as summed from stock_levels ${where}
      union all
      select variant_id, location_id, lot_id, 0, quantity from inventory_entries ${where}
    ) both_sides
    group by variant_id, location_id, lot_id
    having sum(kept) <> sum(summed)
  ) d join variants v on v.id = d.variant_id limit ${DIFFERENCES_MAX}`;

const totalText = (scope: Scope): string => `
  ${sumText(scope, "stock", "on_hand", "quantity")} union all ${sumText(scope, "value", "value", "value")}
  limit ${DIFFERENCES_MAX}`;

const sumText = ({ where }: Scope, kind: LedgerDifference["kind"], total: string, part: string): string => `
  select '${kind}' as kind, d.variant_id as variantId, v.sku, null as locationId, d.kept, d.summed
  from (
    select variant_id, sum(kept) as kept, sum(summed) as summed
    from (
      select variant_id, ${total} as kept, 0 as summed from variant_stock ${where}
      union all
      select variant_id, 0, ${part} from inventory_entries ${where}
    ) both_sides
    group by variant_id
    having sum(kept) <> sum(summed)
  ) d join variants v on v.id = d.variant_id`;

const chainText = ({ where }: Scope): string => `
  select 'chain' as kind, c.variant_id as variantId, v.sku, c.location_id as locationId, c.balance as kept, c.running as summed
  from (
    select variant_id, location_id, balance,
      sum(quantity) over (partition by variant_id, location_id, lot_id order by sequence) as running
    from inventory_entries ${where}
  ) c join variants v on v.id = c.variant_id where c.balance <> c.running limit ${DIFFERENCES_MAX}`;
