import { alias, and, asc, eq, inArray, isNull, type TenantDb } from "@storehouse/db";
import { inventoryEntries } from "@storehouse/db/tenant";
import { type Move, moneyOf, quantityOf } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { type Booking, bookMoves } from "../inventory/book-moves.ts";
import { submit } from "../inventory/submit.ts";
import { newId } from "../new-id.ts";
import { SAMPLE_DOCUMENT } from "./sample-record.ts";

const REASON = "Sample removed";

/**
 * Undoes every entry of the variants that still counts, as one posting of reversals: nothing is left of them, and the ledger still sums to it.
 * What took goods out is undone before what brought them in, so that no place is short on the way. Who calls holds the lock on the variants.
 */
export async function reverseAll(ctx: TenantContext, sampleId: string, variantIds: readonly string[]): Promise<void> {
  const entries = variantIds.length === 0 ? [] : await findStanding(ctx.db, variantIds);
  if (entries.length === 0) return;
  const bookings = entries.map(toBooking).sort((a, b) => Number(a.isInbound) - Number(b.isInbound));
  await submit(
    ctx,
    {
      clientId: newId(),
      kind: "reversal",
      request: { sampleId },
      reference: REASON,
      note: null,
      referenceType: SAMPLE_DOCUMENT,
      referenceId: sampleId,
    },
    { action: "inventory.reverse", after: { entries: entries.length }, reason: REASON },
    (tx, posting) => bookMoves(tx, posting, bookings, (some) => some.map(({ move }) => move)),
  );
}

const reversal = alias(inventoryEntries, "reversal");

/** The variants' entries that were not undone and undo nothing. */
const findStanding = (db: TenantDb, variantIds: readonly string[]) =>
  db
    .select({
      id: inventoryEntries.id,
      variantId: inventoryEntries.variantId,
      locationId: inventoryEntries.locationId,
      quantity: inventoryEntries.quantity,
      value: inventoryEntries.value,
    })
    .from(inventoryEntries)
    .leftJoin(reversal, eq(reversal.reversesId, inventoryEntries.id))
    .where(
      and(
        inArray(inventoryEntries.variantId, [...variantIds]),
        isNull(inventoryEntries.reversesId),
        isNull(reversal.id),
      ),
    )
    .orderBy(asc(inventoryEntries.variantId), asc(inventoryEntries.sequence));

type Standing = Awaited<ReturnType<typeof findStanding>>[number];
type UndoBooking = Booking & Readonly<{ isInbound: boolean; move: Move }>;

function toBooking({ id, variantId, locationId, quantity, value }: Standing, number: number): UndoBooking {
  const locationField = `lines.${number}.locationId`;
  return {
    variantId,
    isInbound: !quantity.startsWith("-"),
    targets: [{ line: number, variantId, locationId, locationField, mayBeArchived: true }],
    move: {
      line: number,
      number,
      variantId,
      locationId,
      type: "reversal",
      quantity: -quantityOf(quantity),
      valuation: { kind: "original", value: moneyOf(value) },
      reversesId: id,
    },
  };
}
