import { rmSync } from "node:fs";
import { join } from "node:path";
import { mysql97 } from "../database/mysql97.ts";
import { endServerOf, startPrivateServer } from "../database/private-server.ts";
import type { ServerSize } from "../database/server-config.ts";
import { findServerProgram, type ServerProgram } from "../database/server-program.ts";
import { DATA } from "../paths.ts";
import type { StepContext } from "./step.ts";

export type TestServerName = "mariadb" | "mysql";
export type TestServer =
  | { adminUrl: string; clients: ServerProgram["clients"]; stop: () => Promise<void> }
  | { notTested: string };

/** A log of changes, so that coming back to a moment can be proven; short, for nothing of it outlives the run. */
const LOG = [
  "server_id=1",
  "log_bin=binlog",
  "binlog_format=ROW",
  "sync_binlog=0",
  "max_binlog_size=64M",
  "binlog_expire_logs_seconds=600",
];

const FIRST_PORT = 13_450;
/** Durable as in production; only memory is smaller. */
const SIZE = { bufferPoolMib: 256, logMib: 64, maxConnections: 400 };
/** Little is done on a second one. */
export const SECOND_SIZE = { bufferPoolMib: 64, logMib: 32, maxConnections: 100 };

/** An empty server that ends with the run. One that this machine cannot have is said, not hidden. */
export async function openTestServer(
  name: TestServerName,
  folder: string,
  context: StepContext,
  size: ServerSize = SIZE,
): Promise<TestServer> {
  let program: ServerProgram;
  try {
    program = name === "mysql" ? await mysql97() : await findServerProgram();
  } catch (error) {
    if (name === "mariadb") throw error;
    return { notTested: `MySQL 9.7: ${error instanceof Error ? error.message : String(error)}` };
  }

  const home = join(DATA, `test-${folder}`);
  await endServerOf(home);
  rmSync(home, { recursive: true, force: true });
  const logging = { ...program, config: [...program.config, ...LOG] };
  const wish = { home, program: logging, rootPassword: "test-only", port: FIRST_PORT, size };
  const server = await startPrivateServer(wish);
  const stop = async (): Promise<void> => {
    await endServerOf(home);
    rmSync(home, { recursive: true, force: true });
  };
  context.onEnd(stop);
  return { adminUrl: server.adminUrl, clients: program.clients, stop };
}
