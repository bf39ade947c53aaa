import { sql } from "@storehouse/db";
import { outboxEmails } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";
import { chunksOf } from "../import/in-chunks.ts";
import { newId } from "../new-id.ts";
import { noteQueued } from "../note-queued.ts";
import { isMailAddress, mailLine } from "./mail-text.ts";

const SUBJECT_MAX = 200;
const BODY_MAX = 4000;

/** An e-mail to be sent. `path` is a page of the app that it leads to, from the root. */
export type NewEmail = Readonly<{
  toAddress: string;
  subject: string;
  body: string;
  path?: string;
  /** Given where it may be queued again, and is to be sent once. */
  id?: string;
}>;

/**
 * Puts e-mails into the outbox, in the open transaction: they are sent if it commits, and nothing waits for it. An address that is none is left out,
 * since no change may fail for its message; the subject becomes one line.
 */
export async function queueEmails(ctx: TenantContext, emails: readonly NewEmail[]): Promise<void> {
  const at = ctx.now();
  const rows = emails
    .filter(({ toAddress }) => isMailAddress(toAddress))
    .map(({ toAddress, subject, body, path, id }) => ({
      id: id ?? newId(),
      toAddress,
      subject: mailLine(subject, SUBJECT_MAX),
      body: Array.from(body).slice(0, BODY_MAX).join(""),
      path: path ?? null,
      createdAt: at,
      dueAt: at,
    }));
  for (const some of chunksOf(rows)) {
    await ctx.db
      .insert(outboxEmails)
      .values(some)
      .onDuplicateKeyUpdate({ set: { id: sql`id` } });
  }
  if (rows.length > 0) noteQueued(ctx, "email");
}
