import { randomBytes, randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { openLink } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { auditLog, signInLinks } from "@storehouse/db/tenant";
import { createTenancy, parseKeys } from "@storehouse/tenancy";
import { acquireLease } from "@storehouse/tenancy/fleet";
import { claimJob, enlistJobs, failJob, requestJob } from "@storehouse/tenancy/job";
import { createScratchInstallation, type ScratchInstallation } from "@storehouse/tenancy/scratch-installation";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runCli } from "./run-cli.ts";

const adminUrl = process.env["TEST_DATABASE_URL"] ?? "";
const PASSWORD = "kettle 7 drum";
const STDIN = "--password-stdin";
let here: ScratchInstallation;
let own: string;

beforeAll(async () => {
  here = await createScratchInstallation(adminUrl);
  own = `${here.prefix}steel_works`;
  vi.stubEnv("DATABASE_URL", adminUrl);
  vi.stubEnv("PROVISIONER_DATABASE_URL", here.provisionerUrl);
  vi.stubEnv("STOREHOUSE_KEYS", here.keys);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await here.drop();
});

test("setup may be run again, and twice at once: the second finds nothing to do", async () => {
  const prefix = `${here.prefix}again_`;
  vi.stubEnv("CENTRAL_DATABASE_NAME", `${prefix}central`);
  vi.stubEnv("DATABASE_ACCOUNT_PREFIX", prefix);
  vi.stubEnv("WEB_DATABASE_PASSWORD", randomBytes(9).toString("hex"));
  vi.stubEnv("PROVISIONER_DATABASE_PASSWORD", randomBytes(9).toString("hex"));
  const both = await Promise.all([run("setup"), run("setup")]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.filter(({ out }) => out.includes("(0 migration steps run)"))).toHaveLength(1);
  await here.admin.run(`drop user '${prefix}web'@'%', '${prefix}provisioner'@'%'`);
});

test("setup does not move into a database that holds something else", async () => {
  await here.admin.run(`create database ${here.prefix}other; create table ${here.prefix}other.t (a int)`);
  vi.stubEnv("CENTRAL_DATABASE_NAME", `${here.prefix}other`);
  const { code, err } = await run("setup");
  expect(code).toBe(1);
  expect(err).toContain("holds something else");
  vi.stubEnv("CENTRAL_DATABASE_NAME", undefined);
});

test("check-server finds the test server right", async () => {
  expect(await run("check-server")).toMatchObject({ code: 0 });
});

test("a factory is made, listed, shut and opened; its password is nowhere in what is printed", async () => {
  const made = await run(["factory", "create", own, ...named("Steel Works"), STDIN], PASSWORD);
  expect(made).toMatchObject({ code: 0, out: `Ready. Sign in as asha@${own}` });
  expect((await run("factory list")).out).toMatch(
    new RegExp(`${own}\\tREADY\\tschema \\d+\\t1 people\\t${here.prefix}Steel Works`),
  );

  expect(await run(["factory", "suspend", own, "--reason", "unpaid"])).toMatchObject({ code: 0 });
  expect((await run("factory list")).out).toContain("\tSUSPENDED\t");
  expect(await run(["factory", "suspend", own, "--reason", "unpaid"])).toMatchObject({ code: 1 });
  expect(await run(["factory", "reactivate", own])).toMatchObject({ code: 0 });
  expect((await run("factory list")).out).toContain(`${own}\tREADY`);
  expect(await run(["factory", "set-plan", own, "small"])).toMatchObject({ code: 0 });
  expect(await run(["factory", "set-plan", own, "golden"])).toMatchObject({ code: 1 });
  expect(await run(["factory", "set-plan", own])).toMatchObject({ code: 2 });
  const printed = JSON.stringify([made, await run("factory list")]);
  for (const secret of [PASSWORD, new URL(here.provisionerUrl).password]) expect(printed).not.toContain(secret);
});

