import { createScratchInstallation, type ScratchInstallation } from "@storehouse/tenancy/scratch-installation";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runCli } from "../run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "kit-"));
let here: ScratchInstallation;

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  vi.stubEnv("DATABASE_URL", process.env["TEST_DATABASE_URL"]);
  vi.stubEnv("PROVISIONER_DATABASE_URL", here.provisionerUrl);
  vi.stubEnv("STOREHOUSE_KEYS", here.keys);
  vi.stubEnv("CENTRAL_DATABASE_NAME", here.centralName);
  vi.stubEnv("BACKUP_DIR", join(folder, "db-backups"));
  vi.stubEnv("WEB_DATABASE_PASSWORD", "a");
  vi.stubEnv("PROVISIONER_DATABASE_PASSWORD", "b");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await here.drop();
});

async function run(words: readonly string[]): Promise<Readonly<{ code: number; said: string }>> {
  const lines: string[] = [];
  const line = (text: string): void => void lines.push(text);
  const code = await runCli(words, { print: line, complain: line, readInput: async () => "" });
  return { code, said: lines.join("\n") };
}

test("a kit is its owner's alone, is never written over, and its keys are not printed", async () => {
  const kit = join(folder, "kit.json");
  const written = await run(["recovery-kit", "--out", kit]);
  expect(written.code).toBe(0);
  expect(statSync(kit).mode & 0o777).toBe(0o600);
  expect(readFileSync(kit, "utf8")).toContain(here.keys);
  expect(written.said).not.toContain(here.keys);
  expect((await run(["recovery-kit", "--out", kit])).code).toBe(1);
  expect((await run(["recovery-kit"])).code).toBe(2);

  chmodSync(kit, 0o644);
  const open = await run(["rebuild", "--kit", kit]);
  expect(open).toMatchObject({ code: 1, said: expect.stringContaining("Others may read") as string });
  chmodSync(kit, 0o600);
  const empty = await run(["rebuild", "--kit", kit]);
  expect(empty).toMatchObject({ code: 1, said: expect.stringContaining("no backup of the central") as string });
  writeFileSync(kit, "{}");
  expect((await run(["rebuild", "--kit", kit])).said).toContain("no recovery kit");
});

test("a moment without its zone, and a factory that is not there, are refused", async () => {
  const at = (moment: string, name = "nobody") => run(["factory", "restore-at", name, "--at", moment]);
  expect((await at("2026-11-26 10:30")).code).toBe(2);
  expect(await at("2026-11-26T10:30:00Z")).toMatchObject({ code: 1, said: "There is no factory nobody." });
});
