import { eq } from "@storehouse/db";
import { takeBacks } from "@storehouse/db/tenant";
import { fail, type TakeBack, type TakenBack, type UndoTakeBackInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import type { PeoplePorts } from "../audit/restorable.ts";
import { atomically, type TenantContext } from "../context.ts";
import { authorizeCopy } from "./authorize-copy.ts";
import { FIND, findProductsOf } from "./find-states.ts";
import { lockRecords } from "./lock-records.ts";
import { putBack } from "./put-back.ts";
import { findTakeBack, type StoredTakeBack, toTakeBack } from "./stored-take-back.ts";
import { withPeople } from "./with-people.ts";

/**
 * Undoes a taking back: each record holds again what it held before, and what was made anew goes out of use. What somebody has changed since is
 * kept as it is, and says so. Sent again, it answers the same. Throws NOT_ALLOWED, NOT_FOUND, and what the verbs throw.
 */
export async function undoTakeBack(
  ctx: TenantContext,
  accounts: PeoplePorts,
  { id }: UndoTakeBackInput,
): Promise<TakeBack> {
  authorizeCopy(ctx, "backups.takeBack");
  return withPeople(accounts, (ports) => atomically(ctx, (tx) => undoAll(tx, ports, id)));
}

async function undoAll(tx: TenantContext, accounts: PeoplePorts, id: string): Promise<TakeBack> {
  await tx.db.select({ id: takeBacks.id }).from(takeBacks).where(eq(takeBacks.id, id)).for("update");
  const stored = (await findTakeBack(tx.db, id)) ?? fail({ code: "NOT_FOUND", entity: "takeBack", id });
  if (stored.isUndone === 1) return toTakeBack(stored);
  await lockRecords(tx.db, stored.records);
  const versions = new Map<TakenBack, number | undefined>();
  for (const record of stored.records) versions.set(record, (await FIND[record.table](tx.db, record.id))?.version);
  const day = stored.copyAt.toISOString().slice(0, 16).replace("T", " ");
  const reason = `Undid what was taken back from the copy of ${day} UTC`;
  const acting = { ...tx, takeBack: { id, action: "backups.undoTakeBack", reason } };
  const undone = new Map<TakenBack, TakenBack>();
  // The other way round: what points at something lets go of it before that goes out of use.
  for (const record of stored.records.toReversed()) {
    const isUntouched = versions.get(record) === record.version;
    undone.set(
      record,
      await undoOne(acting, accounts, {
        record,
        isUntouched,
        isWithProduct: await goesWithProduct(tx, stored, record),
      }),
    );
  }
  const records = stored.records.map((record) => undone.get(record) ?? record);
  const after: StoredTakeBack = { ...stored, records, isUndone: 1 };
  await tx.db.update(takeBacks).set({ records, isUndone: 1, updatedAt: tx.now() }).where(eq(takeBacks.id, id));
  await recordAudit(acting, {
    action: "backups.undoTakeBack",
    entity: "takeBack",
    entityId: id,
    after: { records: records.length },
  });
  return toTakeBack(after);
}

/** A variant that was made anew along with its product is out of use with it. */
async function goesWithProduct(tx: TenantContext, { records }: StoredTakeBack, record: TakenBack): Promise<boolean> {
  if (record.table !== "variant" || record.before !== null) return false;
  const productId = (await findProductsOf(tx.db, [record.id])).get(record.id);
  return records.some(({ id, before }) => id === productId && before === null);
}

type One = Readonly<{ record: TakenBack; isUntouched: boolean; isWithProduct: boolean }>;

async function undoOne(
  tx: TenantContext,
  accounts: PeoplePorts,
  { record, isUntouched, isWithProduct }: One,
): Promise<TakenBack> {
  const { table, id, before, state } = record;
  if (state !== "TAKEN") return record;
  const current = await FIND[table](tx.db, id);
  // A unit that was made anew stays: units are never out of use.
  const isKept = !isUntouched || current === undefined || (table === "unit" && before === null);
  if (isKept) return { ...record, state: "KEPT" };
  if (isWithProduct) return { ...record, state: "UNDONE" };
  // Nothing is ever deleted: what was made anew goes out of use.
  await putBack(tx, accounts, { table, id, wanted: before ?? { content: current.content, isArchived: true } });
  return { ...record, state: "UNDONE" };
}