test("a factory made without a password prints a link that chooses one, once", async () => {
  const name = `${here.prefix}by_link`;
  const create = (db: string) => run(["factory", "create", db, ...named("By Link")]);
  const without = await create(name);
  expect(without).toMatchObject({ code: 2, err: expect.stringContaining("AUTH_SECRET is not set") as string });
  const secret = randomBytes(48).toString("base64url");
  vi.stubEnv("AUTH_SECRET", secret);
  vi.stubEnv("PUBLIC_URL", "https://stock.example.com");
  const made = await create(name);
  expect(made.code).toBe(0);
  const [said, url = ""] = made.out.split("\n");
  expect(said).toContain(`asha@${name} chooses a password here`);
  expect(url).toMatch(/^https:\/\/stock\.example\.com\/reset#[\w-]{86}$/);

  const tenancy = await createTenancy({ centralUrl: here.provisionerUrl, keys: parseKeys(here.keys), budget: 2 });
  const door = await openLink({ factories: tenancy, secrets: [secret] }, new URL(url).hash.slice(1));
  expect(door.factory.dbName).toBe(name);
  const [link] = await door.door.db.select().from(signInLinks);
  expect(link).toMatchObject({ tokenHash: door.tokenHash, usedAt: null });
  const [line] = await door.door.db.select().from(auditLog).where(eq(auditLog.action, "users.reset"));
  expect(line).toMatchObject({ device: "storehouse factory create" });
  door.door.release();
  await tenancy.close();
});

test("what is wrong is said with the field, and the exit code is not 0", async () => {
  const taken = await run(["factory", "create", own, ...named("Other"), STDIN], PASSWORD);
  expect(taken).toMatchObject({ code: 1, err: expect.stringContaining('"field":"db_name"') as string });
  const weak = await run(["factory", "create", `${own}_2`, ...named("Weak"), STDIN], "123456");
  expect(weak.code).toBe(1);
  expect(weak.err).toContain("admin_password");
  const bad = await run(["factory", "create", "Bad Name", ...named("Bad"), STDIN], PASSWORD);
  expect(bad).toMatchObject({ code: 2, err: expect.stringContaining("db_name: DB_NAME_INVALID") as string });
  expect((await run("factory create --nonsense")).code).toBe(2);
  expect((await run("factory explode")).code).toBe(2);
  expect((await run("factory retry no_such_factory")).code).toBe(1);
});

test("migrate has nothing to do on a fleet that is current", async () => {
  expect(await run("factory migrate")).toMatchObject({ code: 0, out: "0 of 0 factories brought up to date." });
});

test("a name that the server holds already fails, and can be retried once it is free", async () => {
  const name = `${here.prefix}occupied`;
  await here.admin.run(`create database ${name}; create table ${name}.t (a int)`);
  const refused = await run(["factory", "create", name, ...named("Occupied"), STDIN], PASSWORD);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("NAME_OCCUPIED") as string });
  await here.admin.run(`drop database ${name}`);
  expect(await run(["factory", "retry", name])).toMatchObject({ code: 0, out: `${name} is ready.` });
});

test("worker-health follows the worker's sign of life", async () => {
  expect((await run("worker-health")).code).toBe(1);
  await acquireLease(here.provisioner.central, `worker:${hostname()}`, 60_000);
  expect((await run("worker-health")).code).toBe(0);
});

