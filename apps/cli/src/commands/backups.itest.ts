import { createCodeVault } from "@storehouse/auth";
import { backUpFactory, type BackupContext, listMovingCopies, readPrograms, tendCopy } from "@storehouse/backup";
import { eq } from "@storehouse/db";
import { backups, operators, platformAudit, sideCopies } from "@storehouse/db/central";
import { OPERATORS_REALM, parseDatabaseUrl } from "@storehouse/tenancy";
import { dropSideDatabase } from "@storehouse/tenancy/provision";
import { buildLocation, codeOfPhone, createTestService, type TestFactory } from "@storehouse/testing";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runCli } from "../run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "cli-backups-"));
const service = await createTestService("$argon2id$none");
const { installation, tenancy } = service;
const { central } = tenancy;
const ctx: BackupContext = {
  tenancy,
  centralAddress: parseDatabaseUrl(installation.webUrl),
  provisioner: installation.provisioner,
  keys: installation.provisioner.keys,
  folder: join(folder, "db-backups"),
  programs: readPrograms(process.env),
};
let fans: TestFactory;
let pumps: TestFactory;

beforeAll(async () => {
  [fans, pumps] = [await service.factory("fans"), await service.factory("pumps")];
  await buildLocation(fans.db);
  vi.stubEnv("PROVISIONER_DATABASE_URL", installation.provisionerUrl);
  vi.stubEnv("STOREHOUSE_KEYS", installation.keys);
  vi.stubEnv("BACKUP_DIR", ctx.folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  for (const { id } of await central.select().from(sideCopies)) await dropSideDatabase(ctx.provisioner, id);
  rmSync(folder, { recursive: true });
  await service.drop();
});

async function run(words: string, input = ""): Promise<Readonly<{ code: number; said: string }>> {
  const lines: string[] = [];
  const line = (text: string): void => void lines.push(text);
  const streams = { print: line, complain: line, readInput: () => Promise.resolve(input) };
  const code = await runCli(words.split(" "), streams);
  return { code, said: lines.join("\n") };
}

async function save(factory: TestFactory): Promise<Readonly<{ id: string; path: string }>> {
  const { id = "" } = await backUpFactory(ctx, factory.record.id, { slot: v7().slice(-20) });
  const [row] = await central.select().from(backups).where(eq(backups.id, id));
  return { id, path: join(ctx.folder, row?.fileName ?? "") };
}
const stateOf = async (id: string): Promise<string | undefined> =>
  (await central.select().from(backups).where(eq(backups.id, id)))[0]?.state;

test("a backup is verified by being restored; one that was changed fails, and both are written down", async () => {
  const { id, path } = await save(fans);
  expect(await run("backup verify latest")).toMatchObject({ code: 2 });
  expect(await run(`backup verify latest --factory ${fans.record.dbName}`)).toMatchObject({
    code: 0,
    said: expect.stringMatching(new RegExp(`^${id}\tverified\t\\d+ rows$`)) as string,
  });
  expect(await stateOf(id)).toBe("VERIFIED");
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
  writeFileSync(path, bytes);
  expect(await run(`backup verify ${id}`)).toMatchObject({
    code: 1,
    said: expect.stringContaining("failed") as string,
  });
  expect(await stateOf(id)).toBe("FAILED");
  expect(await run(`backup verify ${v7()}`)).toMatchObject({ code: 1 });
  expect(await run(`backup verify ${id} --factory ${pumps.record.dbName}`)).toMatchObject({ code: 1 });
  const events = await central.select().from(platformAudit).where(eq(platformAudit.action, "backup.verify"));
  expect(new Set(events.map(({ detail }) => detail?.["outcome"]))).toEqual(new Set(["failed", "verified"]));
});

test("a clean-up says what goes and why the rest stays; a dry one removes nothing", async () => {
  const old = v7();
  const at = new Date(Date.now() - 9 * 86_400_000);
  await central.insert(backups).values({ id: old, subject: fans.record.id, state: "FAILED", requestedAt: at });
  const dry = await run("backup cleanup --dry-run");
  expect(dry.said).toMatch(new RegExp(`${fans.record.dbName}\t${old}\t.*\twould go`));
  expect(dry.said).toContain("kept: of the last 7 days");
  expect(await stateOf(old)).toBe("FAILED");
  expect(await run("backup cleanup")).toMatchObject({ code: 0, said: expect.stringMatching(/1 removed\.$/) as string });
  expect(await stateOf(old)).toBeUndefined();
});

test("an archive brought by hand is restored by the worker", async () => {
  const mine = join(folder, "mine.backup");
  copyFileSync((await save(fans)).path, mine);
  let isOver = false;
  const worker = (async () => {
    while (!isOver) for (const id of await listMovingCopies(central, 5)) await tendCopy(ctx, id);
  })();
  const restored = await run(`restore ${fans.record.dbName} --file ${mine}`);
  isOver = true;
  await worker;
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining("\tREADY\t") as string });
});

async function makeOperator(username: string): Promise<() => string> {
  const id = v7();
  const { secret, locked } = createCodeVault(ctx.keys, OPERATORS_REALM).newSecret(id);
  const made = { createdAt: new Date(), updatedAt: new Date() };
  await central.insert(operators).values({ id, username, name: username, role: "OWNER", ...locked, ...made });
  return () => codeOfPhone(secret);
}

test("one of another factory is refused; two operators who prove who they are, and the typed name, let it be restored", async () => {
  const theirs = (await save(pumps)).path;
  const codes = { olga: await makeOperator("olga"), omar: await makeOperator("omar") };
  const ask = `restore ${fans.record.dbName} --file ${theirs}`;
  const name = `--confirm ${fans.record.dbName}`;
  expect(await run(ask)).toMatchObject({ code: 1, said: "The backup is of another factory." });
  expect((await run(`${ask} --override --as olga`, codes.olga())).code).toBe(2);
  expect(await run(`${ask} --override --as olga ${name}`, "000000")).toMatchObject({
    code: 1,
    said: expect.stringContaining("SECOND_STEP_REFUSED") as string,
  });
  const asked = await run(`${ask} --override --as olga ${name}`, codes.olga());
  expect(asked.code).toBe(0);
  const id = asked.said.split(" ")[0] ?? "";
  const approve = (as: string, code: string) => run(`backup approve ${id} --as ${as} ${name}`, code);
  await central.update(operators).set({ lastStep: 0 });
  expect((await approve("olga", codes.olga())).said).toContain("SAME_OPERATOR");
  const copyState = async () => (await central.select().from(sideCopies).where(eq(sideCopies.id, id)))[0];
  expect(await copyState()).toMatchObject({ state: "AWAITING" });
  expect((await approve("omar", codes.omar())).code).toBe(0);
  expect(await copyState()).toMatchObject({ state: "REQUESTED", approvedBy: "operator:omar" });
});
