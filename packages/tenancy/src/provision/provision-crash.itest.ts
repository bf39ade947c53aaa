import { afterAll, beforeAll, expect, test } from "vitest";
import { killCases, runAndDie } from "../run-and-die.fixture.ts";
import { getRegistration } from "./get-registration.ts";
import { quoteName } from "./grants.ts";
import { BUILD_POINTS, type BuildPoint } from "./build-factory.ts";
import { provisionFactory } from "./provision-factory.ts";
import { ATTEMPTS_MAX, listWaiting } from "./registration-lease.ts";
import { forgetFailedRegistrations, reapRegistrations } from "./reap-registrations.ts";
import { requeueFactory } from "./requeue-factory.ts";
import { createScratchInstallation, type ScratchInstallation } from "./scratch-installation.ts";

let here: ScratchInstallation;
beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
});
afterAll(() => here.drop());

const UNFINISHED = BUILD_POINTS.filter((point) => point !== "ready");
/** With KILLS=20 at every point and then at moments drawn by lot. */
const CASES = killCases(process.env["KILLS"], UNFINISHED);
const GIVEN_UP =
  process.env["KILLS"] === undefined ? (["claimed", "created", "user-made", "planted"] as const) : UNFINISHED;
const nameOf = (point: string): string => point.replaceAll(/[- ]/g, "_");
/** How long the making takes here, by those that were killed at a point: a moment later than its end kills nothing. */
let longestMs = 0;

test.each(CASES)("killed when %s, it is finished by the next worker and nothing is left over", async (point) => {
  const factoryId = await here.request(`k_${nameOf(point)}`);
  await provisionAndDie(factoryId, point);

  // One killed at a moment may have been done before.
  const { state } = await getRegistration(here.provisioner.central, factoryId);
  expect(await provisionFactory(here.provisioner, factoryId)).toEqual({ outcome: "busy" });
  await endLeases();
  expect((await listWaiting(here.provisioner.central, 10)).includes(factoryId)).toBe(state !== "READY");
  await finish(factoryId);

  const { dbName } = await getRegistration(here.provisioner.central, factoryId);
  const [rows] = await here.admin.rows<{ masters: number }>(
    `select count(*) as masters from ${quoteName(dbName)}.users`,
  );
  expect(Number(rows?.masters)).toBe(1);
  expect(await countByState()).toEqual({ databases: await readyCount(), users: await readyCount() });
});

test.each(GIVEN_UP)(
  "killed when %s and never finished, everything it made is taken back and its name is free",
  async (point) => {
    const name = `r_${nameOf(point)}`;
    const factoryId = await here.request(name);
    await provisionAndDie(factoryId, point);
    await endLeases();
    await here.admin.run(
      `update ${quoteName(here.centralName)}.registrations set attempts = ${ATTEMPTS_MAX} where attempts > 0 and admin_password_hash is not null`,
    );

    expect(await reapRegistrations(here.provisioner)).toBe(1);

    expect((await getRegistration(here.provisioner.central, factoryId)).state).toBe("FAILED");
    expect(await countByState()).toEqual({ databases: await readyCount(), users: await readyCount() });
    const again = await here.request(name);
    expect(await provisionFactory(here.provisioner, again)).toEqual({ outcome: "ready" });
  },
);

test("an attempt that fails is repeated, later and later, and after five of them it has failed for good", async () => {
  const factoryId = await here.request("unlucky");
  const breaks = (point: BuildPoint): void => {
    if (point === "schema-loaded") throw new Error("no room");
  };
  const outcomes: string[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    outcomes.push((await provisionFactory(here.provisioner, factoryId, breaks)).outcome);
    expect(await provisionFactory(here.provisioner, factoryId)).toEqual({ outcome: "busy" });
    await endLeases();
  }
  expect(outcomes).toEqual(["later", "later", "later", "later", "failed"]);
  expect(await here.listDatabases()).not.toContain(`${here.prefix}unlucky`);

  expect(await requeueFactory(here.provisioner.central, `${here.prefix}unlucky`)).toBe(factoryId);
  expect(await provisionFactory(here.provisioner, factoryId)).toEqual({ outcome: "ready" });
});

test("a registration that waits for its first attempt is not reaped, however long it waits", async () => {
  const factoryId = await here.request("patient");
  await here.admin.run(
    `update ${quoteName(here.centralName)}.registrations set created_at = created_at - interval 1 hour`,
  );
  expect(await reapRegistrations(here.provisioner)).toBe(0);
  expect(await forgetFailedRegistrations(here.provisioner)).toBe(0);
  expect(await provisionFactory(here.provisioner, factoryId)).toEqual({ outcome: "ready" });
});

test("one that can't be taken back does not keep the others", async () => {
  const stuck = [await here.request("stuck_one"), await here.request("stuck_two")];
  for (const factoryId of stuck) await provisionAndDie(factoryId, "marked");
  await endLeases();
  await here.admin.run(
    `update ${quoteName(here.centralName)}.registrations set attempts = ${ATTEMPTS_MAX} where is_creating_database and admin_password_hash is not null`,
  );
  let isFirst = true;
  const openSession: typeof here.provisioner.openSession = () => {
    const isRefused = isFirst;
    isFirst = false;
    return isRefused ? Promise.reject(new Error("no room")) : here.provisioner.openSession();
  };
  const failed: string[] = [];
  expect(await reapRegistrations({ ...here.provisioner, openSession }, (id) => void failed.push(id))).toBe(1);
  expect(failed).toHaveLength(1);
  expect(stuck).toContain(failed[0]);
  await endLeases();
  expect(await reapRegistrations(here.provisioner)).toBe(1);
});

/** Provisions in a process of its own, which is killed at the point without a word to anybody. */
async function provisionAndDie(factoryId: string, at: string): Promise<void> {
  const code = `
    import { parseKeys } from "${new URL("../keys.ts", import.meta.url).href}";
    import { openProvisioner } from "${new URL("./open-provisioner.ts", import.meta.url).href}";
    import { provisionFactory } from "${new URL("./provision-factory.ts", import.meta.url).href}";
    const provisioner = openProvisioner({ url: wish.url, keys: parseKeys(wish.keys) });
    await provisionFactory(provisioner, wish.factoryId, reach);
    await provisioner.close();`;
  const wish = { url: here.provisionerUrl, keys: here.keys, factoryId };
  const isMoment = at.startsWith("moment");
  const died = await runAndDie({ code, wish, folder: import.meta.dirname }, isMoment ? { withinMs: longestMs } : at);
  if (!isMoment) longestMs = Math.max(longestMs, died.ms);
  expect(isMoment ? "SIGKILL" : died.signal).toBe("SIGKILL");
}

/** What the server was told to do by the one that was killed, it does first. */
async function finish(factoryId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await endLeases();
        await provisionFactory(here.provisioner, factoryId);
        return (await getRegistration(here.provisioner.central, factoryId)).state;
      },
      { timeout: 30_000 },
    )
    .toBe("READY");
}

/** As if the minute that a lease lasts had passed. */
const endLeases = (): Promise<void> =>
  here.admin.run(
    `update ${quoteName(here.centralName)}.registrations set lease_until = utc_timestamp(3) - interval 1 second where lease_until is not null`,
  );

async function countByState(): Promise<{ databases: number; users: number }> {
  return { databases: (await here.listDatabases()).length, users: (await here.listUsers()).length };
}

async function readyCount(): Promise<number> {
  const [row] = await here.admin.rows<{ n: number }>(
    `select count(*) as n from ${quoteName(here.centralName)}.factories where state = 'READY'`,
  );
  return Number(row?.n);
}
