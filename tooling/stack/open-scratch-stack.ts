import { rmSync } from "node:fs";
import { join } from "node:path";
import { endServerOf } from "../database/private-server.ts";
import type { ServerProgram } from "../database/server-program.ts";
import { DATA } from "../paths.ts";
import { readSecrets, type Secrets } from "../secrets.ts";
import { appEnvironment } from "./app-environment.ts";
import { chooseAddress } from "./choose-address.ts";
import { openDatabase } from "./open-database.ts";
import { endLeftoverStack, startStack } from "./start-stack.ts";

export type ScratchStack = {
  url: string;
  folder: string;
  adminUrl: string;
  secrets: Secrets;
  /** What the bench and the journeys may know: everything that any process of the product knows. */
  env: Record<string, string>;
  webPid: () => number | undefined;
  stop: () => Promise<void>;
};

/** Each journey signs a factory up, all from one address. */
const MANY = 10_000;
const FIRST_DATABASE_PORT = 13_480;
const FIRST_WEB_PORT = 13_100;

/** Web and worker, as in production, on an empty database server of their own under `.data/<name>`; `program` is this machine's unless told. */
export async function openScratchStack(name: string, program?: ServerProgram): Promise<ScratchStack> {
  const folder = join(DATA, name);
  await endLeftoverStack(folder);
  await endServerOf(join(folder, "database"));
  rmSync(folder, { recursive: true, force: true });

  const secrets = readSecrets(folder);
  const rootPassword = secrets.databaseRootPassword;
  const server = { port: FIRST_DATABASE_PORT, isPrivate: true, ...(program && { program }) };
  const database = await openDatabase({ folder, rootPassword, ...server });
  try {
    const { port } = await chooseAddress({}, FIRST_WEB_PORT);
    const address = { host: "127.0.0.1", port, publicUrl: `http://127.0.0.1:${port}` };
    const wish = {
      folder,
      adminUrl: database.adminUrl,
      secrets,
      address,
      registrationsPerHour: MANY,
      mayTellLoopback: true,
    };
    const stack = await startStack(wish);
    const stop = async (): Promise<void> => {
      await stack.stop();
      await database.stop();
    };
    const { setup, worker } = appEnvironment({ ...wish, isDevelopment: false });
    const env = { ...worker, ...setup };
    return { url: address.publicUrl, folder, adminUrl: wish.adminUrl, secrets, env, webPid: stack.webPid, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
