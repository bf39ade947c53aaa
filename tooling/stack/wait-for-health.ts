import { setTimeout as sleep } from "node:timers/promises";

/** Waits until `<url>/health` answers 200. False when `patienceMs` pass or the signal aborts first. */
export async function waitForHealth(url: string, patienceMs: number, signal?: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && !signal?.aborted) {
    const isHealthy = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (isHealthy) return true;
    await sleep(150);
  }
  return false;
}
