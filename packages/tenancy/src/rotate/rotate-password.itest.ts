import { sql } from "@storehouse/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setTimeout as sleep } from "node:timers/promises";
import { createTenancy, type Tenancy } from "../create-tenancy.ts";
import { parseKeys } from "../keys.ts";
import { provisionFactory } from "../provision/provision-factory.ts";
import { createScratchInstallation, type ScratchInstallation } from "../provision/scratch-installation.ts";
import { PASSWORD_POINTS, type PasswordMemo, type PasswordPoint, rotatePassword } from "./rotate-password.ts";

/** 20 of them by hand. */
const FACTORIES = Number(process.env["ROTATE_FACTORIES"] ?? 2);
/** Longer than a registry's record is remembered. */
const OVERLAP_MS = 6_000;
const EVERY_MS = 20;
let here: ScratchInstallation;
let tenancy: Tenancy;
const ids: string[] = [];

beforeAll(
  async () => {
    here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
    for (let index = 0; index < FACTORIES; index += 1) {
      const id = await here.request(`rotates_${index}`);
      await provisionFactory(here.provisioner, id);
      ids.push(id);
    }
    tenancy = await createTenancy({ centralUrl: here.webUrl, keys: parseKeys(here.keys), budget: 200 });
  },
  30_000 + FACTORIES * 3_000,
);
afterAll(async () => {
  await tenancy.close();
  await here.drop();
});

async function ask(factoryId: string): Promise<void> {
  const factory = await tenancy.findFactoryById(factoryId);
  if (factory === undefined) throw new Error("The factory is gone.");
  const { db, release } = await tenancy.openTenant(factory);
  await db.execute(sql`select 1`).finally(release);
}

function rotate(factoryId: string, kept: { memo?: PasswordMemo }, dieAt?: PasswordPoint, overlapMs = 0) {
  return rotatePassword(here.provisioner, {
    factoryId,
    memo: kept.memo,
    overlapMs,
    keep: async (memo) => void (kept.memo = memo),
    onPoint: (point) => {
      if (point === dieAt) throw new Error("killed");
    },
  });
}

test(
  "under fifty requests a second no request fails while every factory gets a new password",
  async () => {
    const before = await users();
    let isOver = false;
    let asked = 0;
    const failures: unknown[] = [];
    const load = (async () => {
      const underWay: Promise<unknown>[] = [];
      while (!isOver) {
        underWay.push(ask(ids[asked % ids.length] ?? "").catch((error: unknown) => failures.push(error)));
        asked += 1;
        await sleep(EVERY_MS);
      }
      await Promise.all(underWay);
    })();
    const rotated = await Promise.all(ids.map((id) => rotate(id, {}, undefined, OVERLAP_MS)));
    await sleep(500);
    isOver = true;
    await load;
    expect(failures).toEqual([]);
    expect(asked).toBeGreaterThan(OVERLAP_MS / EVERY_MS / 2);
    expect(rotated.map(({ version }) => version)).toEqual(ids.map(() => 2));
    const after = await users();
    expect(after).toHaveLength(before.length);
    for (const id of ids) await ask(id);
  },
  OVERLAP_MS + 60_000,
);

test.each(PASSWORD_POINTS)(
  "killed when it is %s, it is taken up again, and the factory opens at every moment",
  async (point) => {
    const [id = ""] = ids;
    const kept: { memo?: PasswordMemo } = {};
    await expect(rotate(id, kept, point)).rejects.toThrow("killed");
    tenancy.closeFactory(id);
    await ask(id);
    await rotate(id, kept);
    tenancy.closeFactory(id);
    await ask(id);
    expect(await users()).toHaveLength(FACTORIES);
  },
);

test("one that nobody may enter now is refused", async () => {
  await expect(rotate("01890000-0000-7000-8000-000000000000", {})).rejects.toMatchObject({
    failure: { code: "NOT_FOUND" },
  });
});

/** Users of this installation's factories that the server knows, those that were left behind among them. */
async function users(): Promise<readonly string[]> {
  const names = ids.map((id) => `f_${id.replaceAll("-", "").slice(8)}%`);
  const found = await Promise.all(
    names.map((name) =>
      here.admin.rows<{ name: string }>("select user as name from mysql.user where user like ?", [name]),
    ),
  );
  return found.flat().map(({ name }) => name);
}
