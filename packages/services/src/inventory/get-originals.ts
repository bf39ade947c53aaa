import { asc, desc, eq, inArray, type TenantDb } from "@storehouse/db";
import { inventoryEntries, postings } from "@storehouse/db/tenant";
import { type EntryType, fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { mayReach } from "../place-scope.ts";
import { CHUNK_MAX } from "./row-chunks.ts";

/** An entry to be reversed, as it is stored. */
export type Original = Readonly<{
  id: string;
  lineNumber: number;
  variantId: string;
  locationId: string;
  type: EntryType;
  quantity: string;
  value: string;
  unitCost: string | null;
  occurredAt: Date;
}>;

/** What is to be reversed: a posting, with those of its entries that go. */
export type Originals = Readonly<{
  posting: Readonly<{ id: string; userId: string; reference: string | null; note: string | null }>;
  entries: readonly Original[];
}>;

/**
 * Reads a posting's entries, last first, or one entry with the other leg of its transfer or all of its making.
 * Throws NOT_FOUND, also where one of them is at a place beyond the actor's.
 */
export async function getOriginals(
  ctx: TenantContext,
  { postingId, entryId }: Readonly<{ postingId?: string | undefined; entryId?: string | undefined }>,
): Promise<Originals> {
  const { db } = ctx;
  const id = entryId === undefined ? postingId : await findPostingId(db, entryId);
  const [posting] = await db
    .select({ id: postings.id, userId: postings.userId, reference: postings.reference, note: postings.note })
    .from(postings)
    .where(eq(postings.id, id ?? ""));
  if (posting === undefined) return failMissing(postingId, entryId);
  const entries = await db
    .select({
      id: inventoryEntries.id,
      lineNumber: inventoryEntries.lineNumber,
      variantId: inventoryEntries.variantId,
      locationId: inventoryEntries.locationId,
      type: inventoryEntries.type,
      quantity: inventoryEntries.quantity,
      value: inventoryEntries.value,
      unitCost: inventoryEntries.unitCost,
      occurredAt: inventoryEntries.occurredAt,
    })
    .from(inventoryEntries)
    .where(eq(inventoryEntries.postingId, posting.id))
    .orderBy(desc(inventoryEntries.lineNumber));
  const undone = entryId === undefined ? entries : withOtherLeg(entries, entryId);
  if (!undone.every(({ locationId }) => mayReach(ctx, locationId))) return failMissing(postingId, entryId);
  return { posting, entries: undone };
}

const failMissing = (postingId: string | undefined, entryId: string | undefined): never =>
  fail(
    entryId === undefined
      ? { code: "NOT_FOUND", entity: "posting", id: postingId ?? "" }
      : { code: "NOT_FOUND", entity: "entry", id: entryId },
  );

async function findPostingId(db: TenantDb, entryId: string): Promise<string | undefined> {
  const [entry] = await db
    .select({ postingId: inventoryEntries.postingId })
    .from(inventoryEntries)
    .where(eq(inventoryEntries.id, entryId));
  return entry?.postingId;
}

/** A making is undone as a whole. A transfer's legs are numbered 2n and 2n + 1. */
function withOtherLeg(entries: readonly Original[], entryId: string): readonly Original[] {
  const entry = entries.find(({ id }) => id === entryId);
  if (entry?.type === "manufacturing_in" || entry?.type === "manufacturing_out") return entries;
  if (entry?.type !== "transfer_in" && entry?.type !== "transfer_out") return entry === undefined ? [] : [entry];
  const line = Math.floor(entry.lineNumber / 2);
  return entries.filter(({ lineNumber }) => Math.floor(lineNumber / 2) === line);
}

/** The first of the entries that was reversed already, or undefined. */
export async function findReversed(db: TenantDb, entryIds: readonly string[]): Promise<string | undefined> {
  for (let at = 0; at < entryIds.length; at += CHUNK_MAX) {
    const [row] = await db
      .select({ reversesId: inventoryEntries.reversesId })
      .from(inventoryEntries)
      .where(inArray(inventoryEntries.reversesId, entryIds.slice(at, at + CHUNK_MAX)))
      .orderBy(asc(inventoryEntries.reversesId))
      .limit(1);
    if (row?.reversesId) return row.reversesId;
  }
  return undefined;
}
