import {
  and,
  type CentralDb,
  centralTransaction,
  desc,
  eq,
  inArray,
  isDuplicateKey,
  isNotNull,
  lt,
  or,
  sql,
} from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import {
  type BackupProgress,
  type BackupRow,
  type BackupStatus,
  fail,
  isBackupStale,
  nextBackupAt,
} from "@storehouse/domain";
import { type BackupPorts, toPage, unpackCursor } from "@storehouse/services";
import type { Readable } from "node:stream";
import { copyDesk, type CopyShelf } from "./copy/copy-desk.ts";
import type { CopyOwner } from "./copy/copy-verbs.ts";
import { type BackupShelf, cleanUp, stateOf } from "./keep/clean-up.ts";
import { storeOf } from "./store/open-store.ts";

export { type CopyShelf, operatorCopies } from "./copy/copy-desk.ts";
export type { BackupShelf } from "./keep/clean-up.ts";
export type { BackupStore } from "./store/backup-store.ts";
export { openStore } from "./store/open-store.ts";

/** What the web may know and ask of backups, always of one factory: it starts no program and opens no archive. */
export const backupDesk = (
  shelf: BackupShelf & CopyShelf,
  owner: CopyOwner,
  { id: factoryId } = owner,
): BackupPorts => ({
  copies: copyDesk(shelf, owner),
  status: () => readStatus(shelf.central, factoryId),
  list: async ({ limit, after }) => {
    const cursor = unpackCursor(after, 2);
    const rows = await readRows(shelf.central, factoryId, { limit: limit + 1, before: cursor });
    return toPage(rows, limit, ({ requestedAt, id }) => [requestedAt, id]);
  },
  find: async (id) => (await readRows(shelf.central, factoryId, { limit: 1, id }))[0],
  request: (id, requestedBy) => request(shelf.central, factoryId, { id, requestedBy }),
  fileOf: async (id) => {
    const [row] = await shelf.central
      .select(FILE)
      .from(backups)
      .where(and(eq(backups.subject, factoryId), eq(backups.id, id)));
    if (row === undefined || row.fileName === null || row.sha256 === null) return undefined;
    const [store, name] = [storeOf(shelf), row.fileName];
    const sizeBytes = await store.sizeOf(name).catch(() => undefined);
    if (sizeBytes === undefined) return undefined;
    const at = (row.startedAt ?? row.requestedAt).toISOString().slice(0, 16).replaceAll(/[-:]/g, "").replace("T", "-");
    const open = (): Promise<Readable> => store.read(name);
    return { open, fileName: `storehouse-${at}.backup`, sizeBytes, sha256: row.sha256 };
  },
  cleanUp: () => cleanUp(shelf, factoryId),
});

/** A factory's latest backups as lists show them: how each stands, and no way to it. */
export const latestBackups = (central: CentralDb, factoryId: string, limit: number): Promise<BackupRow[]> =>
  readRows(central, factoryId, { limit });

const { fileName, sha256, startedAt, requestedAt } = backups;
const FILE = { fileName, sha256, startedAt, requestedAt };
const UNDER_WAY = ["REQUESTED", "RUNNING", "STORED"];
/** Who waits longer for a check than this is told by the list, not by a bar. */
const CHECKED_WITHIN_MS = 15 * 60_000;

type Wanted = Readonly<{ limit: number; id?: string; before?: readonly (string | null)[] | undefined }>;

async function readRows(central: CentralDb, factoryId: string, { limit, id, before }: Wanted): Promise<BackupRow[]> {
  const [at, lastId] = before ?? [];
  const isBefore =
    at && lastId
      ? or(lt(backups.requestedAt, new Date(at)), and(eq(backups.requestedAt, new Date(at)), lt(backups.id, lastId)))
      : undefined;
  const rows = await central
    .select()
    .from(backups)
    .where(and(eq(backups.subject, factoryId), isBefore, id === undefined ? undefined : eq(backups.id, id)))
    .orderBy(desc(backups.requestedAt), desc(backups.id))
    .limit(limit);
  return rows.map(toRow);
}

const toRow = (row: typeof backups.$inferSelect): BackupRow => ({
  id: row.id,
  state: stateOf(row.state),
  requestedBy: row.requestedBy,
  requestedAt: row.requestedAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  storedAt: row.storedAt?.toISOString() ?? null,
  verifiedAt: row.verifiedAt?.toISOString() ?? null,
  rowCount: row.rowCount,
  storedBytes: row.storedBytes,
  sha256: row.sha256,
  reason: row.reason,
  hasFile: row.fileName !== null && row.storedBytes !== null,
});

async function readStatus(central: CentralDb, factoryId: string): Promise<BackupStatus> {
  const now = new Date();
  const [latest] = await readRows(central, factoryId, { limit: 1 });
  const [good] = await central
    .select()
    .from(backups)
    .where(and(eq(backups.subject, factoryId), eq(backups.state, "VERIFIED"), isNotNull(backups.verifiedAt)))
    .orderBy(desc(backups.requestedAt), desc(backups.id))
    .limit(1);
  const [active] = await central
    .select()
    .from(backups)
    .where(and(eq(backups.subject, factoryId), inArray(backups.state, UNDER_WAY)))
    .orderBy(desc(backups.requestedAt), desc(backups.id))
    .limit(1);
  const savedAt = good?.startedAt ?? good?.requestedAt ?? null;
  return {
    now: now.toISOString(),
    lastVerified:
      good === undefined || savedAt === null
        ? null
        : {
            id: good.id,
            at: savedAt.toISOString(),
            verifiedAt: (good.verifiedAt ?? savedAt).toISOString(),
            rowCount: good.rowCount ?? 0,
            storedBytes: good.storedBytes ?? 0,
          },
    isStale: isBackupStale(savedAt, now),
    lastFailure:
      latest?.state === "FAILED"
        ? { at: latest.requestedAt, reason: latest.reason ?? "Something unexpected went wrong." }
        : null,
    underWay: active === undefined ? null : progressOf(active, good?.plainBytes ?? null, now),
    nextAt: nextBackupAt(now).toISOString(),
  };
}

function progressOf(row: typeof backups.$inferSelect, ofBytes: number | null, now: Date): BackupProgress | null {
  const { id, state, storedAt } = row;
  if (state === "STORED" && now.getTime() - (storedAt?.getTime() ?? 0) > CHECKED_WITHIN_MS) return null;
  const step = state === "REQUESTED" ? "waiting" : state === "RUNNING" ? "saving" : "checking";
  return { id, step, bytes: row.plainBytes ?? 0, ofBytes };
}

async function request(
  central: CentralDb,
  subject: string,
  { id, requestedBy }: Readonly<{ id: string; requestedBy: string }>,
): Promise<string> {
  const row = {
    id,
    subject,
    state: "REQUESTED",
    requestedBy: requestedBy.slice(0, 100),
    requestedAt: sql`utc_timestamp(3)`,
  };
  try {
    await centralTransaction(central, (tx) => tx.insert(backups).values(row));
  } catch (error) {
    // Sent twice, unless the id is of something else.
    if (!isDuplicateKey(error)) throw error;
    if ((await readRows(central, subject, { limit: 1, id })).length === 0) fail({ code: "KEY_REUSED", clientId: id });
  }
  return id;
}
