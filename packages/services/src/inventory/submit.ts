import type { Posted, PostedEntry } from "@storehouse/domain";
import { type AuditLine, recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { openPosting, type OpenPosting, type Submission } from "./open-posting.ts";

/** What the audit log says of a posting, besides its id. */
export type PostingAudit = Pick<AuditLine, "action" | "before" | "after" | "reason">;

/**
 * Writes one posting in one transaction, or in the one that is open: its row, its audit line, then what `book` writes.
 * Sent again it answers what it answered first. The audit line comes before the locks, so that they are held for less long.
 */
export function submit(
  ctx: TenantContext,
  submission: Submission,
  audit: PostingAudit,
  book: (ctx: TenantContext, posting: OpenPosting) => Promise<readonly PostedEntry[]>,
): Promise<Posted> {
  return atomically(ctx, async (tx) => {
    const opened = await openPosting(tx, submission);
    if ("posted" in opened) return opened.posted;

    const { posting } = opened;
    await recordAudit(tx, { ...audit, entity: "posting", entityId: posting.id });
    return { postingId: posting.id, entries: await book(tx, posting) };
  });
}
