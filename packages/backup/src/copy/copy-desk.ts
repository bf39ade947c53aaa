import { and, type CentralDb, desc, eq, isNull, lt, or, type SQL } from "@storehouse/db";
import { sideCopies } from "@storehouse/db/central";
import type { OperatorCopyRow, SideCopyRow } from "@storehouse/domain";
import { type CopyPorts, type OperatorCopies, toPage, unpackCursor } from "@storehouse/services";
import type { OpenSideCopy } from "@storehouse/tenancy";
import { readReach } from "../replay/moment-reach.ts";
import type { CopyRecord } from "./copy-rows.ts";
import { approveCopy, bookCopy, closeCopy, type CopyOwner, switchToCopy } from "./copy-verbs.ts";

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
    const rows = (await readRows(central, owner, { limit: limit + 1, where: isBefore })).map(toRow);
    return toPage(rows, limit, ({ requestedAt, id }) => [requestedAt, id]);
  },
  find: async (id) => (await readRows(central, owner, { limit: 1, where: eq(sideCopies.id, id) })).map(toRow)[0],
  open: ({ backupId, ...wish }) => bookCopy(central, owner.id, { ...wish, kind: "BACKUP", backupId }),
  openAt: ({ at, ...wish }) => bookCopy(central, owner.id, { ...wish, kind: "MOMENT", asOf: at, savedAt: at }),
  reach: () => readReach(central, owner.id),
  close: (id) => closeCopy(central, owner, id),
  switchTo: (wish) => switchToCopy(central, owner, wish),
  read: async (id, work) => {
    const { db, release } = await openSideCopy(owner.id, id);
    return work(db).finally(release);
  },
});

/**
 * What an operator may know and ask of one factory's side copies: where they stand, never what is in them. `record` is
 * written in the same transaction.
 */
export function operatorCopies(central: CentralDb, { id, dbName }: Omit<CopyOwner, "isForOperator">): OperatorCopies {
  const owner = { id, dbName, isForOperator: true };
  return {
    list: async (limit) => (await readRows(central, owner, { limit, where: undefined })).map(toOperatorRow),
    open: (wish, record) => bookCopy(central, id, { ...wish, kind: "BACKUP" }, record),
    close: (copyId, record) => closeCopy(central, owner, copyId, record),
    switchTo: (wish, record) => switchToCopy(central, owner, wish, record),
    approve: (wish, record) => approveCopy(central, owner, wish, record),
  };
}

type Wanted = Readonly<{ limit: number; where: SQL | undefined }>;

async function readRows(central: CentralDb, owner: CopyOwner, { limit, where }: Wanted): Promise<CopyRecord[]> {
  const isSeen = owner.isForOperator ? undefined : isNull(sideCopies.originId);
  return central
    .select()
    .from(sideCopies)
    .where(and(eq(sideCopies.factoryId, owner.id), isSeen, where))
    .orderBy(desc(sideCopies.requestedAt), desc(sideCopies.id))
    .limit(limit);
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

const toOperatorRow = (row: CopyRecord): OperatorCopyRow => ({
  ...toRow(row),
  isForeign: row.originId !== null,
  approvedBy: row.approvedBy,
});

const textOf = (moment: Date | null): string | null => moment?.toISOString() ?? null;
