import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { startLoop } from "./start-loop.ts";

test("it repeats, never two at once, and stopping waits for the run under way", async () => {
  let running = 0;
  let most = 0;
  let finished = 0;
  const work = async (): Promise<boolean> => {
    running += 1;
    most = Math.max(most, running);
    await sleep(10);
    running -= 1;
    finished += 1;
    return true;
  };
  const loop = startLoop({ everyMs: 1, afterFailureMs: 1, work });
  await sleep(80);
  await loop.stop();
  const atStop = finished;
  expect(running).toBe(0);
  expect(most).toBe(1);
  expect(atStop).toBeGreaterThan(1);
  await sleep(30);
  expect(finished).toBe(atStop);
});

test("after a failure it waits longer, and stopping does not wait for the pause", async () => {
  let runs = 0;
  const work = (): Promise<boolean> => {
    runs += 1;
    return Promise.resolve(false);
  };
  const loop = startLoop({ everyMs: 1, afterFailureMs: 60_000, work });
  await sleep(30);
  const stoppedAt = Date.now();
  await loop.stop();
  expect(runs).toBe(1);
  expect(Date.now() - stoppedAt).toBeLessThan(1_000);
});
