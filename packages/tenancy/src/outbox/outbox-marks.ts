import { and, asc, type CentralDb, eq, lte, sql } from "@storehouse/db";
import { factories, outboxMarks } from "@storehouse/db/central";
import type { OutboxKind } from "@storehouse/domain";
import { randomInt } from "node:crypto";

/** A factory that has something to send, and which of its marks said so. */
export type OutboxMark = Readonly<{ factoryId: string; mark: number }>;

/** Notes that a factory has something to send, from a moment on or from an earlier one that is noted already. */
export async function markOutbox(central: CentralDb, kind: OutboxKind, factoryId: string, dueAt: Date): Promise<void> {
  await central
    .insert(outboxMarks)
    .values({ factoryId, kind, dueAt, mark: newMark() })
    .onDuplicateKeyUpdate({ set: EARLIER });
}

/** Notes every factory that is ready: for what was stored by a process that died before it could say so. */
export async function markAllOutboxes(central: CentralDb, kind: OutboxKind, dueAt: Date): Promise<number> {
  const ready = await central.select({ id: factories.id }).from(factories).where(eq(factories.state, "READY"));
  for (let from = 0; from < ready.length; from += CHUNK) {
    const rows = ready.slice(from, from + CHUNK).map(({ id }) => ({ factoryId: id, kind, dueAt, mark: newMark() }));
    await central.insert(outboxMarks).values(rows).onDuplicateKeyUpdate({ set: EARLIER });
  }
  return ready.length;
}

/** The factories whose turn it is, those that have waited longest first. */
export function listDueOutboxes(
  central: CentralDb,
  kind: OutboxKind,
  now: Date,
  limit: number,
): Promise<readonly OutboxMark[]> {
  return central
    .select({ factoryId: outboxMarks.factoryId, mark: outboxMarks.mark })
    .from(outboxMarks)
    .where(and(eq(outboxMarks.kind, kind), lte(outboxMarks.dueAt, now)))
    .orderBy(asc(outboxMarks.dueAt))
    .limit(limit);
}

/** Puts a factory's mark off to when it has something to send again, or takes it away; one that was renewed meanwhile stays as it is. */
export async function settleOutbox(
  central: CentralDb,
  kind: OutboxKind,
  { factoryId, mark }: OutboxMark,
  next: Date | undefined,
): Promise<void> {
  const same = and(eq(outboxMarks.factoryId, factoryId), eq(outboxMarks.kind, kind), eq(outboxMarks.mark, mark));
  if (next === undefined) await central.delete(outboxMarks).where(same);
  else await central.update(outboxMarks).set({ dueAt: next }).where(same);
}

const CHUNK = 500;
const newMark = (): number => randomInt(2 ** 47);
const EARLIER = { dueAt: sql`least(due_at, values(due_at))`, mark: sql`values(mark)` };
