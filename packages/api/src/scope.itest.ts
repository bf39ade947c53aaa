import { hashPassword } from "@storehouse/auth";
import { inArray } from "@storehouse/db";
import { inventoryEntries, locations, sessions, stockLevels } from "@storehouse/db/tenant";
import {
  apiOptions,
  type Caller,
  createTestService,
  populate,
  type Population,
  type RunningServer,
  sampleCalls,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { randomUUID as newId } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";
import { procedureAt, procedurePaths } from "./procedure-at.ts";

const PASSWORD = "a-walk-by-the-river";
const MARK = "CANARY7Q";
const service = await createTestService(await hashPassword(PASSWORD));
let server: RunningServer;
let factory: TestFactory;
let master: Caller;
let held: Population;

beforeAll(async () => {
  factory = await service.factory("works");
  server = await serveApi(makeHandler(apiOptions(service)));
  master = await signedIn("master");
  held = await populate(master, MARK);
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

const signedIn = (username: string): Promise<Caller> =>
  signIn(server, `${username}@${factory.record.dbName}`, PASSWORD);

async function madePlace(name: string, siteId: string | null = null): Promise<string> {
  const id = newId();
  expect((await master.post("locations.create", { id, name, type: "STORE", siteId })).status).toBe(200);
  return id;
}

const personIn = (role: "master" | "employee", version: number, locationIds: readonly string[]) => ({
  id: factory.userIds[role],
  version,
  name: "Limited",
  email: null,
  role,
  locationIds,
  isActive: true,
});

/** What a query is asked without the filters that would leave it nothing to show of another place. */
function unfiltered(input: unknown): unknown {
  if (typeof input !== "object" || input === null) return input;
  const filters = ["locationId", "search", "postingId", "userId", "days", "types", "subcategoryId"];
  return Object.fromEntries(Object.entries(input).filter(([key]) => !filters.includes(key)));
}

const foreign = () => [held.locationId, held.otherLocationId];
const stockElsewhere = async () => ({
  places: await factory.db.select().from(locations).where(inArray(locations.id, foreign())),
  levels: await factory.db.select().from(stockLevels).where(inArray(stockLevels.locationId, foreign())),
  entries: await factory.db.select().from(inventoryEntries).where(inArray(inventoryEntries.locationId, foreign())),
});

test("a site includes its storage places, from the next request on; nobody limited gives more than they have", async () => {
  const site = await madePlace("Site");
  const shelf = await madePlace("Shelf in it", site);
  const stranger = await madePlace("Elsewhere");
  const caller = await signedIn("manager");
  const seen = async () => {
    const { body } = await caller.get("locations.list", { limit: 200 });
    return (body as { result: { data: { rows: { id: string }[] } } }).result.data.rows.map(({ id }) => id);
  };
  expect(await seen()).toContain(stranger);
  const me = { id: factory.userIds.manager, version: 1, name: "Limited", email: null, role: "manager", isActive: true };
  expect((await master.post("users.update", { ...me, locationIds: [site, site] })).status).toBe(200);
  expect((await seen()).toSorted()).toEqual([site, shelf].toSorted());
  expect(await caller.get("auth.me")).toMatchObject({ body: { result: { data: { places: ["Site"] } } } });
  // Without places in the change they stay; with none they are lifted.
  expect((await master.post("users.update", { ...me, version: 2, name: "Renamed" })).status).toBe(200);
  expect(await seen()).toHaveLength(2);

  await factory.db.execute(`update users set role = 'master' where username = 'manager'`);
  const boss = await signedIn("manager");
  const person = (locationIds: readonly string[]) => ({
    id: newId(),
    username: `u${newId().slice(-12)}`,
    name: "X",
    email: null,
    role: "employee",
    password: "an-evening-outside",
    locationIds,
  });
  expect((await boss.post("users.create", person([stranger]))).status).toBe(404);
  expect((await boss.post("users.create", person([]))).status).toBe(400);
  expect((await boss.post("users.create", person([shelf]))).status).toBe(200);
  expect((await boss.post("users.update", { ...me, role: "master", version: 3, locationIds: [] })).status).toBe(400);

  const lifted = { ...me, role: "master", version: 3, name: "Renamed", locationIds: [] };
  expect((await master.post("users.update", lifted)).status).toBe(200);
  expect(await seen()).toContain(stranger);
});

test("whatever a person who is limited to a place asks or sends, nothing of another place comes back or changes", async () => {
  const corner = await madePlace("Own corner");
  expect((await master.post("users.update", personIn("employee", 1, [corner]))).status).toBe(200);
  // Limited as anybody can be who may do everything else: the walk is to be stopped by the places alone.
  await factory.db.execute(`update users set role = 'master' where username = 'employee'`);
  const before = await stockElsewhere();
  expect(before.levels.length).toBeGreaterThan(0);
  const session = await signedIn("employee");
  for (const path of procedurePaths) {
    const isQuery = procedureAt(path)?.type === "query";
    for (const variant of isQuery ? ["as it is", "unfiltered"] : ["as it is"]) {
      // Some procedures end sessions.
      await factory.db.update(sessions).set({ revokedAt: null });
      const caller = session.copy();
      const input = sampleCalls(held)[path]?.input;
      const answer = isQuery
        ? await caller.get(path, variant === "unfiltered" ? unfiltered(input) : input)
        : await caller.post(path, input);
      expect(answer.text, `${path} ${variant}`).not.toContain(`${MARK} place`);
      // A refusal may say again which place it was asked about.
      const told = answer.status === 200 ? answer.text : "";
      for (const id of foreign()) expect(told, `${path} ${variant}`).not.toContain(id);
    }
  }
  expect(await stockElsewhere()).toEqual(before);
});
