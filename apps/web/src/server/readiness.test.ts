import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createReadiness } from "./readiness.ts";

test("those who ask at once, and a moment later, get one answer; then it is asked anew", async () => {
  let asked = 0;
  const ask = createReadiness(async () => {
    asked += 1;
    await sleep(20);
    return { central: true, servers: 1, serversUp: 1 };
  }, 60);
  await Promise.all([ask(), ask(), ask()]);
  await ask();
  expect(asked).toBe(1);
  await sleep(90);
  await ask();
  expect(asked).toBe(2);
});

test.each([
  [{ central: true, servers: 0, serversUp: 0 }, true],
  [{ central: true, servers: 2, serversUp: 1 }, true],
  [{ central: true, servers: 2, serversUp: 0 }, false],
  [{ central: false, servers: 0, serversUp: 0 }, false],
])("%j: ready is %s", async (probed, isReady) => {
  const readiness = await createReadiness(() => Promise.resolve(probed))();
  expect(readiness).toMatchObject({ isReady, servers: { up: probed.serversUp, of: probed.servers } });
});
