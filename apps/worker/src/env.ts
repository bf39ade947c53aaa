import { type Keys, parseKeys } from "@storehouse/tenancy";

/** What the worker is told by its environment. */
export type WorkerEnv = Readonly<{
  centralUrl: string;
  provisionerUrl: string;
  keys: Keys;
  logFolder: string;
  logLevel: string;
}>;

/** Reads the environment. Throws naming the variable that is missing or unfit. */
export function readEnv(env: NodeJS.ProcessEnv = process.env): WorkerEnv {
  return {
    centralUrl: required(env, "CENTRAL_DATABASE_URL"),
    provisionerUrl: required(env, "PROVISIONER_DATABASE_URL"),
    keys: parseKeys(env["STOREHOUSE_KEYS"]),
    logFolder: env["LOG_DIR"] ?? "logs",
    logLevel: env["LOG_LEVEL"] ?? "info",
  };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set.`);
  return value;
}
