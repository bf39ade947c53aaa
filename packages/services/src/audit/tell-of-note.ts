import { and, eq, inArray } from "@storehouse/db";
import { auditLog, auditNotes, notifications, users } from "@storehouse/db/tenant";
import type { LiveChange, NoteKind } from "@storehouse/domain";
import { personOf, type TenantContext } from "../context.ts";
import { recordChange } from "../live/record-change.ts";
import { newId } from "../new-id.ts";

/** Tells of what was said about a line: whoever did what it tells of, and whoever spoke about it before, but for the speaker. */
export async function tellOfNote(
  tx: TenantContext,
  { id: noteId, lineId, kind }: Readonly<{ id: string; lineId: string; kind: NoteKind }>,
): Promise<void> {
  const people = await findPeople(tx, lineId);
  const createdAt = tx.now();
  const rows = people.map((userId) => ({
    id: newId(),
    userId,
    kind: kind === "flag" ? ("QUESTION" as const) : ("ANSWER" as const),
    noteId,
    createdAt,
  }));
  if (rows.length === 0) return;
  await tx.db.insert(notifications).values(rows);
  await recordChange(tx, ...rows.map(({ id, userId }): LiveChange => ({ topic: "notifications", ids: [id], userId })));
}

async function findPeople(tx: TenantContext, lineId: string): Promise<readonly string[]> {
  const did = await tx.db.select({ id: auditLog.actorId }).from(auditLog).where(eq(auditLog.id, lineId));
  const spoke = await tx.db
    .selectDistinct({ id: auditNotes.userId })
    .from(auditNotes)
    .where(eq(auditNotes.lineId, lineId));
  const own = personOf(tx);
  const ids = [...did, ...spoke].flatMap(({ id }) => (id === null || id === own ? [] : [id]));
  if (ids.length === 0) return [];
  // A job or an operator is nobody here, and who may not sign in is not told.
  const rows = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, ids), eq(users.isActive, true)));
  return rows.map(({ id }) => id);
}
