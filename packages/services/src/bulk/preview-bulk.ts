import { and, eq, inArray, lt } from "@storehouse/db";
import { bulkChangeRows, bulkChanges } from "@storehouse/db/tenant";
import { BULK_ROWS_MAX, type BulkRowState, type BulkStatus, fail, type PreviewBulkInput } from "@storehouse/domain";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import { chunksOf } from "../import/in-chunks.ts";
import { findBulk, getBulk, toStatus } from "./bulk-status.ts";
import { type Candidate, permissionFor } from "./candidate.ts";
import { findProductCandidates } from "./product-candidates.ts";
import { findRecordCandidates } from "./record-candidates.ts";

const KEPT_MS = 60 * 60_000;

/**
 * Says what a change of many records would do, and keeps it under the id the client made: from then on the change is about these records as they
 * are now. Nothing is changed yet. Sent again, it answers the same. Throws NOT_ALLOWED, TOO_LARGE, NOT_FOUND and ARCHIVED for what the
 * records are to point at, KEY_REUSED for an id that stands for another change.
 */
export async function previewBulk(ctx: TenantContext, input: PreviewBulkInput): Promise<BulkStatus> {
  authorize(ctx, "bulk.change");
  authorize(ctx, permissionFor(input));
  const { id } = input;
  const known = await findBulk(ctx.db, id);
  if (known !== undefined) return known.userId === ctx.actor.id ? toStatus(ctx.db, known) : reused(id);
  const candidates = await (input.list === "products"
    ? findProductCandidates(ctx, input)
    : findRecordCandidates(ctx, input));
  if (candidates.length > BULK_ROWS_MAX)
    fail({ code: "TOO_LARGE", what: "records in one change", limit: BULK_ROWS_MAX });
  await atomically(ctx, async (tx) => {
    await forgetOld(tx);
    await keep(tx, input, candidates);
  });
  return toStatus(ctx.db, await getBulk(ctx.db, id));
}

const reused = (clientId: string): never => fail({ code: "KEY_REUSED", clientId });

async function keep(tx: TenantContext, input: PreviewBulkInput, candidates: readonly Candidate[]): Promise<void> {
  const at = tx.now();
  const head = { id: input.id, listName: input.list, userId: personOf(tx), wanted: input.change };
  // Sent twice at once, the second finds the first's id taken and adds nothing.
  const [added] = await tx.db
    .insert(bulkChanges)
    .ignore()
    .values({ ...head, state: "PREVIEWED", createdAt: at, updatedAt: at });
  if (added.affectedRows === 0) return;
  const rows = candidates.map(({ recordId, label, version, from, to, reason }, place) => ({
    changeId: input.id,
    place,
    recordId,
    label: label.slice(0, 300),
    version,
    fromValues: from,
    toValues: to,
    state: stateOf({ from, to, reason }),
    reason,
  }));
  for (const some of chunksOf(rows)) await tx.db.insert(bulkChangeRows).values(some);
}

function stateOf({ from, to, reason }: Pick<Candidate, "from" | "to" | "reason">): BulkRowState {
  if (reason !== null) return "REFUSED";
  return Object.keys(to).every((field) => from[field] === to[field]) ? "SAME" : "PLANNED";
}

/** Previews that nobody went on from are of no use after a while. */
async function forgetOld(tx: TenantContext): Promise<void> {
  const { id, userId, state, createdAt } = bulkChanges;
  const before = new Date(tx.now().getTime() - KEPT_MS);
  const old = await tx.db
    .select({ id })
    .from(bulkChanges)
    .where(and(eq(userId, personOf(tx)), eq(state, "PREVIEWED"), lt(createdAt, before)))
    .limit(5);
  const ids = old.map((row) => row.id);
  if (ids.length === 0) return;
  await tx.db.delete(bulkChangeRows).where(inArray(bulkChangeRows.changeId, ids));
  await tx.db.delete(bulkChanges).where(inArray(id, ids));
}
