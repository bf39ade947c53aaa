import { and, asc, eq, inArray, isDuplicateKey, ne, notInArray, type ReadDb, type TenantDb } from "@storehouse/db";
import { barcodes } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";

/** The barcodes of a variant, in order. */
export async function findBarcodes(db: ReadDb, variantId: string): Promise<string[]> {
  const rows = await db
    .select({ code: barcodes.code })
    .from(barcodes)
    .where(eq(barcodes.variantId, variantId))
    .orderBy(asc(barcodes.code));
  return rows.map(({ code }) => code);
}

/** Makes these, and no others, a variant's barcodes. Refuses a repeated one, and with TAKEN one that is another variant's. */
export async function saveBarcodes(db: TenantDb, variantId: string, codes: readonly string[]): Promise<void> {
  refuseRepeated(codes);
  await refuseTaken(db, variantId, codes);
  const gone = codes.length === 0 ? undefined : notInArray(barcodes.code, [...codes]);
  await db.delete(barcodes).where(and(eq(barcodes.variantId, variantId), gone));
  const kept = new Set(await findBarcodes(db, variantId));
  const added = codes.filter((code) => !kept.has(code));
  if (added.length === 0) return;
  try {
    await db.insert(barcodes).values(added.map((code) => ({ code, variantId })));
  } catch (error) {
    // Another transaction took one since the check. It has committed, so the check sees it now.
    if (isDuplicateKey(error)) await refuseTaken(db, variantId, codes);
    throw error;
  }
}

function refuseRepeated(codes: readonly string[]): void {
  const place = codes.findIndex((code, index) => codes.indexOf(code) !== index);
  if (place !== -1) fail({ code: "INVALID", field: `barcodes.${place}`, reason: "REPEATED" });
}

async function refuseTaken(db: TenantDb, variantId: string, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const rows = await db
    .select({ code: barcodes.code })
    .from(barcodes)
    .where(and(inArray(barcodes.code, [...codes]), ne(barcodes.variantId, variantId)));
  const taken = new Set(rows.map(({ code }) => code));
  const place = codes.findIndex((code) => taken.has(code));
  const value = codes[place];
  if (value !== undefined) fail({ code: "TAKEN", field: `barcodes.${place}`, value });
}
