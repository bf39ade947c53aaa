import { bytesToUuid, type TenantDb } from "@storehouse/db";
import { type BackupManifest, differingTables, type LedgerDifference } from "@storehouse/domain";
import { findLedgerDifferences } from "@storehouse/services";
import type { DatabaseAddress } from "@storehouse/tenancy";
import { openDatabase } from "@storehouse/tenancy/fleet";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { OpenArchive } from "../archive/read-archive.ts";
import type { BackupContext } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { sumDatabase } from "../dump/dump-database.ts";
import { restoreDump } from "../dump/restore-dump.ts";
import { withOptionFile } from "../dump/with-option-file.ts";
import { readServer } from "../save/save-database.ts";

/** What a database that was restored turned out to be: the same, row for row. `ledger` is what its stock and entries disagree on. */
export type Restored = Readonly<{ tables: number; rows: number; ledger: readonly LedgerDifference[] }>;

/** A restored database is not what was saved. */
export class RestoreDiffers extends BackupFailed {}

/**
 * Restores an archive into an empty database as the one user who can enter nothing else, and proves that it is the same:
 * every table's definition and rows, counted once more by the server, whose it is, and its ledger. Throws RestoreDiffers.
 */
export async function restoreAndCompare(
  ctx: BackupContext,
  { manifest, readDump }: OpenArchive,
  address: DatabaseAddress,
  onStep: (step: "restoring" | "comparing", bytes: number) => void = () => undefined,
): Promise<Restored> {
  const { programs } = await readServer(ctx);
  if (programs.kind !== manifest.server.kind)
    throw new BackupFailed(`The backup is of ${manifest.server.kind}, and this server is another.`);
  await withOptionFile(ctx.folder, address, async (option) => {
    const dump = metered(await readDump(), (bytes) => onStep("restoring", bytes));
    await restoreDump(programs, option, address.database ?? "", dump);
    onStep("comparing", manifest.plainBytes);
    const differing = differingTables(manifest.tables, await sumDatabase(programs, option, address));
    if (differing.length > 0)
      throw new RestoreDiffers(`Restored, it was not what was saved: ${differing.slice(0, 5).join(", ")}.`);
  });
  const { db, close } = openDatabase(address);
  try {
    await assertCounts(db, manifest);
    if (manifest.factoryId !== null) await assertOwner(db, manifest.factoryId);
    const ledger = manifest.factoryId === null ? [] : await findLedgerDifferences(db);
    return { tables: Object.keys(manifest.tables).length, rows: sumOf(manifest), ledger };
  } finally {
    await close();
  }
}

/** A stream and how much of it has gone by. Whoever reads the result hears of what broke the first. */
function metered(stream: Readable, onBytes: (bytes: number) => void): Readable {
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      try {
        onBytes(bytes);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
  pipeline(stream, through).catch(() => undefined);
  return through;
}

async function assertCounts({ source }: TenantDb, { tables }: BackupManifest): Promise<void> {
  for (const [name, { rows }] of Object.entries(tables)) {
    const [row] = await source.prepared<{ total: number | string }>(
      `select count(*) as total from \`${name.replaceAll("`", "``")}\``,
      [],
    );
    if (Number(row?.total) !== rows)
      throw new RestoreDiffers(`Restored, ${name} did not have as many rows as were saved.`);
  }
}

async function assertOwner({ source }: TenantDb, factoryId: string): Promise<void> {
  const rows = await source.prepared<{ id: Buffer }>("select factory_id as id from identity limit 2", []);
  const [row] = rows;
  if (rows.length !== 1 || row === undefined || bytesToUuid(row.id) !== factoryId)
    throw new RestoreDiffers("Restored, the database was another factory's.");
}

const sumOf = ({ tables }: BackupManifest): number => Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
