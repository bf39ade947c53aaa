import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endProcess } from "../process/end-process.ts";
import { isAlive } from "../process/is-alive.ts";
import { answersHandshake } from "./handshake.ts";
import { mysql97 } from "./mysql97.ts";
import { endServerOf, type PrivateServer, startPrivateServer } from "./private-server.ts";
import { findServerProgram, type ServerProgram } from "./server-program.ts";

const SIZE = { bufferPoolMib: 64, logMib: 32, maxConnections: 20 };

let program: ServerProgram;
let home = "";
beforeAll(async () => {
  program = process.env["TEST_DATABASE_SERVER"] === "mysql" ? await mysql97() : await findServerProgram();
  // Deeper than a unix socket's path may be long.
  home = join(
    mkdtempSync(join(tmpdir(), "storehouse-server-")),
    "a-folder-name-as-long-as-some-people-make-them".repeat(2),
  );
});
afterAll(async () => {
  await endServerOf(home);
  rmSync(join(home, ".."), { recursive: true, force: true });
});

const start = (port = 13_520): Promise<PrivateServer> =>
  startPrivateServer({ home, program, rootPassword: "it's \\ odd", port, size: SIZE });
const pid = (): number => Number(readFileSync(join(home, "server.pid"), "utf8"));
const socketOf = (server: PrivateServer): string => new URL(server.adminUrl).searchParams.get("socketPath") ?? "";

describe("the private server", () => {
  test("starts on an empty folder, answers on its socket, and keeps to the longest path a socket may have", async () => {
    const server = await start();
    expect(Buffer.byteLength(socketOf(server))).toBeLessThanOrEqual(107);
    expect(await answersHandshake({ path: socketOf(server) })).toBe(true);
  });

  test("a second start joins it", async () => {
    const before = pid();
    const again = await start();
    expect(pid()).toBe(before);
    expect(again.isRunning()).toBe(true);
  });

  test("comes back after kill -9", async () => {
    const before = pid();
    process.kill(before, "SIGKILL");
    await expect.poll(() => isAlive(before, "server.cnf")).toBe(false);
    const server = await start();
    expect(pid()).not.toBe(before);
    expect(await answersHandshake({ path: socketOf(server) })).toBe(true);
  });

  test("stops cleanly", async () => {
    const server = await start();
    const running = pid();
    await server.stop();
    expect(isAlive(running, "server.cnf")).toBe(false);
    expect(readFileSync(join(home, "server.log"), "utf8").trimEnd().split("\n").slice(-3).join("\n")).toMatch(
      /Shutdown complete/i,
    );
  });

  test("keeps its port when the first one it would like is free again", async () => {
    const other = createServer().listen(13_530, "127.0.0.1");
    await once(other, "listening");
    rmSync(join(home, "server.cnf"));
    const server = await start(13_530);
    other.close();
    expect(server.port).toBeGreaterThan(13_530);
    await server.stop();
    expect((await start(13_530)).port).toBe(server.port);
  });

  test("a data folder without its stamp is made again only while nobody's database is in it", async () => {
    await (await start()).stop();
    const data = join(home, "data");
    rmSync(join(data, ".complete"));
    mkdirSync(join(data, "central_db"));
    await expect(start()).rejects.toThrow(/central_db/);
    expect(existsSync(join(data, "central_db"))).toBe(true);
    rmSync(join(data, "central_db"), { recursive: true });
    expect((await start()).isRunning()).toBe(true);
  });

  test("ending a process that is gone changes nothing", async () => {
    await expect(endProcess(2 ** 22 + 1, "server.cnf", 100)).resolves.toBeUndefined();
  });
});