test("the worker's jobs are seen, asked for, and put back into its queue", async () => {
  const { central } = here.provisioner;
  const lease = await acquireLease(central, "timetable", 60_000);
  if (lease !== undefined) await enlistJobs(central, lease, [{ name: "count", cron: "* * * * *", nextRunAt: null }]);
  for (const word of ["run", "pause", "resume"]) expect(await run(`jobs ${word} count`)).toMatchObject({ code: 0 });
  expect(await run("jobs run no-such-job")).toMatchObject({ code: 1 });
  const wish = { kind: "factory.resync", factoryId: null, requestedBy: "olga" } as const;
  const { id } = await requestJob(central, { ...wish, id: randomUUID() });
  const job = await claimJob(central);
  if (job !== undefined) await failJob(central, job, { error: "no luck", isFinal: true });
  const listed = (await run("jobs list")).out;
  expect(listed).toContain("count\tnot yet run");
  expect(listed).toContain(`${id}\tfactory.resync\t\tFAILED`);
  expect(listed).toMatch(/\tfactory\.create\t.*\tDONE\t/);
  expect(await run("jobs runs count")).toMatchObject({ code: 0, out: "" });
  expect(await run(`jobs retry ${id}`)).toMatchObject({ code: 0 });
  expect(await run(`jobs retry ${id}`)).toMatchObject({ code: 1 });
});

test("backups are asked for and listed; a restore wants a backup of this factory, and its name to replace it", async () => {
  const asked = await run(`backup create ${own} --no-wait`);
  expect(asked).toMatchObject({ code: 0, out: expect.stringContaining("is asked for") });
  const id = /Backup (\S+) /.exec(asked.out)?.[1] ?? "";
  expect((await run(`backup list ${own}`)).out).toContain(`${id}\t`);
  expect(await run(`restore ${own} --backup ${id}`)).toMatchObject({ code: 1 });
  expect(await run(`restore ${own} --backup ${randomUUID()}`)).toMatchObject({ code: 1 });
  expect(await run(`restore ${own} --backup ${id} --switch`)).toMatchObject({ code: 2 });
  expect(await run(`restore ${own} --backup ${id} --switch --confirm another`)).toMatchObject({ code: 2 });
  expect(await run(`backup list ${own}_not`)).toMatchObject({ code: 1 });
});

test("connections are counted again on demand", async () => {
  expect(await run(["sync-connections", own])).toMatchObject({ code: 0, out: `${own}\t1 people\t5 connections` });
  expect(await run("sync-connections no_such_factory")).toMatchObject({ code: 1 });
});

const named = (factory: string): string[] => {
  const name = `${here.prefix}${factory}`;
  return ["--name", name, "--admin", "asha", "--admin-name", "Asha Rao"];
};

async function run(words: string | string[], input = ""): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(typeof words === "string" ? words.split(" ") : words, {
    print: (line) => void out.push(line),
    complain: (line) => void err.push(line),
    readInput: () => Promise.resolve(input),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

describe("operators", () => {
  beforeAll(() => {
    vi.stubEnv("AUTH_SECRET", randomBytes(48).toString("base64"));
    vi.stubEnv("PUBLIC_URL", "https://storehouse.test");
  });

  test("are made, listed, reset and disabled; a link is all that is printed of how they get in", async () => {
    const made = await run("operator create olga --name Olga --role owner");
    expect(made).toMatchObject({ code: 0 });
    expect(made.out).toMatch(/https:\/\/storehouse\.test\/operator\/link#[\w-]{86}$/);
    expect((await run("operator list")).out).toMatch(/olga\tOWNER\thas not used the link\tnever seen\tOlga/);
    const again = await run("operator create olga --name Olga --role VIEWER");
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining("TAKEN") });
    expect((await run("operator reset olga")).out).toMatch(/operator\/link#/);
    expect(await run("operator disable olga")).toMatchObject({ code: 0 });
    expect((await run("operator list")).out).toContain("disabled");
  });

  test.each([
    ["operator create olga2 --name Olga --role king", 2],
    ["operator create olga2 --role OWNER", 2],
    ["operator create o@b --name Olga --role OWNER", 2],
    ["operator create olga2 --name Olga --role VIEWER --factories a", 2],
    ["operator create olga2 --name Olga --role OPERATOR --factories no_such_works", 1],
    ["operator reset nobody", 1],
    ["operator disable nobody", 1],
  ])("%s ends with %i", async (words, code) => {
    expect(await run(words)).toMatchObject({ code });
  });
});
