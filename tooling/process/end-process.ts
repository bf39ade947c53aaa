import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./is-alive.ts";

/** Asks a process to end and waits; after `patienceMs` it is killed. Nothing happens when it is gone already. */
export async function endProcess(pid: number, mark: string, patienceMs: number): Promise<void> {
  if (!isAlive(pid, mark)) return;
  signal(pid, "SIGTERM");

  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (!isAlive(pid, mark)) return;
    await sleep(50);
  }
  signal(pid, "SIGKILL");
  while (isAlive(pid, mark)) await sleep(20);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}
