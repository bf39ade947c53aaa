import { alias, and, eq, inArray, isNull, ne, or, type TenantDb } from "@storehouse/db";
import { inventoryEntries } from "@storehouse/db/tenant";
import { fail, placeKey, type PostLine } from "@storehouse/domain";
import type { LedgerPlaces } from "./ledger-place.ts";

type Opening = Readonly<{ number: number; entered: PostLine }>;

/**
 * Throws OPENING_REPEATED where a variant was booked at the place before, or twice in these lines.
 * An opening that was reversed, and its reversal, count as never booked: a wrong import can be undone and made again.
 */
export async function assertFirst(db: TenantDb, openings: readonly Opening[], places: LedgerPlaces): Promise<void> {
  const seen = new Set<string>();
  for (const opening of openings) {
    const key = placeKey(opening.entered.variantId, opening.entered.locationId);
    if (seen.has(key)) repeated(opening);
    seen.add(key);
  }
  const booked = openings.filter(({ entered }) => places.get(placeKey(entered.variantId, entered.locationId))?.level);
  if (booked.length === 0) return;
  const taken = await findBooked(db, booked);
  for (const opening of booked) {
    if (taken.has(placeKey(opening.entered.variantId, opening.entered.locationId))) repeated(opening);
  }
}

async function findBooked(db: TenantDb, openings: readonly Opening[]): Promise<ReadonlySet<string>> {
  const reversal = alias(inventoryEntries, "reversal");
  const original = alias(inventoryEntries, "original");
  const variantIds = [...new Set(openings.map(({ entered }) => entered.variantId))];
  const rows = await db
    .selectDistinct({ variantId: inventoryEntries.variantId, locationId: inventoryEntries.locationId })
    .from(inventoryEntries)
    .leftJoin(reversal, eq(reversal.reversesId, inventoryEntries.id))
    .leftJoin(original, eq(original.id, inventoryEntries.reversesId))
    .where(
      and(
        inArray(inventoryEntries.variantId, variantIds),
        or(ne(inventoryEntries.type, "opening"), isNull(reversal.id)),
        or(isNull(original.id), ne(original.type, "opening")),
      ),
    );
  return new Set(rows.map(({ variantId, locationId }) => placeKey(variantId, locationId)));
}

const repeated = ({ number, entered: { variantId, locationId } }: Opening): never =>
  fail({ code: "OPENING_REPEATED", field: `lines.${number}.locationId`, variantId, locationId });
