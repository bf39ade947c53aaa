import { and, asc, eq, inArray, lte } from "@storehouse/db";
import { outboxEmails } from "@storehouse/db/tenant";
import { atomically, type TenantContext } from "../context.ts";
import { mailLine } from "./mail-text.ts";
import { retryAfterMs } from "./retry-after.ts";

/** An e-mail that is due. Its id names the message: one that is sent again is the same one. */
export type DueEmail = Readonly<{
  id: string;
  toAddress: string;
  subject: string;
  body: string;
  path: string | null;
  attempts: number;
}>;

/** What became of one e-mail. `isServerDown`: no use trying another now. */
export type SendOutcome = Readonly<{ isSent: true } | { isSent: false; reason: string; isServerDown: boolean }>;
export type SendEmail = (email: DueEmail) => Promise<SendOutcome>;

/** What became of a run. */
export type Delivered = Readonly<{ sent: number; failed: number; dead: number; isServerDown: boolean }>;

const AT_ONCE = 25;
// Longer than sending all of them can take.
const CLAIM_MS = 15 * 60_000;

/**
 * Sends what is due of a factory's outbox, some at once. For jobs. Each is claimed before it is sent and marked after: a process that dies in between
 * leaves it to be sent again under the same message id. What fails is tried again later, ever more rarely, and given up in the end; where no server
 * answers, the rest waits for the next run.
 */
export async function deliverOutbox(ctx: TenantContext, send: SendEmail): Promise<Delivered> {
  const due = await claimDue(ctx);
  const counts = { sent: 0, failed: 0, dead: 0 };
  for (const [at, email] of due.entries()) {
    const outcome = await send(email);
    if (outcome.isSent) {
      await markSent(ctx, email.id);
      counts.sent += 1;
      continue;
    }
    counts[await putOff(ctx, email, outcome.reason)] += 1;
    if (outcome.isServerDown) {
      await release(ctx, due.slice(at + 1));
      return { ...counts, isServerDown: true };
    }
  }
  return { ...counts, isServerDown: false };
}

/** Two who deliver at once claim different ones. */
function claimDue(ctx: TenantContext): Promise<readonly DueEmail[]> {
  return atomically(ctx, async ({ db, now }) => {
    const { id, toAddress, subject, body, path, attempts } = outboxEmails;
    const due = await db
      .select({ id, toAddress, subject, body, path, attempts })
      .from(outboxEmails)
      .where(and(eq(outboxEmails.state, "QUEUED"), lte(outboxEmails.dueAt, now())))
      .orderBy(asc(outboxEmails.dueAt), asc(id))
      .limit(AT_ONCE)
      .for("update", { skipLocked: true });
    if (due.length === 0) return [];
    await setDue({ db }, due, new Date(now().getTime() + CLAIM_MS));
    return due;
  });
}

/** Lets go of what was claimed and not tried. */
const release = (ctx: TenantContext, emails: readonly DueEmail[]): Promise<void> =>
  atomically(ctx, (tx) => setDue(tx, emails, ctx.now()));

async function setDue({ db }: Pick<TenantContext, "db">, emails: readonly DueEmail[], dueAt: Date): Promise<void> {
  const ids = emails.map(({ id }) => id);
  if (ids.length > 0) await db.update(outboxEmails).set({ dueAt }).where(inArray(outboxEmails.id, ids));
}

const markSent = (ctx: TenantContext, id: string): Promise<void> =>
  change(ctx, id, { state: "SENT", sentAt: ctx.now(), lastError: null });

// One statement, yet it can meet the claim of another worker in a deadlock, which only a transaction of ours runs again: without it, what was sent
// would be sent once more.
function change(ctx: TenantContext, id: string, to: Partial<typeof outboxEmails.$inferInsert>): Promise<void> {
  return atomically(ctx, async ({ db }) => {
    await db.update(outboxEmails).set(to).where(eq(outboxEmails.id, id));
  });
}

async function putOff(ctx: TenantContext, email: DueEmail, reason: string): Promise<"failed" | "dead"> {
  const attempts = email.attempts + 1;
  const pauseMs = retryAfterMs(attempts);
  const lastError = mailLine(reason, 300);
  const next = pauseMs === undefined ? { state: "DEAD" as const } : { dueAt: new Date(ctx.now().getTime() + pauseMs) };
  await change(ctx, email.id, { attempts, lastError, ...next });
  return pauseMs === undefined ? "dead" : "failed";
}
