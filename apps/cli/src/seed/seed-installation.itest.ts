import { createScratchInstallation, type ScratchInstallation } from "@storehouse/tenancy/scratch-installation";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runCli } from "../run-cli.ts";
import { seedInstallation } from "./seed-installation.ts";

let here: ScratchInstallation;
beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await here.drop();
});

test("two factories with half a year of entries that tie; a second run finds all of it there", async () => {
  const { provisioner, keys, server, prefix } = here;
  const wish = {
    provisioner,
    keys,
    server,
    prefix,
    centralUrl: here.provisionerUrl,
    password: "kettle 7 drum",
    now: new Date(),
  };
  const startedAt = performance.now();
  const first = await seedInstallation(wish);
  console.info(
    `seeded in ${Math.round(performance.now() - startedAt)} ms: ${first.map(({ entries }) => entries).join(" and ")} entries`,
  );
  expect(first.map(({ isNew, products }) => ({ isNew, products }))).toEqual([
    { isNew: true, products: 200 },
    { isNew: true, products: 200 },
  ]);
  expect(first[0]?.entries).toBeGreaterThan(1_500);
  for (const { factory } of first) {
    const [row] = await here.admin.rows<{
      low: number;
      roles: number;
      days: number;
      reversals: number;
      formulas: number;
      makings: number;
    }>(
      `select (select count(*) from ${factory.dbName}.variant_stock where is_low = 1) as low,
        (select count(distinct role) from ${factory.dbName}.users) as roles,
        (select datediff(max(occurred_at), min(occurred_at)) from ${factory.dbName}.inventory_entries) as days,
        (select count(*) from ${factory.dbName}.inventory_entries where type = 'reversal') as reversals,
        (select count(*) from ${factory.dbName}.product_formulas) as formulas,
        (select count(*) from ${factory.dbName}.inventory_entries where type = 'manufacturing_in') as makings`,
    );
    expect(row).toMatchObject({ roles: 4 });
    expect(Number(row?.low)).toBeGreaterThan(3);
    expect(Number(row?.days)).toBeGreaterThan(170);
    expect(Number(row?.reversals)).toBeGreaterThan(0);
    expect(Number(row?.formulas)).toBe(5);
    expect(Number(row?.makings)).toBeGreaterThan(0);
  }
  const again = await seedInstallation(wish);
  expect(again).toEqual(first.map((one) => ({ ...one, isNew: false })));
});

test("a production installation is refused", async () => {
  for (const mode of ["production", ""]) {
    vi.stubEnv("NODE_ENV", mode);
    const said: string[] = [];
    const code = await runCli(["seed"], {
      print: () => undefined,
      complain: (line) => void said.push(line),
      readInput: () => Promise.resolve(""),
    });
    expect(code).toBe(2);
    expect(said.join(" ")).toContain("development");
  }
});
