import { join } from "node:path";
import type { ServerProgram } from "../database/server-program.ts";
import { BIN, ROOT } from "../paths.ts";
import { runProgram } from "../process/run-program.ts";
import { type Outcome, settle } from "./outcome.ts";
import { readVitestReport } from "./read-report.ts";
import { openTestServer, SECOND_SIZE, type TestServerName } from "./open-test-server.ts";
import type { Step, StepContext } from "./step.ts";

/** A run that hangs must not take the others' report with it. */
const LIMIT_MS = 25 * 60_000;

/** What asks our processes, whatever server stands behind them: walked on one of the two. */
const ON_MARIADB_ALONE = [
  "packages/api/src/bad-input.itest.ts",
  "packages/api/src/live-storm.itest.ts",
  "apps/web/src/server/create-handler.itest.ts",
  "apps/web/src/server/start-web.itest.ts",
  "apps/worker/src/start-refusals.itest.ts",
  "apps/worker/src/worker.itest.ts",
];

/** The tests that need no server. */
export const UNIT_STEPS: readonly Step[] = ["unit", "web"].map((project) => ({
  name: project,
  run: (context) => runVitest(project, project, context, { env: {} }),
}));

/** The database tests, once on each server. */
export const DATABASE_STEPS: readonly Step[] = [databaseStep("mariadb"), databaseStep("mysql")];

function databaseStep(server: TestServerName): Step {
  const name = `db:${server}`;
  const run: Step["run"] = async (context) => {
    const opened = await openTestServer(server, name.replace(":", "-"), context);
    if ("notTested" in opened) return { passed: 0, failed: 0, log: "", notTested: opened.notTested };
    // A second one of the same kind, for factories that move.
    const second = await openTestServer(server, `${name.replace(":", "-")}-second`, context, SECOND_SIZE);
    if ("notTested" in second) throw new Error(second.notTested);
    const env = {
      TEST_DATABASE_URL: opened.adminUrl,
      TEST_SECOND_DATABASE_URL: second.adminUrl,
      TEST_DATABASE_SERVER: server,
      ...clientEnv(opened.clients),
    };
    const without = server === "mysql" ? ON_MARIADB_ALONE : [];
    const outcome = await runVitest(name, "db", context, { env, without });
    await Promise.all([opened.stop(), second.stop()]);
    return outcome;
  };
  return { name, run };
}

/** Where a server's own dump and restore programs are, when they are not on the path. */
function clientEnv(clients: ServerProgram["clients"]): Record<string, string> {
  if (clients === undefined) return {};
  return {
    DUMP_COMMAND: JSON.stringify(clients.dump),
    RESTORE_COMMAND: JSON.stringify(clients.restore),
    BINLOG_COMMAND: JSON.stringify(clients.binlog),
  };
}

async function runVitest(
  name: string,
  project: string,
  { logs }: StepContext,
  { env, without = [] }: Readonly<{ env: Record<string, string>; without?: readonly string[] }>,
): Promise<Outcome> {
  const file = name.replace(":", "-");
  const report = join(logs, `${file}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", "--project", project, ...reporters, ...without.map((path) => `--exclude=${path}`)];
  const { code, output } = await runProgram(join(BIN, "vitest"), args, {
    cwd: ROOT,
    env: { ...env, NO_COLOR: "1", FORCE_COLOR: undefined },
    logFile: join(logs, `${file}.log`),
    limitMs: LIMIT_MS,
  });
  return settle({ ...readVitestReport(report), log: output }, code);
}
