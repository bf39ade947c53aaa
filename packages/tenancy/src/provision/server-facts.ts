import type { ServerFacts } from "@storehouse/domain";
import type { Session } from "./open-session.ts";

/** What a server says of itself: its version, and how many connections it allows and has. */
export async function readServerFacts(session: Pick<Session, "rows">): Promise<ServerFacts> {
  const [row] = await session.rows<{ version: string; most: number | string }>(
    "select version() as version, @@max_connections as most",
  );
  const [status] = await session.rows<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Threads_connected'");
  return {
    version: row?.version ?? "",
    maxConnections: Number(row?.most ?? 0),
    connections: Number(status?.Value ?? 0),
  };
}
