import { eq, type ReadDb } from "@storehouse/db";
import { takeBacks } from "@storehouse/db/tenant";
import {
  COMPARED,
  fail,
  type TakeBack,
  type TakeBackInput,
  type TakenBack,
  type TakenRecord,
} from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { findNames } from "../audit/find-names.ts";
import type { PeoplePorts } from "../audit/restorable.ts";
import { atomically, personOf, type TenantContext } from "../context.ts";
import { authorizeCopy } from "./authorize-copy.ts";
import type { Copies } from "./copy-ports.ts";
import { FIND } from "./find-states.ts";
import { labelOf } from "./list-differences.ts";
import { lockRecords } from "./lock-records.ts";
import { makeAnew } from "./make-anew.ts";
import { getState, putBack } from "./put-back.ts";
import { requireFirst, type Wish } from "./require-first.ts";
import { findTakeBack, toTakeBack } from "./stored-take-back.ts";
import { withPeople } from "./with-people.ts";

/** What is pointed at comes before what points: a record finds in use what it needs. */
const ORDER: readonly string[] = ["unit", "role", "location", "supplier", "subcategory", ...COMPARED];

/**
 * Puts records back to what they hold in a side copy, all of them or none, by the verbs that change them, with their permissions and rules; the log
 * says so and why. What has changed since it was looked at is refused with STALE. Sent again with the same id, it answers the same.
 * Throws NOT_ALLOWED, NOT_FOUND, TAKE_FIRST where something it points at has to come back too, KEY_REUSED, and what the verbs throw.
 */
export async function takeBack(
  ctx: TenantContext,
  accounts: PeoplePorts,
  copies: Copies,
  input: TakeBackInput,
): Promise<TakeBack> {
  authorizeCopy(ctx, "backups.takeBack");
  const repeated = await findRepeated(ctx, input);
  if (repeated !== undefined) return repeated;
  const savedAt = (await copies.find(input.copyId))?.savedAt ?? null;
  const copyAt = savedAt === null ? ctx.now() : new Date(savedAt);
  return copies.read(input.copyId, (copy) =>
    withPeople(accounts, (ports) => atomically(ctx, (tx) => takeAll(tx, ports, { input, copyAt, copy }))),
  );
}

async function findRepeated(ctx: TenantContext, input: TakeBackInput): Promise<TakeBack | undefined> {
  const stored = await findTakeBack(ctx.db, input.id);
  if (stored === undefined) return undefined;
  const asked = stored.records.map(({ table, id, asked: version }) => ({ table, id, version }));
  const isSame = stored.copyId === input.copyId && keyOf(asked) === keyOf(input.records);
  return isSame ? toTakeBack(stored) : fail({ code: "KEY_REUSED", clientId: input.id });
}

const keyOf = (records: readonly TakenRecord[]): string =>
  JSON.stringify(records.map(({ table, id, version }) => `${table} ${id} ${version}`).toSorted());

type Work = Readonly<{ input: TakeBackInput; copyAt: Date; copy: ReadDb }>;

async function takeAll(tx: TenantContext, accounts: PeoplePorts, { input, copyAt, copy }: Work): Promise<TakeBack> {
  const at = tx.now();
  const head = { id: input.id, copyId: input.copyId, copyAt, userId: personOf(tx), createdAt: at, updatedAt: at };
  // Sent twice at once, the second waits here for the first, and then finds it done.
  const [added] = await tx.db
    .insert(takeBacks)
    .ignore()
    .values({ ...head, records: [] });
  if (added.affectedRows === 0)
    return (await findRepeated(tx, input)) ?? fail({ code: "KEY_REUSED", clientId: input.id });
  const wishes = await readWishes(tx, copy, input.records);
  await requireFirst(tx, copy, wishes);
  const reason = `Taken back from the copy of ${copyAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const acting = { ...tx, takeBack: { id: input.id, action: "backups.takeBack", reason } };
  const labels = await labelsOf(tx, copy, wishes);
  const taken: TakenBack[] = [];
  for (const [index, wish] of wishes.entries()) {
    taken.push(await takeOne(acting, accounts, { wish, copy, label: labels[index] ?? "" }));
  }
  // One may have touched another: which version each was left with is known when all is done.
  const records: TakenBack[] = [];
  for (const record of taken) {
    records.push({ ...record, version: (await getState(tx, record.table, record.id)).version });
  }
  await tx.db.update(takeBacks).set({ records }).where(eq(takeBacks.id, input.id));
  await recordAudit(acting, {
    action: "backups.takeBack",
    entity: "takeBack",
    entityId: input.id,
    after: { records: records.length, copyAt: copyAt.toISOString() },
  });
  return toTakeBack({ ...head, records, isUndone: 0 });
}

// A site comes before the places that stand in it.
const rank = ({ table, was }: Wish): number => ORDER.indexOf(table) + (was.content["siteId"] ? 0.5 : 0);

async function readWishes(tx: TenantContext, copy: ReadDb, records: readonly TakenRecord[]): Promise<Wish[]> {
  await lockRecords(tx.db, records);
  const wishes: Wish[] = [];
  for (const { table, id, version } of records) {
    const [before, now] = [await FIND[table](copy, id), await FIND[table](tx.db, id)];
    const entity = table === "minimum" ? "variant" : table;
    if (before === undefined) return fail({ code: "NOT_FOUND", entity, id });
    if ((now?.version ?? null) !== version) {
      fail({ code: "STALE", entity, id, current: { ...now?.content, version: now?.version ?? null }, changed: [] });
    }
    wishes.push({ table, id, was: before, now });
  }
  return wishes.toSorted((a, b) => rank(a) - rank(b));
}

async function labelsOf(tx: TenantContext, copy: ReadDb, wishes: readonly Wish[]): Promise<readonly string[]> {
  const { names } = await findNames(
    { actor: tx.actor, db: copy },
    wishes.map(({ table, id, was: { content } }) => ({
      entity: table === "minimum" ? "variant" : table,
      entityId: id,
      before: content,
      after: null,
    })),
  );
  return wishes.map(({ table, id, was: state }) => labelOf(table, { id, now: undefined, was: state }, names));
}

type One = Readonly<{ wish: Wish; copy: ReadDb; label: string }>;

async function takeOne(tx: TenantContext, accounts: PeoplePorts, { wish, copy, label }: One): Promise<TakenBack> {
  const { table, id, now } = wish;
  // A product's first variant comes with it.
  const isGone = now === undefined && (await FIND[table](tx.db, id)) === undefined;
  if (isGone) await makeAnew(tx, table, { id, content: wish.was.content }, copy);
  const isChanged = await putBack(tx, accounts, { table, id, wanted: wish.was });
  const before = now === undefined ? null : { content: now.content, isArchived: now.isArchived };
  const state = isChanged || now === undefined ? "TAKEN" : "SAME";
  return { table, id, label, asked: now?.version ?? null, before, version: 0, state };
}
