import { expect, test } from "vitest";
import { splitLogin } from "./split-login.ts";

const kim = "kim@acme";
const rejected = undefined;

// What was typed → the one account it means, or none.
const table: [string, string | undefined][] = [
  ["kim@acme", kim],
  [" kim@acme ", kim],
  ["kim@acme\n", kim],
  ["KIM@acme", kim],
  ["Kim@ACME", kim],
  ["ｋｉｍ@acme", kim],
  ["kim.lee@acme", "kim.lee@acme"],
  ["kim_lee-2@acme_works_2", "kim_lee-2@acme_works_2"],
  ["42@acme", "42@acme"],
  ["kim @acme", kim],
  ["kim@acm\u212A", rejected],
  ["\u212Aim@acme", kim],
  ["kim", rejected],
  ["@", rejected],
  ["@acme", rejected],
  ["kim@", rejected],
  ["", rejected],
  ["   ", rejected],
  ["k@acme", rejected],
  ["a@b@acme", rejected],
  ["kim@other@acme", rejected],
  ["kim@@acme", rejected],
  ["kim＠acme", rejected],
  ["kim＠other@acme", rejected],
  ["kim﹫acme", rejected],
  ["kim@acme.", rejected],
  ["kim@acme .", rejected],
  ["kim@ acme", rejected],
  ["kim@ac me", rejected],
  ["kim@acme%00", rejected],
  ["kim@acme\u0000", rejected],
  ["kim\u0000@acme", rejected],
  ["kim@acme\u200b", rejected],
  ["kim\u200b@acme", rejected],
  ["kim\u202e@acme", rejected],
  ["kim@асме", rejected],
  ["kіm@acme", rejected],
  ["kim@ａcme", rejected],
  ["kim@acmé", rejected],
  ["kim@1acme", rejected],
  ["kim@_acme", rejected],
  ["kim@ac", rejected],
  [`kim@${"a".repeat(48)}`, `kim@${"a".repeat(48)}`],
  [`kim@${"a".repeat(49)}`, rejected],
  [`${"k".repeat(60)}@acme`, `${"k".repeat(60)}@acme`],
  [`${"k".repeat(61)}@acme`, rejected],
  [`${"k".repeat(10_000)}@acme`, rejected],
  ["kim@acme-works", rejected],
  ["kim@acme/../other", rejected],
  ["kim@acme`; drop database central_db; --", rejected],
  ["kim' or '1'='1@acme", rejected],
  ["kim' --@acme", rejected],
  ["kim%@acme", rejected],
  ["k*m@acme", rejected],
  ["..@acme", rejected],
  [".kim@acme", rejected],
  ["kim@acme?factory=other", rejected],
  ["kim@acme#other", rejected],
  ["kim\\@acme", rejected],
  ["mailto:kim@acme", rejected],
  ["kim@[127.0.0.1]", rejected],
  ["kim@localhost:3306", rejected],
  ["kim\t@acme", kim],
  ["ﬁm@acme", "fim@acme"],
];

test("the table is long enough to mean something", () => expect(table.length).toBeGreaterThanOrEqual(60));

test.each(table)("%j is one account or none", (typed, account) => {
  const parts = splitLogin(typed);
  expect(parts && `${parts.username}@${parts.dbName}`).toBe(account);
});
