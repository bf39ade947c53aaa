import { type Connection, createConnection, type RowDataPacket } from "mysql2/promise";
import type { DatabaseAddress } from "../database-url.ts";
import { SESSION_SETTINGS } from "../session-settings.ts";

/**
 * One connection of its own, for work on the schema. Its locks hold as long as it lives, and the server ends it when it
 * is silent for two minutes: a process that slept through its lease finds that it can't go on.
 */
export type Session = Readonly<{
  run: (sql: string, params?: readonly unknown[]) => Promise<void>;
  rows: <Row extends object>(sql: string, params?: readonly unknown[]) => Promise<readonly Row[]>;
  /** For Drizzle. */
  client: Connection;
  close: () => Promise<void>;
}>;

const IDLE_MAX_SECONDS = 120;
const CONNECT_TIMEOUT_MS = 5_000;

/** Opens a session. Several statements in one call are allowed here and nowhere else. */
export async function openSession(address: DatabaseAddress): Promise<Session> {
  const { host, port, user, password, database, socketPath } = address;
  const connection = await createConnection({
    ...(socketPath === undefined ? { host, port } : { socketPath }),
    user,
    password,
    ...(database === undefined ? {} : { database }),
    charset: "utf8mb4_unicode_520_ci",
    timezone: "Z",
    connectTimeout: CONNECT_TIMEOUT_MS,
    multipleStatements: true,
    flags: ["-LOCAL_FILES"],
  });
  await connection.query(SESSION_SETTINGS);
  // An ALTER may take longer than a request may, but must not make requests queue behind its wait for the table.
  await connection.query(
    `SET /*M! SESSION max_statement_time = 0, */ SESSION lock_wait_timeout = 5, SESSION wait_timeout = ${IDLE_MAX_SECONDS}`,
  );
  return {
    run: async (sql, params = []) => {
      await connection.query(sql, [...params]);
    },
    rows: async <Row extends object>(sql: string, params: readonly unknown[] = []) => {
      const [rows] = await connection.query<(Row & RowDataPacket)[]>(sql, [...params]);
      return rows;
    },
    client: connection,
    close: () => connection.end().catch(() => connection.destroy()),
  };
}
