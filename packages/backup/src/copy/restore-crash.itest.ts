import { eq } from "@storehouse/db";
import { factories, sideCopies } from "@storehouse/db/central";
import { buildLocation, createTestService, type TestFactory } from "@storehouse/testing";
import { copyNameOf } from "@storehouse/tenancy";
import { killCases, runAndDie } from "@storehouse/tenancy/run-and-die";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CopyRig, createCopyRig } from "./copies.fixture.ts";

// At shares of the statements that it sends, and with KILLS=20 more of them and moments drawn by lot.
const SHARES = Array.from({ length: 10 }, (_, index) => `${index + 1}/11`);
const CASES = killCases(process.env["KILLS"], SHARES, ["6/11"]);

const service = await createTestService("$argon2id$none");
const rig: CopyRig = createCopyRig(service, process.env);
const { admin } = service.installation;
const { central } = service.tenancy;
let fans: TestFactory;
let saved: string;
/** The points that a whole restore passes, and how long it takes. */
let whole = { points: 0, ms: 0 };

beforeAll(async () => {
  await admin.run("set session wait_timeout = 28800");
  fans = await service.factory("fans");
  await buildLocation(fans.db, "Saved store");
  saved = await rig.save(fans);
  const copyId = await rig.book(fans, saved);
  whole = await restoreAndDie(copyId, 0);
  await rig.clear();
});
afterAll(() => rig.drop());

test.each(CASES)(
  "killed %s on its way, a restore is begun anew, and the factory goes on as if nothing were",
  async (at) => {
    const copyId = await rig.book(fans, saved);
    const before = await fans.fingerprint();
    const [part] = at.split("/").map(Number);
    const isShare = at.includes("/");
    const point = isShare ? Math.round((whole.points * (part ?? 0)) / 11) : { withinMs: whole.ms };
    const { signal } = await restoreAndDie(copyId, point);
    expect(isShare ? signal : "SIGKILL").toBe("SIGKILL");

    expect(await fans.fingerprint()).toBe(before);
    await buildLocation(fans.db, `Later, ${at}`);
    await rig.endLeases();
    await rig.tendAll();
    expect(await rig.row(copyId)).toMatchObject({ state: "READY", reason: null });
    expect(await rig.placesIn(fans, copyId)).toEqual(["Main store", "Saved store"]);
    const { dbUser } = await rig.row(copyId);
    expect(await usersOf(copyId)).toEqual([dbUser]);
    await rig.clear();
    expect(await usersOf(copyId)).toEqual([]);
    expect(await rig.databasesOf(copyId)).toEqual([]);
  },
);

test("killed each time it is begun, it is given up, and nothing of it stays", async () => {
  const copyId = await rig.book(fans, saved);
  for (let time = 0; time < 3; time += 1) {
    expect((await restoreAndDie(copyId, Math.round(whole.points / 2))).signal).toBe("SIGKILL");
    await rig.endLeases();
  }
  await rig.tendAll();
  expect(await rig.row(copyId)).toMatchObject({ state: "FAILED", endedAt: expect.any(Date) as Date });
  expect(await rig.databasesOf(copyId)).toEqual([]);
  expect(await usersOf(copyId)).toEqual([]);
  const [factory] = await central.select().from(factories).where(eq(factories.id, fans.record.id));
  expect(factory?.state).toBe("READY");
  await central.delete(sideCopies);
});

/** Who may enter a copy's database, by whatever name. */
async function usersOf(copyId: string): Promise<readonly string[]> {
  const rows = await admin.rows<{ name: string }>(
    "select user as name from mysql.db where replace(db, '\\\\', '') = ?",
    [copyNameOf(copyId)],
  );
  return rows.map(({ name }) => name);
}

/** Tends the copy in a process of its own, which is killed there; at point 0 it is left to end. */
async function restoreAndDie(copyId: string, at: Parameters<typeof runAndDie>[1]) {
  const code = `
    import { createTenancy, parseDatabaseUrl, parseKeys } from "@storehouse/tenancy";
    import { openProvisioner } from "@storehouse/tenancy/provision";
    import { tendCopy } from "./tend-copies.ts";
    const keys = parseKeys(wish.keys);
    const tenancy = await createTenancy({ centralUrl: wish.webUrl, keys, budget: 5 });
    const provisioner = tapped(openProvisioner({ url: wish.provisionerUrl, keys }));
    const { folder, programs } = wish;
    const ctx = { tenancy, provisioner, keys, folder, programs, centralAddress: parseDatabaseUrl(wish.webUrl) };
    await tendCopy(ctx, wish.copyId);
    process.exit(0);`;
  const { webUrl, provisionerUrl, keys } = service.installation;
  const { folder, programs } = rig.ctx;
  const wish = { webUrl, provisionerUrl, keys, folder, programs, copyId };
  return runAndDie({ code, wish, folder: import.meta.dirname }, at);
}
