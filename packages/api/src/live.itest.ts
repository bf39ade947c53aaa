import { hashPassword } from "@storehouse/auth";
import { eq, type TenantDb, transaction } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { feed, sessions, users } from "@storehouse/db/tenant";
import { numberChanges, trimFeed } from "@storehouse/services";
import {
  apiOptions,
  type Caller,
  createTestService,
  listen,
  type Listener,
  type RunningServer,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { type Api, makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const authSecrets = [randomBytes(48).toString("base64")];
let api: Api;
let server: RunningServer;
let works: TestFactory;
let other: TestFactory;
const open: Listener[] = [];

beforeAll(async () => {
  [works, other] = [await service.factory("works"), await service.factory("other")];
  api = makeHandler({ ...apiOptions(service), authSecrets });
  server = await serveApi(api);
});
afterEach(async () => {
  for (const listener of open.splice(0)) listener.cut();
  while (api.liveStats().feeds > 0) await sleep(5);
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

const signedIn = (factory: TestFactory, role: "master" | "employee" | "viewer" = "master"): Promise<Caller> =>
  signIn(server, factory.login(role), PASSWORD);

async function listening(caller: Caller, lastEventId?: string): Promise<Listener> {
  const listener = await listen(caller, { url: server.url, lastEventId });
  open.push(listener);
  while (listener.status === 200 && listener.heard.length === 0) await sleep(5);
  return listener;
}

const addPlace = async (caller: Caller): Promise<string> => {
  const id = randomUUID();
  const { status } = await caller.post("locations.create", { id, name: `Place ${id}`, type: "STORE" });
  expect(status).toBe(200);
  return id;
};
const idsOf = (listener: Listener): string[] =>
  listener.changes().flatMap(({ topic, ids }) => (topic === "locations" ? (ids ?? []) : []));
const lastId = (listener: Listener): string => listener.heard.at(-1)?.id ?? "";
const write = (db: TenantDb, id: string) =>
  db.insert(feed).values({ at: new Date(), topic: "locations", detail: JSON.stringify({ ids: [id] }) });

test("what one person changes comes to another within a second, once", async () => {
  const master = await signedIn(works);
  const listener = await listening(await signedIn(works, "employee"));
  const id = await addPlace(master);
  await expect.poll(() => idsOf(listener), { timeout: 1000 }).toEqual([id]);
  await sleep(1000);
  expect(idsOf(listener)).toEqual([id]);
});

test("what another process writes comes too", async () => {
  const listener = await listening(await signedIn(works));
  const id = randomUUID();
  await write(works.db, id);
  await expect.poll(() => idsOf(listener), { timeout: 2000 }).toContain(id);
});

test("what nobody may know of is not told", async () => {
  const master = await signedIn(works);
  const viewer = await listening(await signedIn(works, "viewer"));
  const knower = await listening(master);
  const person = {
    id: randomUUID(),
    username: `u${randomUUID().slice(-12)}`,
    name: "Somebody",
    email: null,
    role: "employee",
  };
  await master.post("users.create", { ...person, password: "an-evening-outside" });
  await expect.poll(() => knower.changes().map(({ topic }) => topic)).toContain("users");
  expect(viewer.changes().map(({ topic }) => topic)).not.toContain("users");
});

test("a change that is committed late comes late, and is not lost", async () => {
  const listener = await listening(await signedIn(works));
  const [first, second] = [randomUUID(), randomUUID()];
  const held = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const slow = transaction(works.db, async (tx) => {
    await write(tx, first);
    written.resolve();
    await held.promise;
  });
  await written.promise;
  await write(works.db, second);
  await expect.poll(() => idsOf(listener)).toContain(second);
  expect(idsOf(listener)).not.toContain(first);
  held.resolve();
  await slow;
  await expect.poll(() => idsOf(listener)).toContain(first);
  expect(idsOf(listener).filter((id) => id === first || id === second)).toEqual([second, first]);
});

test("what is undone is not told", async () => {
  const listener = await listening(await signedIn(works));
  const [undone, done] = [randomUUID(), randomUUID()];
  await transaction(works.db, async (tx) => {
    await write(tx, undone);
    throw new Error("undone");
  }).catch(() => undefined);
  await write(works.db, done);
  await expect.poll(() => idsOf(listener)).toContain(done);
  expect(idsOf(listener)).not.toContain(undone);
});

const remembered = async (): Promise<void> => undefined;
const readByOthers = async (): Promise<void> => {
  await numberChanges(works.db);
};

test.each([
  ["a process that reads it first", remembered],
  ["a process that reads it after others", readByOthers],
])("who comes back is told by %s what they missed, and nothing again", async (_, meanwhile) => {
  const master = await signedIn(works);
  const before = await listening(master);
  const seen = await addPlace(master);
  await expect.poll(() => idsOf(before)).toContain(seen);
  before.cut();
  await expect.poll(() => api.liveStats().streams).toBe(0);
  const missed = await addPlace(master);
  await meanwhile();
  const after = await listening(master, lastId(before));
  await expect.poll(() => idsOf(after)).toEqual([missed]);
  expect(after.heard[0]?.event.isStartOver).toBe(false);
});

test("an id of another factory, of the future, or nonsense starts over, and reads nothing but one's own", async () => {
  const strangers = await signedIn(other);
  await addPlace(strangers);
  const theirs = await listening(strangers);
  for (const id of [lastId(theirs), `${lastId(theirs)}9`, "0-0", "nonsense", "x".repeat(80)]) {
    const listener = await listening(await signedIn(works), id);
    expect(listener.heard[0]?.event, id).toEqual({ isStartOver: true, changes: [] });
    listener.cut();
  }
  const tooLong = await listening(await signedIn(works), "x".repeat(81));
  expect(tooLong.status).toBe(400);
});

test("who comes back from before what was dropped starts over", async () => {
  const master = await signedIn(works);
  const before = await listening(master);
  before.cut();
  await expect.poll(() => api.liveStats().streams).toBe(0);
  await addPlace(master);
  await trimFeed(works.db, new Date(Date.now() + 1000));
  await addPlace(master);
  await numberChanges(works.db);
  const after = await listening(master, lastId(before));
  await expect.poll(() => after.heard.some(({ event }) => event.isStartOver)).toBe(true);
});

test("nothing of one factory comes to another's streams", async () => {
  const [mine, theirs] = [await signedIn(works), await signedIn(other)];
  const here = await Promise.all(Array.from({ length: 5 }, () => listening(mine)));
  const there = await Promise.all(Array.from({ length: 5 }, () => listening(theirs)));
  const places = await Promise.all(Array.from({ length: 40 }, () => addPlace(theirs)));
  for (const listener of there) {
    await expect.poll(() => new Set(idsOf(listener)).size, { timeout: 5000 }).toBeGreaterThanOrEqual(40);
  }
  const foreign = here.flatMap((listener) => idsOf(listener)).filter((id) => places.includes(id));
  expect(foreign).toEqual([]);
});

test("a person's sixth stream is refused, and one that ends makes room", async () => {
  const master = await signedIn(works);
  const streams = await Promise.all(Array.from({ length: 5 }, () => listening(master)));
  expect(api.liveStats()).toMatchObject({ feeds: 1, streams: 5 });
  expect((await listening(master)).status).toBe(429);
  expect((await listening(await signedIn(works, "employee"))).status).toBe(200);
  streams[0]?.cut();
  await expect.poll(async () => (await listening(master)).status).toBe(200);
});

test("who asks without saying that they want a stream gets none, nor does who is not signed in", async () => {
  const master = await signedIn(works);
  expect((await listen(master, { url: server.url, headers: { accept: "*/*" } })).status).toBe(415);
  expect((await listen(server.caller(), { url: server.url })).status).toBe(401);
  expect(api.liveStats()).toEqual({ feeds: 0, streams: 0, lagMs: 0 });
});

const endings: readonly (readonly [string, (factory: TestFactory) => Promise<unknown>, unknown])[] = [
  ["revoked", ({ db }) => db.update(sessions).set({ revokedAt: new Date() }), { code: "NOT_SIGNED_IN" }],
  [
    "deactivated",
    ({ db }) => db.update(users).set({ isActive: false }).where(eq(users.username, "employee")),
    { code: "NOT_SIGNED_IN" },
  ],
  [
    "suspended",
    ({ record }) =>
      service.tenancy.central.update(factories).set({ state: "SUSPENDED" }).where(eq(factories.id, record.id)),
    { code: "FACTORY_SUSPENDED", reason: null },
  ],
  // The change itself ends the stream, before anybody asks for the session: who comes back is told then.
  [
    "given another role",
    async (factory) => {
      const master = await signedIn(factory);
      const id = factory.userIds.employee;
      const change = { id, version: 1, name: "The employee", email: null, role: "viewer", isActive: true };
      expect((await master.post("users.update", change)).status).toBe(200);
    },
    undefined,
  ],
];

test.each(endings)("the stream of who is %s ends within five seconds", async (_, end, failure) => {
  const factory = await service.factory(`f${randomUUID().slice(-8)}`);
  const listener = await listening(await signedIn(factory, "employee"));
  const startedAt = Date.now();
  await end(factory);
  await listener.ended;
  expect(Date.now() - startedAt).toBeLessThan(5000);
  expect(listener.failure()).toEqual(failure);
});

test("a process that stops ends its streams without a failure, opens none, and holds no factory open", async () => {
  const tenancy = await service.openTenancy();
  const stopping = makeHandler({ ...apiOptions(service), authSecrets, tenancy });
  const its = await serveApi(stopping);
  const master = await signedIn(works);
  const listener = await listen(master, { url: its.url });
  await expect.poll(() => listener.heard.length).toBeGreaterThan(0);
  stopping.endStreams();
  await listener.ended;
  expect(listener.failure()).toBeUndefined();
  expect((await listen(master, { url: its.url })).status).toBe(503);
  await expect.poll(() => tenancy.stats().pools.map(({ users: inside }) => inside)).toEqual([0]);
  await its.close();
  await tenancy.close(0);
});
