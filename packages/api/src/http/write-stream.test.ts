import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { LiveStep } from "../context.ts";
import { writeStream } from "./write-stream.ts";

type Events = (signal: AbortSignal) => AsyncGenerator<LiveStep, void, undefined>;

async function serving(events: Events, patienceMs: number) {
  const ends: string[] = [];
  const server = createServer((req, res) => {
    const abort = new AbortController();
    res.once("close", () => abort.abort());
    const shapeOf = (cause: unknown): object => ({ told: String(cause) });
    void writeStream(res, { events: events(abort.signal), abort, shapeOf, pingMs: 50, patienceMs }).then(() =>
      ends.push(req.url ?? ""),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port, ends, close };
}

const step = (id: string, text: string): LiveStep => ({
  id,
  data: { isStartOver: false, changes: [{ topic: "units", ids: [text] }] },
});

test("a reader who takes nothing is cut off, asked for nothing more meanwhile, and holds up nobody", async () => {
  const made = { slow: 0, quick: 0 };
  let isSlow = true;
  const { port, ends, close } = await serving(async function* (signal) {
    const whose = isSlow ? "slow" : "quick";
    isSlow = false;
    while (!signal.aborted) {
      made[whose] += 1;
      yield step("1", "x".repeat(100_000));
      await sleep(1);
    }
  }, 300);
  const socket = connect(port, "127.0.0.1");
  socket.write("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  socket.pause();
  await expect.poll(() => made.slow).toBeGreaterThan(0);
  const quick = await fetch(`http://127.0.0.1:${port}/quick`);
  const reader = quick.body?.getReader();
  const startedAt = Date.now();
  while (!ends.includes("/slow") && Date.now() - startedAt < 10_000) await reader?.read();
  expect(ends).toEqual(["/slow"]);
  expect(made.quick).toBeGreaterThan(made.slow);
  await reader?.cancel();
  socket.destroy();
  await close();
});

test("a stream opens with when to come back, carries ids and pings, and ends with what went wrong", async () => {
  const { port, close } = await serving(async function* () {
    yield step("a-7", "kg");
    await sleep(120);
    throw new Error("away");
  }, 1000);
  const response = await fetch(`http://127.0.0.1:${port}/`);
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(response.headers.get("cache-control")).toBe("private, no-store, no-transform");
  const text = await response.text();
  expect(text).toMatch(/^retry: \d+\nevent: connected\ndata: \{"reconnectAfterInactivityMs":125\}\n\n/);
  expect(text).toContain('data: {"isStartOver":false,"changes":[{"topic":"units","ids":["kg"]}]}\nid: a-7\n\n');
  expect(text).toContain("event: ping\n");
  expect(text).toMatch(/event: serialized-error\ndata: \{"told":"Error: away"\}\n\n$/);
  await close();
});
