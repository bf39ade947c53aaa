import { uuidToBytes } from "@storehouse/db";
import type { LedgerProof, VerifyInput } from "@storehouse/domain";
import { settleMismatches } from "../alert/settle-mismatches.ts";
import { authorize, type TenantContext } from "../context.ts";
import { askLedger, findDifferences, type LedgerScope, whereOf } from "./ledger-differences.ts";

/**
 * Proves the ledger, of one variant or of all: every level and total equals the sum of its entries, every value the sum of their values, and each
 * entry's balance is the one before it at the place plus its quantity. Lists what differs, leaves it as it is, and keeps the alerts of it. For who is
 * limited to places it proves what is there, leaves out the totals, which are of all places, and the alerts. Throws NOT_ALLOWED.
 */
export async function verifyLedger(ctx: TenantContext, { variantId }: VerifyInput): Promise<LedgerProof> {
  authorize(ctx, "inventory.verify");
  return prove(ctx, variantId);
}

/** Proves a factory's whole ledger as `verifyLedger` does. For jobs, which nobody asks for and which hold no permission. */
export const proveLedger = (ctx: TenantContext): Promise<LedgerProof> => prove(ctx, undefined);

async function prove(ctx: TenantContext, variantId: string | undefined): Promise<LedgerProof> {
  const scope = scopeOf(ctx, variantId);
  const checkedAt = ctx.now().toISOString();
  const [counted] = await askLedger<{ entries: number; levels: number }>(ctx.db, countText(scope), scope, 2);
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

function scopeOf({ actor: { places } }: TenantContext, variantId: string | undefined): LedgerScope {
  const conditions = [
    ...(variantId === undefined ? [] : ["variant_id = ?"]),
    ...(places === null ? [] : [`location_id in (${[...places].map(() => "?").join(", ") || "null"})`]),
  ];
  const ids = [...(variantId === undefined ? [] : [variantId]), ...(places ?? [])];
  return {
    conditions,
    params: ids.map(uuidToBytes),
  };
}

const countText = (scope: LedgerScope): string =>
  `select (select count(*) from inventory_entries ${whereOf(scope)}) as entries, (select count(*) from stock_levels ${whereOf(scope)}) as levels`;
