import { desc, eq, isDuplicateKey } from "@storehouse/db";
import { auditNotes } from "@storehouse/db/tenant";
import {
  type CommentAuditInput,
  fail,
  type FlagAuditInput,
  type FlagState,
  nextFlagState,
  type NoteKind,
  type SettleAuditInput,
} from "@storehouse/domain";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import { recordChange } from "../live/record-change.ts";
import { getVisibleLine } from "./get-audit-line.ts";
import { tellOfNote } from "./tell-of-note.ts";

/** What saying something answers: where the question about the line stands now. */
export type Noted = Readonly<{ id: string; flag: FlagState }>;

/** Asks a question about a line. Throws WRONG_STATE while one is open, NOT_FOUND, KEY_REUSED. */
export function flagLine(ctx: TenantContext, input: FlagAuditInput): Promise<Noted> {
  authorize(ctx, "auditLogs.flag");
  return addNote(ctx, "flag", input);
}

/** Takes a question back. Throws WRONG_STATE when none is open, NOT_FOUND, KEY_REUSED. */
export function unflagLine(ctx: TenantContext, input: SettleAuditInput): Promise<Noted> {
  authorize(ctx, "auditLogs.flag");
  return addNote(ctx, "unflag", input);
}

/** Closes a question as answered. Throws WRONG_STATE when none is open, NOT_FOUND, KEY_REUSED. */
export function resolveLine(ctx: TenantContext, input: SettleAuditInput): Promise<Noted> {
  authorize(ctx, "auditLogs.flag");
  return addNote(ctx, "resolve", input);
}

/** Says something about a line one may see, as the answer to a question. Throws NOT_FOUND, KEY_REUSED. */
export function commentLine(ctx: TenantContext, input: CommentAuditInput): Promise<Noted> {
  authorize(ctx, "auditLogs.comment");
  return addNote(ctx, "comment", input);
}

type Note = Readonly<{ id: string; lineId: string; text: string | null }>;

/** So many others may say something about the same line in the moment between reading it and writing. */
const TRIES_MAX = 20;

/** Nothing of the log can be locked or changed: of two that speak at once, the number lets one be the next, and the other looks again. */
async function addNote(ctx: TenantContext, kind: NoteKind, note: Note): Promise<Noted> {
  await getVisibleLine(ctx, note.lineId);
  for (let tried = 0; tried < TRIES_MAX; tried += 1) {
    const said = await findSaid(ctx, kind, note);
    if (said !== undefined) return said;
    const last = await findLast(ctx, note.lineId);
    const state = nextFlagState(note.lineId, last.state, kind);
    try {
      await atomically(ctx, async (tx) => {
        await insertNote(tx, { ...note, kind, state, number: last.number + 1 });
        await tellOfNote(tx, { id: note.id, lineId: note.lineId, kind });
        await recordChange(tx, { topic: "notes", ids: [note.lineId] });
      });
      return { id: note.id, flag: state };
    } catch (error) {
      if (!isDuplicateKey(error, "audit_notes_number_uq") && !isDuplicateKey(error, "PRIMARY")) throw error;
    }
  }
  return fail({ code: "BUSY", retryAfterSeconds: 1 });
}

async function findSaid(ctx: TenantContext, kind: NoteKind, note: Note): Promise<Noted | undefined> {
  const [said] = await ctx.db.select().from(auditNotes).where(eq(auditNotes.id, note.id));
  if (said === undefined) return undefined;
  const isSame =
    said.lineId === note.lineId && said.kind === kind && said.text === note.text && said.userId === personOf(ctx);
  return isSame ? { id: said.id, flag: said.state } : fail({ code: "KEY_REUSED", clientId: note.id });
}

async function findLast(
  { db }: TenantContext,
  lineId: string,
): Promise<Readonly<{ number: number; state: FlagState }>> {
  const { number, state } = auditNotes;
  const [last] = await db
    .select({ number, state })
    .from(auditNotes)
    .where(eq(auditNotes.lineId, lineId))
    .orderBy(desc(number))
    .limit(1);
  return last ?? { number: 0, state: "none" };
}

async function insertNote(
  ctx: TenantContext,
  note: Note & Readonly<{ kind: NoteKind; state: FlagState; number: number }>,
): Promise<void> {
  const { actor } = ctx;
  const origin = actor.kind === "user" ? { address: actor.address, device: actor.device } : {};
  await ctx.db.insert(auditNotes).values({ ...note, userId: personOf(ctx), at: ctx.now(), ...origin });
}
