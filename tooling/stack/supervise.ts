import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endProcess } from "../process/end-process.ts";
import { commandMark, endLeftover, type Leftover } from "./end-leftover.ts";

export type Service = Leftover & { cwd: string; env: Record<string, string> };

export type Supervised = {
  /** The process that runs now; a restarted one has another. */
  pid: () => number | undefined;
  stop: () => Promise<void>;
};
export type Folders = { logs: string; run: string };

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 30_000;
/** A process that lived this long is not in a crash loop. */
const STEADY_MS = 30_000;
const LARGEST_LOG_BYTES = 20 * 2 ** 20;

/** Keeps a process running: when it ends it is started again after 2 s, in a crash loop after up to 30 s. */
export async function supervise(service: Service, folders: Folders): Promise<Supervised> {
  const pidFile = join(folders.run, `${service.name}.pid`);
  const logFile = join(folders.logs, `${service.name}.log`);
  for (const folder of [folders.logs, folders.run]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  await endLeftover(folders.run, service);

  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;
  let waitMs = FIRST_WAIT_MS;

  const run = (): void => {
    const startedAt = Date.now();
    child = launch(service, logFile);
    if (child.pid !== undefined) writeFileSync(pidFile, String(child.pid));
    child.once("error", (error) => console.error(`${service.name}: ${error.message}`));
    child.once("close", (code, signal) => {
      if (isStopping) return;
      if (Date.now() - startedAt >= STEADY_MS) waitMs = FIRST_WAIT_MS;
      console.error(crashReport(service.name, code ?? signal, waitMs, logFile));
      timer = setTimeout(run, waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    });
  };
  run();

  const stop = async (): Promise<void> => {
    isStopping = true;
    clearTimeout(timer);
    if (child?.pid !== undefined) await endProcess(child.pid, commandMark(service), service.patienceMs);
    rmSync(pidFile, { force: true });
  };
  return { pid: () => child?.pid, stop };
}

function launch(service: Service, logFile: string): ChildProcess {
  const isLong = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES;
  const log = openSync(logFile, isLong ? "w" : "a", 0o600);
  const [command, ...args] = service.command;
  // A group of its own: Ctrl+C in a terminal must reach it through the supervisor, in order.
  const child = spawn(command, args, {
    cwd: service.cwd,
    env: service.env,
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  return child;
}

function crashReport(name: string, end: number | string | null, waitMs: number, logFile: string): string {
  const lastLines = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-15).join("\n");
  return `${name} has ended (${end ?? "unknown"}); starting it again in ${waitMs / 1000} s. ${logFile} ends:\n${lastLines}`;
}
