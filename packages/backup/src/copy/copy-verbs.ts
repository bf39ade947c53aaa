import { and, type CentralDb, centralTransaction, count, eq, inArray, isDuplicateKey, ne } from "@storehouse/db";
import { sideCopies } from "@storehouse/db/central";
import { fail, OPEN_COPY_STATES, SIDE_COPIES_MAX, SIDE_COPY_HOURS } from "@storehouse/domain";
import { copyNameOf, lockFactoryState } from "@storehouse/tenancy";
import { type CopyRecord, findCopy, inHours, NOW } from "./copy-rows.ts";

/** Whose side copies they are. What was made of another factory's archive is there for operators alone. */
export type CopyOwner = Readonly<{ id: string; dbName: string; isForOperator?: boolean }>;

/** Writes down what was asked, in the transaction that asks it. */
type Recording = (tx: CentralDb) => Promise<void>;
const NOTHING: Recording = async () => undefined;

/** What a copy is asked to be of. */
export type CopyWish = Readonly<{
  id: string;
  kind: Exclude<CopyRecord["kind"], "BEFORE">;
  requestedBy: string;
  backupId?: string;
  asOf?: Date;
  savedAt?: Date;
  fileName?: string;
  originId?: string | null;
}>;

/**
 * Books a copy for the worker; one of another factory's archive waits for a second operator. Throws LIMIT_REACHED,
 * KEY_REUSED, and what `record` throws.
 */
export async function bookCopy(
  central: CentralDb,
  factoryId: string,
  wish: CopyWish,
  record: Recording = NOTHING,
): Promise<void> {
  const { id, requestedBy, originId = null } = wish;
  const begins =
    originId === null ? ({ state: "REQUESTED", step: "waiting" } as const) : ({ state: "AWAITING" } as const);
  const by = { requestedBy: requestedBy.slice(0, 100), requestedAt: NOW, dbName: copyNameOf(id) };
  const until = originId === null ? {} : { expiresAt: inHours(SIDE_COPY_HOURS) };
  try {
    await centralTransaction(central, async (tx) => {
      // Two can't both see room for one.
      await lockFactoryState(tx, factoryId);
      await assertRoom(tx, factoryId, id);
      await tx.insert(sideCopies).values({ ...wish, ...begins, ...by, ...until, factoryId });
      await record(tx);
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Sent twice, unless the id is of something else.
    const known = await findCopy(central, id);
    const isSame = known?.backupId === (wish.backupId ?? null) && known.asOf?.getTime() === wish.asOf?.getTime();
    if (known?.factoryId !== factoryId || !isSame) fail({ code: "KEY_REUSED", clientId: id });
  }
}

async function assertRoom(tx: CentralDb, factoryId: string, id: string): Promise<void> {
  const isOpen = and(inArray(sideCopies.state, [...OPEN_COPY_STATES]), ne(sideCopies.kind, "BEFORE"));
  const [row] = await tx
    .select({ total: count() })
    .from(sideCopies)
    .where(and(eq(sideCopies.factoryId, factoryId), isOpen));
  const used = row?.total ?? 0;
  // One that was sent twice takes no room of its own.
  if (used < SIDE_COPIES_MAX || (await findCopy(tx, id)) !== undefined) return;
  fail({ code: "LIMIT_REACHED", limit: "sideCopies", used, allowed: SIDE_COPIES_MAX });
}

const CLOSABLE = ["AWAITING", "REQUESTED", "RESTORING", "READY"] as const;

/** Has the worker remove a copy. Throws NOT_FOUND, and WRONG_STATE while it takes the factory's place. */
export async function closeCopy(
  central: CentralDb,
  owner: CopyOwner,
  id: string,
  record: Recording = NOTHING,
): Promise<void> {
  await centralTransaction(central, async (tx) => {
    const row = await ownCopy(tx, owner, id);
    const isClosable = and(eq(sideCopies.id, id), inArray(sideCopies.state, [...CLOSABLE]));
    const [closed] = await tx.update(sideCopies).set({ state: "DROPPING", step: null }).where(isClosable);
    if (closed.affectedRows === 1) return record(tx);
    if (row.state === "SWITCHING") fail({ code: "WRONG_STATE", entity: "sideCopy", id, state: row.state });
  });
}

type Asked = Readonly<{ id: string; requestedBy: string }>;

/** Has the worker put a copy in the factory's place. Throws NOT_FOUND, WRONG_STATE. */
export async function switchToCopy(
  central: CentralDb,
  owner: CopyOwner,
  { id, requestedBy }: Asked,
  record: Recording = NOTHING,
): Promise<void> {
  const { id: factoryId } = owner;
  await centralTransaction(central, async (tx) => {
    const state = await lockFactoryState(tx, factoryId);
    const row = await ownCopy(tx, owner, id);
    if (row.state === "SWITCHING" || row.state === "SWITCHED") return;
    if (row.state !== "READY") fail({ code: "WRONG_STATE", entity: "sideCopy", id, state: row.state });
    // Another one is at it, or the operator has closed the factory.
    if (state !== "READY") fail({ code: "WRONG_STATE", entity: "factory", id: factoryId, state });
    await assertNoneSwitches(tx, factoryId);
    const by = { switchedBy: requestedBy.slice(0, 100), reason: null, attempts: 0 };
    await tx
      .update(sideCopies)
      .set({ state: "SWITCHING", step: "waiting", ...by })
      .where(eq(sideCopies.id, id));
    await record(tx);
  });
}

/**
 * Lets a copy of another factory's archive be made, by a second operator: never by the one who asked. Throws NOT_FOUND,
 * WRONG_STATE for one that awaits nobody, INVALID at `confirm` with SAME_OPERATOR.
 */
export async function approveCopy(
  central: CentralDb,
  owner: CopyOwner,
  { id, approvedBy }: Readonly<{ id: string; approvedBy: string }>,
  record: Recording = NOTHING,
): Promise<void> {
  await centralTransaction(central, async (tx) => {
    await lockFactoryState(tx, owner.id);
    const row = await ownCopy(tx, owner, id);
    if (row.requestedBy === approvedBy) fail({ code: "INVALID", field: "confirm", reason: "SAME_OPERATOR" });
    if (row.approvedBy === approvedBy) return;
    if (row.state !== "AWAITING") fail({ code: "WRONG_STATE", entity: "sideCopy", id, state: row.state });
    const changes = { state: "REQUESTED", step: "waiting", approvedBy, expiresAt: null } as const;
    await tx.update(sideCopies).set(changes).where(eq(sideCopies.id, id));
    await record(tx);
  });
}

async function assertNoneSwitches(tx: CentralDb, factoryId: string): Promise<void> {
  const [other] = await tx
    .select({ id: sideCopies.id })
    .from(sideCopies)
    .where(and(eq(sideCopies.factoryId, factoryId), eq(sideCopies.state, "SWITCHING")))
    .limit(1);
  if (other !== undefined) fail({ code: "WRONG_STATE", entity: "sideCopy", id: other.id, state: "SWITCHING" });
}

async function ownCopy(central: CentralDb, owner: CopyOwner, id: string): Promise<CopyRecord> {
  const row = await findCopy(central, id);
  const isSeen = row !== undefined && (row.originId === null || owner.isForOperator === true);
  return isSeen && row.factoryId === owner.id ? row : fail({ code: "NOT_FOUND", entity: "sideCopy", id });
}
