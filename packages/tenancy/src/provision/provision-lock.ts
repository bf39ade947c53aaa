import { createHash } from "node:crypto";
import type { Session } from "./open-session.ts";

const WAIT_SECONDS = 5;

/** The lock's name: 64 characters at most on MySQL, and only some of those that a hostile database name may have. */
export const lockNameOf = (dbName: string): string =>
  `storehouse:${createHash("sha256").update(dbName).digest("hex").slice(0, 40)}`;

/**
 * Takes the server's own lock on a database's name, for as long as the session lives. The lease says who should be at
 * work; this keeps one who lost it, and does not know yet, from running a statement beside the next.
 */
export async function lockDatabaseName(session: Session, dbName: string): Promise<boolean> {
  const [row] = await session.rows<{ got: number | string | null }>("select get_lock(?, ?) as got", [
    lockNameOf(dbName),
    WAIT_SECONDS,
  ]);
  return Number(row?.got) === 1;
}
