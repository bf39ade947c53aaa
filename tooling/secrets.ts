import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ExplainedError } from "./explained-error.ts";

/** What this installation keeps to itself. `keys` is `id:base64,…`; the first key encrypts, every key decrypts. */
export type Secrets = {
  databaseRootPassword: string;
  webDatabasePassword: string;
  provisionerDatabasePassword: string;
  authSecret: string;
  keys: string;
};

/** Reads `<folder>/secrets.json`, which is made once with random values and mode 0600; the environment overrides it. */
export function readSecrets(folder: string): Secrets {
  const file = join(folder, "secrets.json");
  const kept = readKept(file) ?? createSecrets(file, join(folder, "database/data"));
  return {
    ...kept,
    webDatabasePassword: process.env["WEB_DATABASE_PASSWORD"] ?? kept.webDatabasePassword,
    provisionerDatabasePassword: process.env["PROVISIONER_DATABASE_PASSWORD"] ?? kept.provisionerDatabasePassword,
    authSecret: process.env["AUTH_SECRET"] ?? kept.authSecret,
    keys: process.env["STOREHOUSE_KEYS"] ?? kept.keys,
  };
}

function readKept(file: string): Secrets | undefined {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new ExplainedError(
      `${file} can be read by others than its owner. Run: chmod 600 ${file}\n` +
        "If somebody may have read it, give new keys afterwards: docs/operations.md, Keys and passwords.",
    );
  }
  const kept: unknown = JSON.parse(text);
  if (isSecrets(kept)) return kept;
  throw new ExplainedError(`${file} is not complete. Put back the copy you saved: without it the data cannot be read.`);
}

function createSecrets(file: string, data: string): Secrets {
  // A new password would lock the server, and new keys every factory in it.
  if (existsSync(data)) {
    throw new ExplainedError(
      `${file} is missing, yet ${data} is there. Put back the copy you saved: without it the data cannot be read.\n` +
        `To begin anew with nothing, move ${dirname(data)} away.`,
    );
  }
  const secrets: Secrets = {
    databaseRootPassword: randomBytes(24).toString("base64url"),
    webDatabasePassword: randomBytes(24).toString("base64url"),
    provisionerDatabasePassword: randomBytes(24).toString("base64url"),
    authSecret: randomBytes(48).toString("base64url"),
    keys: newKey(),
  };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // "wx": two starts at once must not each write their own.
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return secrets;
}

/** Named after what it is: two installations never have different keys under one name. */
function newKey(): string {
  const key = randomBytes(32);
  return `${createHash("sha256").update(key).digest("hex").slice(0, 8)}:${key.toString("base64")}`;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function isSecrets(value: unknown): value is Secrets {
  const names: (keyof Secrets)[] = [
    "databaseRootPassword",
    "webDatabasePassword",
    "provisionerDatabasePassword",
    "authSecret",
    "keys",
  ];
  if (typeof value !== "object" || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return names.every((name) => typeof fields[name] === "string" && fields[name] !== "");
}
