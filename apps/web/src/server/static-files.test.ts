import { serve } from "@storehouse/testing";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { staticFiles } from "./static-files.ts";

async function open() {
  const folder = mkdtempSync(join(tmpdir(), "static-"));
  mkdirSync(join(folder, "static/chunks"), { recursive: true });
  writeFileSync(join(folder, "secret.js"), "secret");
  writeFileSync(join(folder, "static/chunks/a.js"), "export const a = 1;".repeat(100));
  const files = staticFiles(join(folder, "static"));
  const server = await serve((req, res) => {
    void files(req, res, req.url ?? "").then((isServed) => isServed || res.writeHead(404).end());
  });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
  return { ...server, [Symbol.asyncDispose]: close };
}

test("a build's files are kept for ever and come squeezed", async () => {
  await using server = await open();
  for (let n = 0; n < 2; n += 1) {
    const answer = await server.caller().send("/_next/static/chunks/a.js", {});
    expect(answer.status).toBe(200);
    expect(answer.text).toBe("export const a = 1;".repeat(100));
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(Number(answer.headers.get("content-length"))).toBeLessThan(500);
  }
  const plain = await server.caller().send("/_next/static/chunks/a.js", { headers: { "accept-encoding": "identity" } });
  expect(plain.headers.get("content-encoding")).toBeNull();
  const head = await server.caller().send("/_next/static/chunks/a.js", { method: "HEAD" });
  expect(head).toMatchObject({ status: 200, text: "" });
});

test.each(["/_next/static/chunks", "/_next/static/../secret.js", "/_next/static/%2e%2e/secret.js", "/secret.js", "/"])(
  "%s is none of them",
  async (path) => {
    await using server = await open();
    expect((await server.caller().send(path, {})).status).toBe(404);
  },
);
