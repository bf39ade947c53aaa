import { and, type CentralDb, centralTransaction, eq, inArray, sql } from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import { createHash } from "node:crypto";
import { findBackup } from "../run/backup-rows.ts";
import type { BackupStore } from "../store/backup-store.ts";
import type { Found } from "./catalog.ts";

const UNFINISHED = ["REQUESTED", "RUNNING"];

/**
 * Writes down archives that the central database did not know when it was saved itself: its own among them, which it
 * knows as one that is being written and would have cleared away. `verified` are those that have just been restored.
 */
export async function adoptArchives(
  central: CentralDb,
  store: BackupStore,
  { found, verified }: Readonly<{ found: readonly Found[]; verified: ReadonlySet<string> }>,
): Promise<void> {
  for (const { fileName, archive } of found) {
    const { manifest, subject } = archive;
    const known = await findBackup(central, manifest.backupId);
    if (known !== undefined && !UNFINISHED.includes(known.state)) continue;
    const isVerified = verified.has(fileName);
    const facts = {
      state: isVerified ? "VERIFIED" : "STORED",
      fileName,
      schemaVersion: manifest.schemaVersion,
      serverVersion: manifest.server.version.slice(0, 100),
      keyId: manifest.keyId,
      tableCount: Object.keys(manifest.tables).length,
      rowCount: Object.values(manifest.tables).reduce((sum, { rows }) => sum + rows, 0),
      plainBytes: manifest.plainBytes,
      logServer: manifest.binlog?.serverId ?? null,
      logFile: manifest.binlog?.from.file ?? null,
      ...(await measure(store, fileName)),
      startedAt: new Date(manifest.startedAt),
      storedAt: new Date(manifest.finishedAt),
      verifiedAt: isVerified ? sql`utc_timestamp(3)` : null,
    };
    await centralTransaction(central, async (tx) => {
      const mine = and(eq(backups.id, manifest.backupId), inArray(backups.state, UNFINISHED));
      if (known === undefined)
        await tx.insert(backups).values({ id: manifest.backupId, subject, requestedAt: facts.startedAt, ...facts });
      else await tx.update(backups).set(facts).where(mine);
    });
  }
}

async function measure(store: BackupStore, fileName: string): Promise<{ storedBytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let storedBytes = 0;
  for await (const chunk of await store.read(fileName)) {
    hash.update(chunk as Buffer);
    storedBytes += (chunk as Buffer).length;
  }
  return { storedBytes, sha256: hash.digest("hex") };
}
