import { hashPassword } from "@storehouse/auth";
import { count } from "@storehouse/db";
import { auditLog, inventoryEntries, products } from "@storehouse/db/tenant";
import {
  apiOptions,
  buildLocation,
  buildProduct,
  type Caller,
  createTestService,
  type RunningServer,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { strFromU8, unzipSync } from "fflate";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const PATH = "/api/backup/export";
const service = await createTestService(await hashPassword(PASSWORD));
let server: RunningServer;
let mine: TestFactory;
let theirs: TestFactory;
let master: Caller;

beforeAll(async () => {
  [mine, theirs] = [await service.factory("mine"), await service.factory("theirs")];
  server = await serveApi(makeHandler(apiOptions(service)));
  for (const factory of [mine, theirs]) {
    const place = await buildLocation(factory.db);
    for (const onHand of [4, 3])
      await buildProduct(factory.db, factory.userIds.master, place, { name: `of ${factory.record.dbName}`, onHand });
  }
  master = await enter("master");
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

const enter = (role: "master" | "manager"): Promise<Caller> => signIn(server, mine.login(role), PASSWORD);

const ask = (caller: Caller, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.url}${PATH}`, { ...init, headers: { cookie: caller.cookie() } });

async function unzipped(response: Response): Promise<Readonly<Record<string, Uint8Array>>> {
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
}

test("everything comes as one zip whose ledger proof, counts and checksums agree, and nothing of another factory", async () => {
  const response = await ask(master);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="storehouse-\d{8}-\d{4}\.zip"$/);
  const files = await unzipped(response);
  const textOf = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  for (const [name, table] of [["products", products] as const, ["inventory_entries", inventoryEntries] as const]) {
    const [row] = await mine.db.select({ total: count() }).from(table);
    expect(textOf(`csv/${name}.csv`).trim().split("\r\n")).toHaveLength((row?.total ?? 0) + 1);
    expect(row?.total).toBe(2);
  }
  expect(textOf("ledger-proof.txt")).toContain("Sum of their quantities: 7.000000");
  expect(textOf("ledger-proof.txt")).toContain("PROVEN: every level");
  for (const line of textOf("checksums.txt").trim().split("\n")) {
    const [sum, name = ""] = line.split("  ");
    expect([
      name,
      createHash("sha256")
        .update(files[name] ?? "")
        .digest("hex"),
    ]).toEqual([name, sum]);
  }
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join("");
  expect(all).toContain(`of ${mine.record.dbName}`);
  expect(all).not.toContain(`of ${theirs.record.dbName}`);
});

test("a large factory's is sent as it is read: work goes on meanwhile, a second one is told to wait, one left off ends", async () => {
  const at = new Date();
  const line = { at, actorKind: "user" as const, actorName: "The master", action: "sample", entity: "product" };
  for (let batch = 0; batch < 6; batch += 1) {
    const lines = Array.from({ length: 500 }, () => {
      const after = { noise: randomBytes(1_500).toString("base64") };
      return { ...line, id: randomUUID(), entityId: randomUUID(), after };
    });
    await mine.db.insert(auditLog).values(lines);
  }
  const stop = new AbortController();
  const first = await ask(master, { signal: stop.signal });
  expect(first.status).toBe(200);
  // Nobody reads it: it waits, and keeps nobody else waiting.
  const other = await enter("master");
  expect((await other.get("products.list", { limit: 5 })).status).toBe(200);
  const second = await ask(other);
  expect([second.status, second.headers.get("retry-after")]).toEqual([429, "60"]);
  await second.body?.cancel();
  stop.abort();
  await expect.poll(async () => (await ask(other, { method: "HEAD" })).status, { timeout: 10_000 }).toBe(200);
});

test("nobody but a master may take it", async () => {
  expect((await ask(await enter("manager"))).status).toBe(403);
  expect((await fetch(`${server.url}${PATH}`)).status).toBe(401);
});
