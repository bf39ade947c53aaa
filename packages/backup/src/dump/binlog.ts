import { findDriverError } from "@storehouse/db";
import type { BinlogPosition, BinlogSpan } from "@storehouse/domain";
import type { Provisioner, Session } from "@storehouse/tenancy/provision";

/** A server's binary log: whose it is, and whether it holds each change row by row and whole. */
export type Binlog = Readonly<{ serverId: string; format: string; rowImage: string }>;

type Asked = Pick<Session, "rows">;
type Opener = Pick<Provisioner, "openSession">;

const NAMES = ["log_bin", "binlog_format", "binlog_row_image", "server_uuid", "server_uid"];

/** Asks a server for its binary log; undefined when it keeps none. */
export async function findBinlog(session: Asked): Promise<Binlog | undefined> {
  const rows = await session.rows<{ Variable_name: string; Value: string }>(
    "show global variables where variable_name in (?)",
    [NAMES],
  );
  const of = new Map(rows.map(({ Variable_name, Value }) => [Variable_name.toLowerCase(), Value]));
  const serverId = of.get("server_uuid") ?? of.get("server_uid");
  if (of.get("log_bin") !== "ON" || serverId === undefined) return undefined;
  // A server that no longer has the setting knows rows alone.
  return { serverId, format: of.get("binlog_format") ?? "ROW", rowImage: of.get("binlog_row_image") ?? "FULL" };
}

/** A server's log as a page may tell of it: whether a moment can be made of it, and how far back it goes. */
export type LogState = Readonly<{ serverId: string; isKept: boolean; firstFile: string | null }>;

/** Asks a server for its log and how far back it goes; undefined where the server has no name of its own. */
export async function readLogState(session: Asked): Promise<LogState | undefined> {
  const [named] = await session.rows<{ Value: string }>(
    "show global variables where variable_name in ('server_uuid', 'server_uid')",
  );
  if (named === undefined) return undefined;
  const log = await findBinlog(session);
  const isKept = log?.format === "ROW" && log.rowImage === "FULL";
  const [first] = isKept ? await session.rows<{ Log_name: string }>("show binary logs") : [];
  return { serverId: named.Value, isKept: first !== undefined, firstFile: first?.Log_name ?? null };
}

/** Where the log stands now; undefined when the account may not know. */
export async function readPosition({ openSession }: Opener): Promise<BinlogPosition | undefined> {
  const session = await openSession();
  try {
    for (const statement of ["show binary log status", "show master status"]) {
      const rows = await session
        .rows<{ File: string; Position: number | string }>(statement)
        .catch((error: unknown) => (findDriverError(error) === undefined ? Promise.reject(error) : []));
      const [row] = rows;
      if (row !== undefined) return { file: row.File, position: Number(row.Position) };
    }
    return undefined;
  } finally {
    await session.close();
  }
}

type Seen = Readonly<{
  binlogServer: string | undefined;
  before: BinlogPosition | undefined;
  exact: BinlogPosition | undefined;
}>;

/** Where a dump that has just ended stands in the log: exactly where its snapshot says so, else between its beginning and now. */
export async function spanOf(opener: Opener, { binlogServer, before, exact }: Seen): Promise<BinlogSpan | undefined> {
  if (binlogServer === undefined) return undefined;
  if (exact !== undefined) return { serverId: binlogServer, from: exact, to: exact };
  const to = before === undefined ? undefined : await readPosition(opener);
  return before === undefined || to === undefined ? undefined : { serverId: binlogServer, from: before, to };
}
