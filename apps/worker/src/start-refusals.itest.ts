import { createScratchInstallation, type ScratchInstallation } from "@storehouse/tenancy/scratch-installation";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The two processes by the lines that start them in earnest, each without the other. */
const PROCESSES = { web: ["../../web", "src/server.ts"], worker: [".", "main.ts"] } as const;
const anotherKey = `k1:${randomBytes(32).toString("base64")}`;
let here: ScratchInstallation;
let folder: string;

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  folder = mkdtempSync(join(tmpdir(), "refusals-"));
  mkdirSync(join(folder, "logs"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await here.drop();
});

test.each(["web", "worker"] as const)("%s refuses to start without its keys, and makes none", async (name) => {
  const open = join(folder, `${name}-open`);
  writeFileSync(open, here.keys);
  chmodSync(open, 0o644);
  const before = await keptMark();
  const files = readdirSync(folder);
  const ended = await Promise.all([
    start(name, {}),
    start(name, { STOREHOUSE_KEYS: anotherKey }),
    start(name, { STOREHOUSE_KEYS_FILE: open }),
  ]);
  expect(ended.map(({ code }) => code)).toEqual([1, 1, 1]);
  const [missing, foreign, tooOpen] = ended.map(({ said }) => said);
  expect(missing).toMatch(/^STOREHOUSE_KEYS is not set/m);
  expect(foreign).toMatch(/^None of the keys given is this installation's own/m);
  expect(tooOpen).toContain(`chmod 600 ${open}`);
  for (const { said } of ended) expect(said).not.toMatch(/\n\s+at /);
  for (const secret of [here.keys, anotherKey]) expect(ended.map(({ said }) => said).join()).not.toContain(secret);
  expect(await keptMark()).toEqual(before);
  expect(readdirSync(folder)).toEqual(files);
});

type Ended = Readonly<{ code: number | null; said: string }>;

async function start(name: keyof typeof PROCESSES, keys: Readonly<Record<string, string>>): Promise<Ended> {
  const [place, script] = PROCESSES[name];
  const env = {
    PATH: process.env["PATH"] ?? "",
    CENTRAL_DATABASE_URL: here.webUrl,
    PROVISIONER_DATABASE_URL: here.provisionerUrl,
    AUTH_SECRET: randomBytes(48).toString("base64"),
    LOG_DIR: join(folder, "logs"),
    PORT: "0",
    ...keys,
  };
  const child = spawn(process.execPath, [script], {
    cwd: join(import.meta.dirname, place),
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

/** Everything that tells which keys the installation has. */
const keptMark = () =>
  here.admin.rows(
    `select key_fingerprint, (select count(*) from ${here.centralName}.factories) as factories from ${here.centralName}.installation`,
  );
