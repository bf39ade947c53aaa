import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { afterAll, beforeAll, expect, test } from "vitest";
import { provisionFactory } from "./provision-factory.ts";
import { reconcileRegistry } from "./reconcile-registry.ts";
import { createScratchInstallation, type ScratchInstallation } from "./scratch-installation.ts";

let here: ScratchInstallation;
let works: string;

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  await provisionFactory(here.provisioner, await here.request("works"));
  works = `${here.prefix}works`;
});
afterAll(() => here.drop());

// Other tests have installations of their own on this server.
const stray = "storehouse_check_0123456789abcdef";
const look = async () =>
  (await reconcileRegistry(here.provisioner, { lookAgainMs: 50 }))
    .filter(({ dbName }) => dbName === works || dbName === stray)
    .map(({ dbName, kind }) => [dbName, kind]);

test("a factory whose database or user is gone is told of, and a database of ours that is nobody's; nothing is mended", async () => {
  expect(await look()).toEqual([]);
  await here.admin.run(`create database if not exists ${stray}`);
  expect(await look()).toEqual([[stray, "DATABASE_UNOWNED"]]);
  await here.admin.run(`drop database ${stray}`);

  const { central } = here.provisioner;
  const isIt = eq(factories.dbName, works);
  const [row] = await central.select().from(factories).where(isIt);
  await here.admin.run(`drop user '${row?.dbUser ?? ""}'@'%'`);
  expect(await look()).toEqual([[works, "USER_MISSING"]]);
  await here.admin.run(`drop database ${works}`);
  expect(await look()).toEqual([
    [works, "DATABASE_MISSING"],
    [works, "USER_MISSING"],
  ]);
  // One that is on its way is not at rest.
  await central.update(factories).set({ state: "DELETING" }).where(isIt);
  expect(await look()).toEqual([]);
  const left = await here.admin.rows("select 1 from information_schema.schemata where schema_name = ?", [works]);
  expect(left).toEqual([]);
});
