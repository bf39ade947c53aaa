import type { BackupManifest } from "@storehouse/domain";
import { randomUUID } from "node:crypto";
import { APP_VERSION } from "../app-version.ts";
import { type WrittenArchive, writeArchive } from "../archive/write-archive.ts";
import type { BackupContext } from "../backup-context.ts";
import { dumpDatabase } from "../dump/dump-database.ts";
import { findBinlog, readPosition, spanOf } from "../dump/binlog.ts";
import { type DumpPrograms, findPrograms, serverKindOf } from "../dump/find-programs.ts";
import { withOptionFile } from "../dump/with-option-file.ts";
import { lastStoredBytes } from "../run/backup-rows.ts";
import type { Subject } from "../run/subject.ts";
import { ARCHIVE_ENDING } from "../store/backup-store.ts";
import { storeOf } from "../store/open-store.ts";

/** The server that a backup is of, the programs that belong to it, and whose its binary log is when it keeps one. */
export type Server = Readonly<{ version: string; programs: DumpPrograms; binlogServer: string | undefined }>;

export type SaveWish = Readonly<{
  id: string;
  fileName: string;
  signal: AbortSignal;
  onProgress: (plainBytes: number) => void;
}>;

/** A name that says nothing of whose backup it is. */
export const newFileName = (): string => `${randomUUID()}${ARCHIVE_ENDING}`;

/** Asks the server what it is, and finds its programs. Throws BackupFailed. */
export async function readServer({ provisioner, programs }: BackupContext): Promise<Server> {
  const session = await provisioner.openSession();
  try {
    const [row] = await session.rows<{ version: string }>("select version() as version");
    const version = row?.version ?? "";
    const binlog = await findBinlog(session);
    return {
      version,
      programs: await findPrograms(serverKindOf(version), programs),
      binlogServer: binlog?.serverId,
    };
  } finally {
    await session.close();
  }
}

/** Writes one database into an archive, in one snapshot. Throws BackupFailed and leaves nothing. */
export async function saveDatabase(
  ctx: BackupContext,
  subject: Subject,
  { id, fileName, signal, onProgress }: SaveWish,
): Promise<WrittenArchive> {
  const store = storeOf(ctx);
  await store.assertRoom(await lastStoredBytes(ctx.tenancy.central, subject.key));
  const { version, programs, binlogServer } = await readServer(ctx);
  const startedAt = new Date().toISOString();
  return withOptionFile(ctx.folder, subject.address, async (option) => {
    const hasBinlog = binlogServer !== undefined;
    const before = hasBinlog ? await readPosition(ctx.provisioner) : undefined;
    const dump = dumpDatabase(programs, { option, database: subject.address.database ?? "", hasBinlog });
    const finish = async (
      facts: Parameters<Parameters<typeof writeArchive>[0]["finish"]>[0],
    ): Promise<BackupManifest> => ({
      backupId: id,
      factoryId: subject.factoryId,
      schemaVersion: subject.schemaVersion,
      appVersion: APP_VERSION,
      server: { kind: programs.kind, version },
      startedAt,
      tables: await dump.finish(),
      binlog: await spanOf(ctx.provisioner, { binlogServer, before, exact: dump.position() }),
      hasTrailer: true,
      finishedAt: new Date().toISOString(),
      ...facts,
    });
    const { keys } = ctx;
    const whose = { backupId: id, subject: subject.key, keys };
    try {
      return await writeArchive({ store, fileName, ...whose, source: dump.stream, finish, onProgress, signal });
    } finally {
      dump.kill();
    }
  });
}
