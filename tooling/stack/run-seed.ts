import { APP_COMMANDS } from "../app-commands.ts";
import type { Secrets } from "../secrets.ts";
import { appEnvironment } from "./app-environment.ts";
import { runAppCommand } from "./run-app-command.ts";

type Wish = { folder: string; adminUrl: string; secrets: Secrets };

/** Fills the installation with two factories to look at. What it prints says how to sign in. */
export async function runSeed({ folder, adminUrl, secrets }: Wish, args: readonly string[] = []): Promise<string> {
  const address = { host: "127.0.0.1", port: 3000, publicUrl: "http://localhost:3000" };
  const env = appEnvironment({ folder, adminUrl, secrets, address, isDevelopment: true });
  await runAppCommand(APP_COMMANDS.setup, env.setup);
  const SEED_PASSWORD = process.env["SEED_PASSWORD"] ?? "";
  return runAppCommand(APP_COMMANDS.seed, { ...env.worker, ...env.setup, SEED_PASSWORD }, args);
}
