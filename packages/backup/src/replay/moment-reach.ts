import { and, type CentralDb, centralTransaction, eq, isNotNull, sql } from "@storehouse/db";
import { backups, serverLogs } from "@storehouse/db/central";
import type { MomentReach } from "@storehouse/domain";
import type { Administrator } from "@storehouse/tenancy/provision";
import { readLogState } from "../dump/binlog.ts";
import { fileNumber } from "./file-number.ts";

/** Older than three looks of the worker's: what is told of the log is not true any more. */
const SEEN_WITHIN_MINUTES = 15;

/** Writes down how far back a server's log goes, for pages that may not ask it. Throws what the server throws. */
export async function noteServerLog(central: CentralDb, { session }: Administrator): Promise<boolean> {
  const state = await readLogState(session);
  if (state === undefined) return false;
  const { serverId, isKept, firstFile } = state;
  const seen = { isKept, firstFile, seenAt: sql`utc_timestamp(3)` };
  await centralTransaction(central, (tx) =>
    tx
      .insert(serverLogs)
      .values({ serverId, ...seen })
      .onDuplicateKeyUpdate({ set: seen }),
  );
  return isKept;
}

/** From when on a factory can be brought back to a moment: its oldest verified backup of which the log since is still there. */
export async function readReach(central: CentralDb, factoryId: string): Promise<MomentReach> {
  const now = new Date().toISOString();
  const none = (reason: NonNullable<MomentReach["reason"]>): MomentReach => ({ now, earliest: null, reason });
  const isYoung = sql`${serverLogs.seenAt} > utc_timestamp(3) - interval ${SEEN_WITHIN_MINUTES} minute`;
  const logs = await central
    .select()
    .from(serverLogs)
    .where(and(eq(serverLogs.isKept, true), isYoung));
  if (logs.length === 0) return none("NO_LOG");
  const isVerified = and(eq(backups.subject, factoryId), eq(backups.state, "VERIFIED"));
  const rows = await central
    .select({ storedAt: backups.storedAt, logServer: backups.logServer, logFile: backups.logFile })
    .from(backups)
    .where(and(isVerified, isNotNull(backups.logFile), isNotNull(backups.storedAt)))
    .orderBy(backups.storedAt);
  const first = new Map(logs.map(({ serverId, firstFile }) => [serverId, fileNumber(firstFile ?? "")]));
  const isInReach = ({ logServer, logFile }: (typeof rows)[number]): boolean =>
    fileNumber(logFile ?? "") >= (first.get(logServer ?? "") ?? Number.POSITIVE_INFINITY);
  const oldest = rows.find(isInReach)?.storedAt;
  if (oldest) return { now, earliest: oldest.toISOString(), reason: null };
  return none(rows.length === 0 ? "NO_BACKUP" : "LOG_GONE");
}
