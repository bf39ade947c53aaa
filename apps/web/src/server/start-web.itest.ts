import { hashPassword } from "@storehouse/auth";
import { createCaller, createTestService, listen } from "@storehouse/testing";
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const { webUrl, keys, admin } = service.installation;
const works = await service.factory("works");
const logs = mkdtempSync(join(tmpdir(), "start-web-"));
const started: ChildProcess[] = [];

afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(logs, { recursive: true });
  await service.drop();
});

/** The web process without its pages, in earnest: what is drawn needs a build. */
async function start(extra = ""): Promise<Readonly<{ url: string; child: ChildProcess }>> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const code = `
    import { readEnv } from "./env.ts";
    import { startWeb } from "./server/start-web.ts";
    await startWeb(readEnv(), async () => ({
      files: async () => false,
      draw: async (_req, res) => res.end(),
      close: async () => {},
    }));
    ${extra}`;
  const env = {
    PATH: process.env["PATH"] ?? "",
    CENTRAL_DATABASE_URL: webUrl,
    STOREHOUSE_KEYS: keys,
    AUTH_SECRET: randomBytes(48).toString("base64"),
    PUBLIC_URL: url,
    PORT: String(port),
    LOG_DIR: logs,
    CONNECTION_BUDGET: "10",
  };
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...env, NODE_ENV: "production" },
    stdio: "ignore",
  });
  started.push(child);
  await expect.poll(() => isUp(url), { timeout: 90_000 }).toBe(true);
  return { url, child };
}

test("told to stop with open streams and a change under way: it is answered, streams end, nobody new is let in, exit 0", async () => {
  const { url, child } = await start();
  const closed = once(child, "close");
  const caller = createCaller(url, "");
  expect((await caller.post("auth.login", { login: works.login("master"), password: PASSWORD })).status).toBe(200);
  const streams = await Promise.all([1, 2, 3].map(() => listen(caller, { url })));
  await expect.poll(() => streams.map(({ heard }) => heard.length > 0)).toEqual([true, true, true]);

  await admin.run(`lock tables ${works.record.dbName}.locations write`);
  const id = randomUUID();
  const changing = caller.post("locations.create", { id, name: "Held up", type: "STORE" });
  await sleep(500);
  const toldAt = Date.now();
  child.kill("SIGTERM");
  await Promise.all(streams.map(({ ended }) => ended));
  // A failure would be shown to people; without one their browsers come back by themselves.
  expect(streams.map((stream) => stream.failure())).toEqual([undefined, undefined, undefined]);
  expect(await isLetIn(url)).toBe(false);
  expect(child.exitCode).toBeNull();
  await admin.run("unlock tables");

  expect((await changing).status).toBe(200);
  expect(await closed).toEqual([0, null]);
  expect(Date.now() - toldAt).toBeLessThan(15_000);
  const [row] = await admin.rows(`select name from ${works.record.dbName}.locations where id = ?`, [
    Buffer.from(id.replaceAll("-", ""), "hex"),
  ]);
  expect(row).toEqual({ name: "Held up" });
});

test("a crash is written down between separators, and ends the process with 1 two seconds later", async () => {
  const { child } = await start("setTimeout(() => { throw new RangeError('out of luck'); }, 500);");
  const [code] = (await once(child, "close")) as [number];
  expect(code).toBe(1);
  const [entry = "", rest] = readFileSync(join(logs, "crashes.log"), "utf8").split("\n---\n");
  expect(JSON.parse(entry)).toMatchObject({ kind: "uncaughtException", type: "RangeError", message: "out of luck" });
  expect(rest).toBe("");
});

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    ({ status }) => status === 200,
    () => false,
  );

/** By a connection of its own: one that is kept may still be answered. */
const isLetIn = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
