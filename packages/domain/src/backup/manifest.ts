import { z } from "zod";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One table as it was saved: its rows, and a checksum over its definition and every row in the order of its key. */
export const TableSum = z.strictObject({ rows: z.number().int().min(0), sha256: Sha256 });
export type TableSum = z.infer<typeof TableSum>;

/** A place in a server's binary log. */
export const BinlogPosition = z.strictObject({ file: z.string().max(512), position: z.number().int().min(0) });
export type BinlogPosition = z.infer<typeof BinlogPosition>;

/** Which changes of the log a backup holds: all before `from`, none after `to`; of those between, nobody knows. */
export const BinlogSpan = z.strictObject({ serverId: z.string(), from: BinlogPosition, to: BinlogPosition });
export type BinlogSpan = z.infer<typeof BinlogSpan>;

/** What stands inside a backup about itself, sealed with it: nobody without the key can write one. */
export const BackupManifest = z.strictObject({
  backupId: z.string(),
  /** The factory's id; null for the central database. */
  factoryId: z.string().nullable(),
  schemaVersion: z.number().int(),
  appVersion: z.string(),
  server: z.strictObject({ kind: z.enum(["mariadb", "mysql"]), version: z.string() }),
  /** Absent where the server keeps no binary log, or would not say. */
  binlog: BinlogSpan.optional(),
  keyId: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  hasTrailer: z.literal(true),
  tables: z.record(z.string(), TableSum),
  plainBytes: z.number().int(),
  plainSha256: Sha256,
  bodyBytes: z.number().int(),
  bodySha256: Sha256,
});
export type BackupManifest = z.infer<typeof BackupManifest>;

/** The names of tables that two sums of a database do not agree on. */
export function differingTables(
  saved: Readonly<Record<string, TableSum>>,
  found: Readonly<Record<string, TableSum>>,
): readonly string[] {
  const names = new Set([...Object.keys(saved), ...Object.keys(found)]);
  return [...names].filter((name) => {
    const [one, other] = [saved[name], found[name]];
    return one === undefined || other === undefined || one.rows !== other.rows || one.sha256 !== other.sha256;
  });
}
