import { asc, eq, isDuplicateKey, uuidToBytes } from "@storehouse/db";
import { inventoryEntries, postings } from "@storehouse/db/tenant";
import { fail, type Posted, trimDecimal } from "@storehouse/domain";
import { createHash } from "node:crypto";
import { personOf, type TenantContext } from "../context.ts";
import { newId } from "../new-id.ts";

const FUTURE_MAX_MS = 5 * 60_000;

/** The document a posting comes from. */
export type SourceDocument = Readonly<{ referenceType?: string; referenceId?: string }>;

/** What is submitted to the ledger, apart from its lines. `request` is everything the caller asked for: sent again, it must be the same. */
export type Submission = Readonly<{
  clientId: string;
  kind: string;
  request: unknown;
  occurredAt?: string | undefined;
  reference?: string | null;
  note?: string | null;
  referenceType?: string | undefined;
  referenceId?: string | undefined;
}>;

/** A posting whose entries are being written. */
export type OpenPosting = Readonly<{
  id: string;
  kind: string;
  reference: string | null;
  note: string | null;
  userId: string;
  occurredAt: Date;
  writtenAt: Date;
}>;

/**
 * Writes the posting row, which only one submission of a client id can do; the others wait for it and get the stored answer.
 * Throws KEY_REUSED when the client id stands for another request or another person's, INVALID for a time in the future.
 */
export async function openPosting(
  ctx: TenantContext,
  submission: Submission,
): Promise<{ posting: OpenPosting } | { posted: Posted }> {
  const writtenAt = ctx.now();
  const occurredAt = submission.occurredAt === undefined ? writtenAt : new Date(submission.occurredAt);
  if (occurredAt.getTime() > writtenAt.getTime() + FUTURE_MAX_MS) {
    fail({ code: "INVALID", field: "occurredAt", reason: "IN_THE_FUTURE" });
  }
  const { kind, reference = null, note = null } = submission;
  const posting = { id: newId(), kind, reference, note, userId: personOf(ctx), occurredAt, writtenAt };
  const requestHash = hashOf(submission);
  try {
    await insertPosting(ctx, submission, posting, requestHash);
    return { posting };
  } catch (error) {
    if (!isDuplicateKey(error, "postings_client_uq")) throw error;
  }
  return { posted: await getAnswer(ctx, submission.clientId, requestHash) };
}

const hashOf = ({ kind, request }: Submission): string =>
  createHash("sha256")
    .update(JSON.stringify([kind, request]))
    .digest("hex");

const INSERT_POSTING = `insert into postings (id, client_id, request_hash, kind, reference_type, reference_id, reference, note,
  user_id, occurred_at, written_at) values (?,?,?,?,?,?,?,?,?,?,?)`;

async function insertPosting(
  ctx: TenantContext,
  { clientId, kind, referenceType, referenceId, reference, note }: Submission,
  { id, userId, occurredAt, writtenAt }: OpenPosting,
  requestHash: string,
): Promise<void> {
  await ctx.db.source.prepared(INSERT_POSTING, [
    uuidToBytes(id),
    uuidToBytes(clientId),
    requestHash,
    kind,
    referenceType ?? null,
    referenceId === undefined ? null : uuidToBytes(referenceId),
    reference ?? null,
    note ?? null,
    uuidToBytes(userId),
    occurredAt,
    writtenAt,
  ]);
}

async function getAnswer(ctx: TenantContext, clientId: string, requestHash: string): Promise<Posted> {
  const [stored] = await ctx.db
    .select({ id: postings.id, requestHash: postings.requestHash, userId: postings.userId })
    .from(postings)
    .where(eq(postings.clientId, clientId));
  if (stored?.requestHash !== requestHash || stored.userId !== personOf(ctx)) {
    return fail({ code: "KEY_REUSED", clientId });
  }
  const entries = await ctx.db
    .select({
      entryId: inventoryEntries.id,
      variantId: inventoryEntries.variantId,
      locationId: inventoryEntries.locationId,
      quantity: inventoryEntries.quantity,
      balance: inventoryEntries.balance,
    })
    .from(inventoryEntries)
    .where(eq(inventoryEntries.postingId, stored.id))
    .orderBy(asc(inventoryEntries.lineNumber));
  return {
    postingId: stored.id,
    entries: entries.map((entry) => ({
      ...entry,
      quantity: trimDecimal(entry.quantity),
      balance: trimDecimal(entry.balance),
    })),
  };
}
