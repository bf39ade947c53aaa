import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { locations } from "@storehouse/db/tenant";
import { buildLocation, createTestService, type TestFactory, type TestService } from "@storehouse/testing";
import { movedNameOf } from "@storehouse/tenancy/provision";
import { killCases, runAndDie } from "@storehouse/tenancy/run-and-die";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MOVE_POINTS, moveFactory } from "./move-factory.ts";
import { findMove } from "./move-rows.ts";
import { createMoveRig, type MoveRig, NORTH } from "./moves.fixture.ts";
import { tendMove } from "./tend-moves.ts";

// Both sides of what can't be taken back; KILLS=20 kills at every point and then at moments drawn by lot.
const CASES = killCases(process.env["KILLS"], MOVE_POINTS, ["restored", "opened"]);

let rig: MoveRig<TestService>;
let fans: TestFactory;
let turn = 0;
/** How long a move takes here, by those that were killed at a point: a moment later than its end kills nothing. */
let longestMs = 0;

beforeAll(async () => {
  rig = await createMoveRig(await createTestService("$argon2id$none"), process.env);
  fans = await rig.service.factory("fans");
});
afterAll(() => rig.drop());

test.each(CASES)("killed at %s, a move is finished by the next worker and nothing is left over", async (point) => {
  const name = `Place ${(turn += 1)}`;
  await inside((db) => buildLocation(db, name));
  const { server: from } = await registered();
  const to = from === NORTH ? "main" : NORTH;
  const id = v7();
  const signal = await moveAndDie(id, to, point);
  // One killed at a moment may have been done before.
  expect(point.startsWith("moment") ? "SIGKILL" : signal).toBe("SIGKILL");

  // Whatever was reached: the factory is on one of the two, whole, and the registry says on which. No worker has gone on yet.
  const { server } = await registered();
  const admin = server === NORTH ? rig.admins.there : rig.admins.here;
  const rows = await admin.rows<{ name: string }>(`select name from ${fans.record.dbName}.locations`);
  expect(rows.map((row) => row.name)).toContain(name);

  await rig.endLeases();
  const options = { signal: new AbortController().signal, closeMs: 50 };
  const moved = await moveFactory(rig.ctx, rig.moveTo(fans, id, to), options);
  expect(moved).toMatchObject({ from, to, isKept: true });
  rig.service.tenancy.closeFactory(fans.record.id);
  expect(await registered()).toMatchObject({ state: "READY", server: to });
  expect(await inside(placesOf)).toContain(name);
  await inside((db) =>
    db
      .update(locations)
      .set({ name: `${name} again` })
      .where(eq(locations.name, name)),
  );

  const own = [fans.record.dbName, fans.record.dbUser].sort();
  const kept = [movedNameOf(id)];
  const isThere = to === NORTH;
  // Another test may be looking at a backup of its own there.
  await expect.poll(() => rig.foundThere(fans), { timeout: 15_000 }).toEqual(isThere ? own : kept);
  expect(await rig.foundHere(fans)).toEqual(isThere ? kept : own);
  await rig.ctx.provisioner.central.source.prepared(
    "update factory_moves set kept_until = utc_timestamp(3) - interval 1 second where state = 'MOVED'",
    [],
  );
  await tendMove(rig.ctx, id);
  expect(await findMove(rig.ctx.provisioner.central, id)).toMatchObject({ state: "ENDED" });
  expect(await rig.foundHere(fans)).toEqual(isThere ? [] : own);
});

async function registered() {
  const isIt = eq(factories.id, fans.record.id);
  const [row] = await rig.service.tenancy.central.select().from(factories).where(isIt);
  if (row === undefined) throw new Error("The factory is gone.");
  return row;
}

async function inside<T>(work: (db: TestFactory["db"]) => Promise<T>): Promise<T> {
  rig.web.closeFactory(fans.record.id);
  const record = await rig.web.findFactoryById(fans.record.id);
  if (record === undefined) throw new Error("The factory is gone.");
  const { db, release } = await rig.web.openTenant(record);
  return work(db).finally(release);
}

const placesOf = async (db: TestFactory["db"]): Promise<readonly string[]> =>
  (await db.select({ name: locations.name }).from(locations)).map(({ name }) => name);

/** Moves in a process of its own, which is killed without a word to anybody: at a point, or at some moment. */
async function moveAndDie(id: string, to: string, point: string): Promise<string | null> {
  const code = `
    import { createTenancy, parseDatabaseUrl, parseKeys } from "@storehouse/tenancy";
    import { openProvisioner } from "@storehouse/tenancy/provision";
    import { moveFactory } from "./move-factory.ts";
    const keys = parseKeys(wish.keys);
    const tenancy = await createTenancy({ centralUrl: wish.webUrl, keys, budget: 5 });
    const provisioner = openProvisioner({ url: wish.provisionerUrl, keys, servers: new Map(wish.servers) });
    const { folder, programs } = wish;
    const ctx = { tenancy, provisioner, keys, folder, programs, centralAddress: parseDatabaseUrl(wish.webUrl) };
    await moveFactory(ctx, wish.move, { closeMs: 50, signal: new AbortController().signal, onPoint: reach });
    process.exit(0);`;
  const work = { code, wish: { ...rig.wish, move: rig.moveTo(fans, id, to) }, folder: import.meta.dirname };
  const isMoment = point.startsWith("moment");
  const { signal, ms } = await runAndDie(work, isMoment ? { withinMs: longestMs } : point);
  if (!isMoment) longestMs = Math.max(longestMs, ms);
  return signal;
}
