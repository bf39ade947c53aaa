import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseUrlFromEnv } from "../database/database-url.ts";
import { defaultSize, type PrivateServer, startPrivateServer } from "../database/private-server.ts";
import type { ServerSize } from "../database/server-config.ts";
import { findServerProgram, type ServerProgram } from "../database/server-program.ts";
import { claim, isClaimedByAnother, release } from "./owner.ts";

export type Database = {
  /** The admin's address; only setup and tests may have it. */
  adminUrl: string;
  /** What to call it on the screen. */
  label: string;
  stop: () => Promise<void>;
};

export type DatabaseWish = {
  folder: string;
  rootPassword: string;
  port?: number;
  size?: ServerSize;
  /** The server to run where the environment names none; the one that is installed unless told. */
  program?: ServerProgram;
  /** Never the server that the environment names: what happens here must not touch anybody's data. */
  isPrivate?: boolean;
};

/** Under an installation's folder: the claim of the one process that serves from it. */
export const SUPERVISOR_FILE = "run/supervisor.pid";

const DEFAULT_PORT = 13406;
const WATCH_EVERY_MS = 2000;

/** The server that DATABASE_URL (or its parts) names; else the private one of `folder`, started now. */
export async function openDatabase(wish: DatabaseWish): Promise<Database> {
  const named = wish.isPrivate ? undefined : databaseUrlFromEnv(process.env);
  if (named !== undefined)
    return { adminUrl: named, label: "the server that DATABASE_URL names", stop: async () => {} };

  const program = wish.program ?? (await findServerProgram());
  const home = join(wish.folder, "database");
  const ownerFile = join(home, "owner.pid");
  const isFirst = claim(ownerFile);
  const start = (): Promise<PrivateServer> =>
    startPrivateServer({
      home,
      program,
      rootPassword: wish.rootPassword,
      port: wish.port ?? DEFAULT_PORT,
      size: wish.size ?? defaultSize(),
    });
  const server = await start();
  const label = `${program.flavour === "mariadb" ? "MariaDB" : "MySQL"} ${server.version}, private, port ${server.port}`;
  const endWatch = watch(server, { start, mayStart: () => claim(ownerFile) });
  const stop = async (): Promise<void> => {
    await endWatch();
    if (!claim(ownerFile)) return;
    // Who serves from this folder goes on needing it, and takes the claim over.
    if (!isClaimedByAnother(join(wish.folder, SUPERVISOR_FILE))) await server.stop();
    release(ownerFile);
  };
  return { adminUrl: server.adminUrl, label: isFirst ? label : `${label} (shared with a running start)`, stop };
}

type Watch = { start: () => Promise<PrivateServer>; mayStart: () => boolean };

/**
 * Starts the server again when it has died; pools of web and worker reconnect by themselves. Who found it running asks
 * each time whether the one who started it is gone: from then on it is theirs to watch and to stop.
 */
function watch(server: PrivateServer, { start, mayStart }: Watch): () => Promise<void> {
  const abort = new AbortController();
  const loop = async (): Promise<void> => {
    while (!abort.signal.aborted) {
      await sleep(WATCH_EVERY_MS, undefined, { signal: abort.signal, ref: false }).catch(() => {});
      if (abort.signal.aborted || !mayStart() || server.isRunning()) continue;
      console.error("The database server has ended unexpectedly; starting it again.");
      await start().catch((error: unknown) => console.error(String(error)));
    }
  };
  const watching = loop();
  return () => {
    abort.abort();
    return watching;
  };
}
