import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { freemem, hostname } from "node:os";
import { join } from "node:path";
import { ExplainedError } from "../explained-error.ts";
import { endProcess } from "../process/end-process.ts";
import { findFreePort } from "../process/find-free-port.ts";
import { isAlive } from "../process/is-alive.ts";
import { databaseUrl } from "./database-url.ts";
import { waitForHandshake } from "./handshake.ts";
import { initialiseData } from "./initialise-data.ts";
import { configFile, errorLog, pidFile, type ServerPlace, type ServerSize, serverConfig } from "./server-config.ts";
import type { ServerProgram } from "./server-program.ts";
import { socketPathFor } from "./socket-path.ts";

export type PrivateServer = {
  /** The admin's address of this server; holds the root password. */
  adminUrl: string;
  port: number;
  flavour: ServerProgram["flavour"];
  version: string;
  isRunning: () => boolean;
  /** Ends it cleanly. A server that had much to write may need most of a minute. */
  stop: () => Promise<void>;
};

export type ServerWish = {
  home: string;
  program: ServerProgram;
  rootPassword: string;
  /** The port of a first start; later ones keep it. The next free one is taken when it is not to be had. */
  port: number;
  size: ServerSize;
};

const START_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 120_000;

/** Starts the server of `home`, or joins it when it already runs. What a `kill -9` left behind is cleared away. */
export async function startPrivateServer(wish: ServerWish): Promise<PrivateServer> {
  mkdirSync(join(wish.home, "none"), { recursive: true });
  const running = runningServer(wish);
  if (running && (await waitForHandshake(running.socketPath, START_PATIENCE_MS, () => isOurs(running)))) {
    return asServer(wish, running);
  }

  const place = await choosePlace(wish);
  // MySQL refuses a socket whose lock names a process that still has an entry, even one that was killed.
  for (const stale of [pidFile(place), place.socketPath, `${place.socketPath}.lock`]) rmSync(stale, { force: true });
  writeFileSync(configFile(place), serverConfig(wish.program, place, wish.size), { mode: 0o600 });
  await initialiseData(wish.program, place);
  await launch(wish, place);
  return asServer(wish, place);
}

/** Ends the server that runs from `home`, whoever started it. Nothing happens when none does. */
export function endServerOf(home: string): Promise<void> {
  const pid = Number(readIfThere(join(home, "server.pid")));
  return pid > 0 ? endProcess(pid, join(home, "server.cnf"), STOP_PATIENCE_MS) : Promise.resolve();
}

/** As much memory for the database's cache as a small machine can spare. */
export function defaultSize(): ServerSize {
  const quarterMib = Math.floor(freemem() / 4 / 2 ** 20);
  return { bufferPoolMib: Math.min(512, Math.max(64, quarterMib)), logMib: 256, maxConnections: 500 };
}

function runningServer(wish: ServerWish): ServerPlace | undefined {
  const port = lastPort(wish);
  const socketPath = /^socket=(.+)$/m.exec(lastConfig(wish))?.[1];
  if (port === undefined || socketPath === undefined) return undefined;
  const place = { home: wish.home, dataFolder: join(wish.home, "data"), socketPath, port };
  return isOurs(place) ? place : undefined;
}

function isOurs(place: ServerPlace): boolean {
  const pid = Number(readIfThere(pidFile(place)).trim());
  return pid > 0 && isAlive(pid, configFile(place));
}

const lastConfig = ({ home }: ServerWish): string => readIfThere(join(home, "server.cnf"));

function lastPort(wish: ServerWish): number | undefined {
  return Number(/^port=(\d+)$/m.exec(lastConfig(wish))?.[1]) || undefined;
}

async function choosePlace(wish: ServerWish): Promise<ServerPlace> {
  const wanted = lastPort(wish) ?? wish.port;
  const port = await findFreePort(wanted);
  if (port === undefined) throw new ExplainedError(`No free port for the database from ${wanted} on.`);
  const dataFolder = join(wish.home, "data");
  return { home: wish.home, dataFolder, socketPath: socketPathFor(wish.home, port), port };
}

async function launch(wish: ServerWish, place: ServerPlace): Promise<void> {
  const [command, ...prefix] = wish.program.command;
  const initFile = writeInitFile(wish, place);
  const options = [`--defaults-file=${configFile(place)}`, `--init-file=${initFile}`];
  if (process.getuid?.() === 0) options.push("--user=root");
  let isUp = true;
  // A group of its own: a terminal's Ctrl+C must not reach the database before web and worker have ended.
  const child = spawn(command, [...prefix, ...options], { detached: true, stdio: "ignore" });
  child.on("error", () => (isUp = false));
  child.on("exit", () => (isUp = false));
  child.unref();

  const isReady = await waitForHandshake(place.socketPath, START_PATIENCE_MS, () => isUp);
  rmSync(initFile, { force: true });
  if (isReady) return;
  child.kill("SIGKILL");
  const lastLines = readIfThere(errorLog(place)).trim().split("\n").slice(-15).join("\n");
  throw new ExplainedError(`The database server did not start. Its log (${errorLog(place)}) ends:\n${lastLines}`);
}

/** Runs at every start, before the first connection is taken: the password holds even if an earlier start died. */
function writeInitFile(wish: ServerWish, place: ServerPlace): string {
  const file = join(place.home, "init.sql");
  const password = wish.rootPassword.replaceAll(/[\\']/g, "\\$&");
  const lines = [
    `CREATE USER IF NOT EXISTS 'root'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `ALTER USER 'root'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    "GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;",
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${password}';`,
    "DROP USER IF EXISTS 'root'@'::1';",
    // MariaDB's installer leaves one without a password; no connection matches it, yet it has no reason to stay.
    `DROP USER IF EXISTS 'root'@'${hostname()}';`,
  ];
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return file;
}

function asServer(wish: ServerWish, place: ServerPlace): PrivateServer {
  const endpoint = { host: "127.0.0.1", port: place.port, socketPath: place.socketPath };
  return {
    adminUrl: databaseUrl(endpoint, { user: "root", password: wish.rootPassword }),
    port: place.port,
    flavour: wish.program.flavour,
    version: wish.program.version,
    isRunning: () => isOurs(place),
    stop: () => endServerOf(wish.home),
  };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
