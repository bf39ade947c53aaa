import { eq } from "@storehouse/db";
import { factories, platformAudit } from "@storehouse/db/central";
import { PLANS, UNLIMITED } from "@storehouse/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFactoryFinder } from "../find-factory.ts";
import { createScratchInstallation, type ScratchInstallation } from "./scratch-installation.ts";
import { setFactoryPlan } from "./set-factory-plan.ts";

let here: ScratchInstallation;
beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
});
afterAll(() => here.drop());

test("a new factory is on trial; another plan shows in what is read of it, and stands in the service's log once", async () => {
  const id = await here.request("planned");
  const dbName = `${here.prefix}planned`;
  const finder = createFactoryFinder(here.web.db);
  const allowance = async () => (await finder.byId(id))?.allowance;
  expect(await allowance()).toEqual({ ...PLANS[0], plan: "trial", code: undefined });
  await setFactoryPlan(here.web.db, dbName, "unlimited");
  await setFactoryPlan(here.web.db, dbName, "unlimited");
  expect(await allowance()).toEqual(UNLIMITED);
  await here.web.db
    .update(factories)
    .set({ limits: { users: 3 } })
    .where(eq(factories.id, id));
  expect((await allowance())?.limits).toEqual({ ...UNLIMITED.limits, users: 3 });
  const lines = await here.web.db.select().from(platformAudit).where(eq(platformAudit.factoryId, id));
  expect(lines.filter(({ action }) => action === "factory.setPlan")).toHaveLength(1);
});

test("a plan or factory that is not there is refused, and an unknown plan in the registry is no allowance", async () => {
  const id = await here.request("lost");
  const dbName = `${here.prefix}lost`;
  await expect(setFactoryPlan(here.web.db, dbName, "golden")).rejects.toThrow("INVALID");
  await expect(setFactoryPlan(here.web.db, "nobody", "trial")).rejects.toThrow("NOT_FOUND");
  await here.web.db.update(factories).set({ plan: "golden" }).where(eq(factories.id, id));
  expect((await createFactoryFinder(here.web.db).byId(id))?.allowance).toBeNull();
});
