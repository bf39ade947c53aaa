import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { drain, listen, openServer } from "./open-server.ts";

test("nobody holds a connection by sending slowly, and a sheet has time to come over a slow line", () => {
  const server = openServer(() => undefined);
  expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
  expect(server.requestTimeout).toBe(120_000);
  expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
});

test("what is under way is answered before the server ends, and nobody new is let in", async () => {
  const server = openServer((_req, res) => {
    setTimeout(() => res.end("done"), 300);
  });
  await listen(server, 0, "127.0.0.1");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const underWay = fetch(url).then((response) => response.text());
  await sleep(100);
  const drained = drain(server);
  await expect(fetch(url)).rejects.toThrow("fetch failed");
  expect(await underWay).toBe("done");
  await drained;
});

test("a port that is taken is said", async () => {
  const server = openServer(() => undefined);
  await listen(server, 0, "127.0.0.1");
  const { port } = server.address() as AddressInfo;
  await expect(
    listen(
      openServer(() => undefined),
      port,
      "127.0.0.1",
    ),
  ).rejects.toThrow("EADDRINUSE");
  await drain(server);
});
