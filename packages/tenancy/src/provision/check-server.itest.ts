import { expect, test } from "vitest";
import { parseDatabaseUrl } from "../database-url.ts";
import { checkServer } from "./check-server.ts";
import { openSession } from "./open-session.ts";
import { findWrongSettings } from "./server-settings.ts";

const url = process.env["TEST_DATABASE_URL"] ?? "";

test("the server that the project runs keeps every promise", async () => {
  expect(await checkServer(url)).toEqual([]);
});

test.each([
  ["sql_mode", "sql_mode = 'NO_ENGINE_SUBSTITUTION'"],
  ["time_zone", "time_zone = '+05:30'"],
  ["transaction_isolation", "TRANSACTION ISOLATION LEVEL REPEATABLE READ"],
])("a wrong %s is found and explained", async (name, change) => {
  const session = await openSession(parseDatabaseUrl(url));
  await session.run(`SET SESSION ${change}`);
  const wrong = await findWrongSettings(session);
  await session.close();
  expect(wrong.map((setting) => setting.name)).toEqual([name]);
  expect(wrong[0]?.why).not.toBe("");
});

test("a server that commits without a flush is refused", async () => {
  const variables = [
    { Variable_name: "innodb_flush_log_at_trx_commit", Value: "2" },
    { Variable_name: "innodb_doublewrite", Value: "OFF" },
    { Variable_name: "sql_mode", Value: "STRICT_TRANS_TABLES" },
    { Variable_name: "time_zone", Value: "SYSTEM" },
    { Variable_name: "system_time_zone", Value: "UTC" },
    { Variable_name: "tx_isolation", Value: "READ-COMMITTED" },
  ];
  const rows = <Row extends object>(): Promise<readonly Row[]> =>
    Promise.resolve(variables as readonly object[] as readonly Row[]);
  const wrong = await findWrongSettings({ rows });
  expect(wrong.map(({ name }) => name)).toEqual(["innodb_flush_log_at_trx_commit", "innodb_doublewrite"]);
});
