import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { squeezeLarge } from "./squeeze.ts";

const LARGE = "/api/trpc/search.index";
const BODY = JSON.stringify(Array.from({ length: 2_000 }, (_, n) => ({ sku: `FAN-${n}`, name: "Ceiling fan" })));
const server = createServer((req, res) => {
  squeezeLarge(req, res, req.url ?? "");
  res.setHeader("content-type", "application/json");
  // As the library that answers does: in parts, of no stated length.
  res.write(BODY.slice(0, 100));
  res.end(BODY.slice(100));
});
beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"));
afterAll(() => void server.close());

async function ask(path: string, encoding: string) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { "accept-encoding": encoding } });
  return {
    encoding: answer.headers.get("content-encoding"),
    vary: answer.headers.get("vary"),
    text: await answer.text(),
  };
}

test("a large answer is squeezed for whoever takes it so, and comes out whole", async () => {
  expect(await ask(LARGE, "gzip")).toEqual({ encoding: "gzip", vary: "Accept-Encoding", text: BODY });
  expect(await ask(LARGE, "identity")).toMatchObject({ encoding: null, text: BODY });
});

test.each(["/api/trpc/products.list", "/api/trpc/live.changes", "/products"])("%s goes out as it is", async (path) => {
  expect(await ask(path, "gzip, br")).toEqual({ encoding: null, vary: null, text: BODY });
});
