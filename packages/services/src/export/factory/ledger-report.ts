import { count, sql, sum, type TenantDb } from "@storehouse/db";
import { inventoryEntries, stockLevels, variantStock } from "@storehouse/db/tenant";
import { findLedgerDifferences } from "../../inventory/ledger-differences.ts";

/** The proof of the ledger in words and figures: that what is on hand is the sum of all entries, and what differs if anything does. */
export async function ledgerReport(db: TenantDb, at: Date): Promise<string> {
  const differences = await findLedgerDifferences(db);
  const [entries] = await db
    .select({
      entries: count(),
      quantity: sum(inventoryEntries.quantity),
      value: sum(inventoryEntries.value),
    })
    .from(inventoryEntries);
  const [levels] = await db
    .select({ levels: sql<number>`count(*)`.mapWith(Number), quantity: sum(stockLevels.onHand) })
    .from(stockLevels);
  const [totals] = await db
    .select({ variants: count(), quantity: sum(variantStock.onHand), value: sum(variantStock.value) })
    .from(variantStock);
  const lines = [
    `Proof of the ledger, as of ${at.toISOString()}`,
    "",
    `Entries: ${entries?.entries ?? 0}`,
    `Sum of their quantities: ${entries?.quantity ?? "0"}`,
    `Sum of their values: ${entries?.value ?? "0"}`,
    `Levels: ${levels?.levels ?? 0}`,
    `Sum on hand over all levels: ${levels?.quantity ?? "0"}`,
    `Variants: ${totals?.variants ?? 0}`,
    `Sum on hand over all variants: ${totals?.quantity ?? "0"}`,
    `Sum of their stock values: ${totals?.value ?? "0"}`,
    "",
    differences.length === 0
      ? "PROVEN: every level and total equals the sum of its entries, every value the sum of their values, and each entry's balance the one before it plus its quantity."
      : `NOT PROVEN: ${differences.length} differences.`,
    ...differences.map((one) => JSON.stringify(one)),
    "",
  ];
  return lines.join("\r\n");
}
