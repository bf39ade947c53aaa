import type { Session } from "./open-session.ts";

const WAIT_SECONDS = 5;

/**
 * Takes the server's own lock on a database's name, for as long as the session lives. The lease says who should be at
 * work; this keeps one who lost it, and does not know yet, from running a statement beside the next.
 */
export async function lockDatabaseName(session: Session, dbName: string): Promise<boolean> {
  // 64 characters at most on MySQL; a name has up to 48.
  const [row] = await session.rows<{ got: number | string | null }>("select get_lock(?, ?) as got", [
    `storehouse:${dbName}`,
    WAIT_SECONDS,
  ]);
  return Number(row?.got) === 1;
}
