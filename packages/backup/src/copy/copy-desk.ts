import {
  and,
  type CentralDb,
  centralTransaction,
  count,
  desc,
  eq,
  inArray,
  isDuplicateKey,
  lt,
  or,
  type SQL,
} from "@storehouse/db";
import { sideCopies } from "@storehouse/db/central";
import { fail, OPEN_COPY_STATES, SIDE_COPIES_MAX, type SideCopyRow } from "@storehouse/domain";
import { type CopyPorts, toPage, unpackCursor } from "@storehouse/services";
import { copyNameOf, lockFactoryState, type OpenSideCopy } from "@storehouse/tenancy";
import { changeCopy, type CopyRecord, findCopy, NOW } from "./copy-rows.ts";

/** Whose side copies they are. */
export type CopyOwner = Readonly<{ id: string; dbName: string }>;

export type CopyShelf = Readonly<{
  central: CentralDb;
  /** Lends one of a factory's copies to look at. */
  openSideCopy: (factoryId: string, copyId: string) => Promise<OpenSideCopy>;
}>;

/** What the web may know and ask of side copies, always of one factory. */
export const copyDesk = ({ central, openSideCopy }: CopyShelf, owner: CopyOwner): CopyPorts => ({
  dbName: owner.dbName,
  list: async ({ limit, after }) => {
    const [at, lastId] = unpackCursor(after, 2) ?? [];
    const isBefore =
      at && lastId
        ? or(
            lt(sideCopies.requestedAt, new Date(at)),
            and(eq(sideCopies.requestedAt, new Date(at)), lt(sideCopies.id, lastId)),
          )
        : undefined;
    const rows = await readRows(central, owner.id, { limit: limit + 1, where: isBefore });
    return toPage(rows, limit, ({ requestedAt, id }) => [requestedAt, id]);
  },
  find: async (id) => (await readRows(central, owner.id, { limit: 1, where: eq(sideCopies.id, id) }))[0],
  open: (wish) => open(central, owner.id, wish),
  close: (id) => close(central, owner.id, id),
  switchTo: (wish) => switchTo(central, owner.id, wish),
  read: async (id, work) => {
    const { db, release } = await openSideCopy(owner.id, id);
    return work(db).finally(release);
  },
});

type Wanted = Readonly<{ limit: number; where: SQL | undefined }>;

async function readRows(central: CentralDb, factoryId: string, { limit, where }: Wanted): Promise<SideCopyRow[]> {
  const rows = await central
    .select()
    .from(sideCopies)
    .where(and(eq(sideCopies.factoryId, factoryId), where))
    .orderBy(desc(sideCopies.requestedAt), desc(sideCopies.id))
    .limit(limit);
  return rows.map(toRow);
}

/** A side copy as people see it. */
export const toRow = (row: CopyRecord): SideCopyRow => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  backupId: row.backupId,
  savedAt: textOf(row.savedAt),
  step: row.step,
  bytes: row.bytes,
  ofBytes: row.ofBytes,
  rowCount: row.rowCount,
  requestedBy: row.requestedBy,
  requestedAt: row.requestedAt.toISOString(),
  readyAt: textOf(row.readyAt),
  expiresAt: textOf(row.expiresAt),
  endedAt: textOf(row.endedAt),
  reason: row.reason,
});

const textOf = (moment: Date | null): string | null => moment?.toISOString() ?? null;

async function open(central: CentralDb, factoryId: string, wish: Parameters<CopyPorts["open"]>[0]): Promise<void> {
  const { id, backupId, requestedBy } = wish;
  const row = { id, factoryId, kind: "BACKUP", state: "REQUESTED", step: "waiting", backupId } as const;
  const by = { requestedBy: requestedBy.slice(0, 100), requestedAt: NOW, dbName: copyNameOf(id) };
  try {
    await centralTransaction(central, async (tx) => {
      // Two can't both see room for one.
      await lockFactoryState(tx, factoryId);
      await assertRoom(tx, factoryId, id);
      await tx.insert(sideCopies).values({ ...row, ...by });
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Sent twice, unless the id is of something else.
    const known = await findCopy(central, id);
    if (known?.factoryId !== factoryId || known.backupId !== backupId) fail({ code: "KEY_REUSED", clientId: id });
  }
}

async function assertRoom(tx: CentralDb, factoryId: string, id: string): Promise<void> {
  const isOpen = and(inArray(sideCopies.state, [...OPEN_COPY_STATES]), eq(sideCopies.kind, "BACKUP"));
  const [row] = await tx
    .select({ total: count() })
    .from(sideCopies)
    .where(and(eq(sideCopies.factoryId, factoryId), isOpen));
  const used = row?.total ?? 0;
  // One that was sent twice takes no room of its own.
  if (used < SIDE_COPIES_MAX || (await findCopy(tx, id)) !== undefined) return;
  fail({ code: "LIMIT_REACHED", limit: "sideCopies", used, allowed: SIDE_COPIES_MAX });
}

const CLOSABLE = ["REQUESTED", "RESTORING", "READY"] as const;

async function close(central: CentralDb, factoryId: string, id: string): Promise<void> {
  const row = await ownCopy(central, factoryId, id);
  if (await changeCopy(central, { id, states: CLOSABLE }, { state: "DROPPING", step: null })) return;
  if (row.state === "SWITCHING") fail({ code: "WRONG_STATE", entity: "sideCopy", id, state: row.state });
}

async function switchTo(
  central: CentralDb,
  factoryId: string,
  { id, requestedBy }: Parameters<CopyPorts["switchTo"]>[0],
): Promise<void> {
  await centralTransaction(central, async (tx) => {
    const state = await lockFactoryState(tx, factoryId);
    const row = await ownCopy(tx, factoryId, id);
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

async function ownCopy(central: CentralDb, factoryId: string, id: string): Promise<CopyRecord> {
  const row = await findCopy(central, id);
  return row?.factoryId === factoryId ? row : fail({ code: "NOT_FOUND", entity: "sideCopy", id });
}
