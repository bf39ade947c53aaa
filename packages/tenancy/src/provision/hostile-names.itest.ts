import { RegisterInput } from "@storehouse/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestFactory } from "../registration/request-factory.ts";
import { quoteName } from "./grants.ts";
import { provisionFactory } from "./provision-factory.ts";
import { createScratchInstallation, requestOf, type ScratchInstallation } from "./scratch-installation.ts";

let here: ScratchInstallation;
beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  await here.admin.run(`create database ${here.prefix}canary`);
});
afterAll(() => here.drop());

/** `$` stands for the test's own prefix. */
const REFUSED = [
  ..."$x`; DROP DATABASE $canary; --|$x'; DROP DATABASE $canary; --|$x\"; --|$x\\`|`$x`|'$x'|$x;|$x--|$x/**/|$x#".split(
    "|",
  ),
  ..."$x y| $x|$x |$x\t|$x\n|$x\r\n|$x\u0000|$x\u0000y|\u0000$x|$x.y|$canary.t|../$x|..|.|$x/y|$x\\y|$x%|%|$x%00|*".split(
    "|",
  ),
  ..."|a|ab|_|__|_ab|9ab|1|$X|STEEL|Steel_Works|$x-y|$x@y|@|$x+y|$x=y|$x(y)|$x,y|$x:y|$x~y|$x!y|$x?y|$x&y|$x<y>".split(
    "|",
  ),
  ..."mysql|sys|information_schema|performance_schema|central_db|test|admin|root|storehouse_web|mysql_x|null|default".split(
    "|",
  ),
  ..."$xé|ｆａｂｒｉｋ|ѕteel|$x\u202e|\u202d$x|$x\u200b|$x\ufeff|फैक्ट्री|工厂|$x😀|İstanbul|ﬁrm_a|$xß".split("|"),
  `$${"a".repeat(60)}`,
  "a".repeat(49),
  "a".repeat(65),
  "a".repeat(100_000),
];
const ACCEPTED = ["$a_b", "$aab", "$a__b", "$select", "$drop_table", "$a1", "$z9_", "$canary_2"];

test.each(REFUSED.map((name) => [name.slice(0, 40), name] as const))(
  "%j makes no database, asked for through the form or past it",
  async (_, template) => {
    const name = template.replaceAll("$", here.prefix);
    const before = await here.listDatabases();
    expect(RegisterInput.safeParse(sixFields(name)).success).toBe(false);

    // As an attacker would who already has the web's account.
    const request = requestOf(name, `Past the form ${REFUSED.indexOf(template)}`);
    const requested = await requestFactory(here.web.db, request, here.server).catch(() => undefined);
    const outcome = requested && (await provisionFactory(here.provisioner, requested.factoryId)).outcome;
    expect(outcome ?? "failed").toBe("failed");

    expect(await here.listDatabases()).toEqual(before);
    expect(await here.listUsers()).toEqual([]);
  },
);

test("names that are allowed make exactly the database asked for, and see no other though one matches the other's pattern", async () => {
  const names = ACCEPTED.map((template) => template.replace("$", here.prefix));
  for (const name of names) {
    expect(RegisterInput.safeParse(sixFields(name)).success).toBe(true);
    const { factoryId } = await requestFactory(here.web.db, requestOf(name), here.server);
    expect(await provisionFactory(here.provisioner, factoryId)).toEqual({ outcome: "ready" });
  }
  expect(new Set(await here.listDatabases())).toEqual(new Set([...names, `${here.prefix}canary`]));

  const grants = await here.admin.rows<{ name: string; user: string }>(
    `select db as name, user from mysql.db where user in (select db_user collate utf8mb4_bin from ${quoteName(here.centralName)}.factories)`,
  );
  expect(grants.map(({ name }) => name.replaceAll("\\_", "_")).sort()).toEqual([...names].sort());
  expect(grants.every(({ name }) => !/(?<!\\)[_%]/.test(name))).toBe(true);
});

function sixFields(name: string): RegisterInput {
  const { adminPasswordHash: _, ...request } = requestOf(name, "Steel Works");
  return { ...request, admin_password: "kettle 7 drum" };
}
