import { expect, test } from "vitest";
import { parseDatabaseUrl } from "../database-url.ts";
import { checkServer } from "./check-server.ts";
import { openSession } from "./open-session.ts";
import { describeSetting, findWrongSettings } from "./server-settings.ts";

const url = process.env["TEST_DATABASE_URL"] ?? "";

test("the server that the project runs keeps every promise that only it can keep", async () => {
  expect((await checkServer(url)).filter(({ isRefused }) => isRefused)).toEqual([]);
});

test("the server's own settings are asked for, whatever the session has set for itself", async () => {
  const session = await openSession(parseDatabaseUrl(url));
  await session.run("SET SESSION sql_mode = 'NO_ENGINE_SUBSTITUTION', SESSION time_zone = '+05:30'");
  expect(await findWrongSettings(session)).toEqual(await checkServer(url));
  await session.close();
});

test.each([
  ["sql_mode", "NO_ENGINE_SUBSTITUTION"],
  ["time_zone", "+05:30"],
  ["transaction_isolation", "REPEATABLE-READ"],
])(
  "a wrong %s is found and explained, and no reason to refuse: our connections set it themselves",
  async (name, is) => {
    const wrong = await findWrongSettings(serverWith({ [name]: is }));
    expect(wrong).toMatchObject([{ name, is, isRefused: false }]);
    expect(wrong.map(describeSetting).join()).toContain(`${name} is ${is}; better`);
  },
);

test.each([
  ["innodb_flush_log_at_trx_commit", "2"],
  ["innodb_doublewrite", "OFF"],
])("a server with %s=%s is refused", async (name, is) => {
  const wrong = await findWrongSettings(serverWith({ [name]: is }));
  expect(wrong).toMatchObject([{ name, is, isRefused: true }]);
  expect(wrong.map(describeSetting).join()).toContain("must be");
});

test("MariaDB's name for the isolation and the machine's own UTC are known", async () => {
  const names = { transaction_isolation: undefined, tx_isolation: "READ-COMMITTED" };
  expect(await findWrongSettings(serverWith({ ...names, time_zone: "SYSTEM", system_time_zone: "UTC" }))).toEqual([]);
});

/** A server whose settings are right but for some. */
function serverWith(changed: Record<string, string | undefined>): Parameters<typeof findWrongSettings>[0] {
  const settings = {
    innodb_flush_log_at_trx_commit: "1",
    innodb_doublewrite: "ON",
    sql_mode: "STRICT_TRANS_TABLES",
    time_zone: "+00:00",
    transaction_isolation: "READ-COMMITTED",
    ...changed,
  };
  const variables = Object.entries(settings)
    .filter(([, Value]) => Value !== undefined)
    .map(([Variable_name, Value]) => ({ Variable_name, Value }));
  return {
    rows: <Row extends object>() => Promise.resolve(variables as readonly object[] as readonly Row[]),
  };
}
