import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BIN, ROOT } from "../paths.ts";
import { runProgram } from "../process/run-program.ts";
import { emptyPackages, plant } from "./plant.ts";

const CONFIG = join(ROOT, "tooling/dependency-cruiser.cjs");

/** Files that break nothing and that the planted ones reach for. */
const HONEST = {
  "tsconfig.json": JSON.stringify({
    compilerOptions: { module: "nodenext", allowImportingTsExtensions: true, noEmit: true },
  }),
  ...emptyPackages("zod", "drizzle-orm", "mysql2", "next", "node-cron", "@trpc/server"),
  "packages/domain/src/sku.ts": 'import "zod";\nexport const sku = 1;\n',
  "packages/db/src/index.ts": 'import "drizzle-orm";\nexport const db = 1;\n',
  "packages/db/src/tenant-db.ts": "export const brand = 1;\n",
  "packages/tenancy/src/index.ts": 'import "mysql2";\nexport type Pool = 1;\nexport const pool = 1;\n',
  "packages/tenancy/src/fleet.ts": "export const fleet = 1;\n",
  "packages/services/src/index.ts": 'import "../../db/src/index.ts";\nexport const verb = 1;\n',
  "packages/api/src/index.ts":
    'import "@trpc/server";\nimport "../../services/src/index.ts";\nexport type AppRouter = 1;\nexport const router = 1;\n',
  "packages/backup/src/index.ts": 'import "node:child_process";\nexport const backup = 1;\n',
  "packages/backup/src/desk.ts": "export const desk = 1;\n",
  "packages/api/src/ports.ts": 'import "../../backup/src/desk.ts";\n',
  "packages/testing/src/index.ts": 'import "mysql2";\nexport const tenant = 1;\n',
  "packages/services/src/verb.itest.ts": 'import "../../testing/src/index.ts";\n',
  "apps/worker/src/main.ts": 'import "node-cron";\nimport "../../../packages/tenancy/src/fleet.ts";\n',
  "apps/web/src/server.ts": 'import "../../../packages/api/src/index.ts";\n',
  "apps/web/src/features/stock/index.ts": 'export { table } from "./table.ts";\n',
  "apps/web/src/features/stock/table.ts":
    'import type { AppRouter } from "../../../../../packages/api/src/index.ts";\nexport const table = 1 as AppRouter;\n',
  "apps/web/src/features/product/page.ts": 'import "../stock/index.ts";\n',
};

/** Each rule with a file that breaks it. */
const PLANTED: Record<string, Record<string, string>> = {
  "no-cycles": {
    "packages/db/src/a.ts": 'import { b } from "./b.ts";\nexport const a = (): number => b;\n',
    "packages/db/src/b.ts": 'import { a } from "./a.ts";\nexport const b = a();\n',
  },
  "domain-is-pure": { "packages/domain/src/planted.ts": 'import "node:fs";\n' },
  "tests-are-leaves": { "packages/services/src/planted-leaf.ts": 'import "./verb.itest.ts";\n' },
  "testing-only-from-tests": { "packages/services/src/planted-testing.ts": 'import "../../testing/src/index.ts";\n' },
  "one-drizzle": { "packages/services/src/planted-drizzle.ts": 'import "drizzle-orm";\n' },
  "one-driver": { "packages/services/src/planted-driver.ts": 'import "mysql2";\n' },
  "one-mint": { "packages/services/src/planted-mint.ts": 'import "../../db/src/tenant-db.ts";\n' },
  "fleet-is-for-the-worker": {
    "apps/web/src/server/planted.ts": 'import "../../../../packages/tenancy/src/fleet.ts";\n',
  },
  "one-runner": { "packages/services/src/planted-runner.ts": 'import "node:child_process";\n' },
  "backup-is-for-the-worker": { "packages/api/src/planted-backup.ts": 'import "../../backup/src/index.ts";\n' },
  "routers-know-no-backup": { "packages/api/src/routers/planted-desk.ts": 'import "../../../backup/src/desk.ts";\n' },
  "desk-starts-nothing": {
    "packages/backup/src/keep/clean-up.ts": 'import "../dump/planted.ts";\n',
    "packages/backup/src/dump/planted.ts": "export const dump = 1;\n",
  },
  "services-know-no-transport": { "packages/services/src/planted-transport.ts": 'import "@trpc/server";\n' },
  "auth-stays-below-the-api": { "packages/auth/src/planted.ts": 'import "../../services/src/index.ts";\n' },
  "routers-hold-no-sql": { "packages/api/src/routers/planted.ts": 'import "../../../tenancy/src/index.ts";\n' },
  "api-takes-no-table": { "packages/api/src/planted.ts": 'import "../../db/src/index.ts";\n' },
  "one-timetable": { "apps/worker/src/jobs/planted.ts": 'import "node-cron";\n' },
  "client-imports-types-only": {
    "apps/web/src/components/planted.ts":
      'import { router } from "../../../../packages/api/src/index.ts";\nexport const r = router;\n',
  },
  "ui-draws-only": { "packages/ui/src/planted.ts": 'import "../../services/src/index.ts";\n' },
  "features-meet-at-the-index": { "apps/web/src/features/product/planted.ts": 'import "../stock/table.ts";\n' },
};

/** Which file broke which rule, as `rule file`. */
async function breaches(files: Record<string, string>): Promise<string[]> {
  using tree = plant(files);
  const options = ["apps", "packages", "--config", CONFIG, "--output-type", "json"];
  const { output } = await runProgram(join(BIN, "depcruise"), options, { cwd: tree.root });
  const report = JSON.parse(output.slice(output.indexOf("{"))) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return report.summary.violations.map(({ from, rule }) => `${rule.name} ${from}`);
}

test("honest imports break no rule", async () => {
  expect(await breaches(HONEST)).toEqual([]);
});

test("every import rule fires on the file that breaks it", async () => {
  const planted = Object.assign({}, HONEST, ...Object.values(PLANTED)) as Record<string, string>;
  const expected = Object.entries(PLANTED).map(([rule, files]) => `${rule} ${Object.keys(files)[0]}`);
  expect(await breaches(planted)).toEqual(expect.arrayContaining(expected));
});

test("every import rule is planted", () => {
  const config: unknown = createRequire(import.meta.url)(CONFIG);
  const names = [...JSON.stringify(config).matchAll(/"name":"([\w-]+)","comment"/g)].map(([, name]) => name ?? "");
  expect(names.sort()).toEqual(Object.keys(PLANTED).sort());
});
