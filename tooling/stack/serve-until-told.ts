import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExplainedError } from "../explained-error.ts";
import { DATA } from "../paths.ts";
import { readSecrets, type Secrets } from "../secrets.ts";
import { buildWeb } from "./build-web.ts";
import { chooseAddress } from "./choose-address.ts";
import { openDatabase, SUPERVISOR_FILE } from "./open-database.ts";
import { claim, release } from "./owner.ts";
import { endLeftoverStack, startStack } from "./start-stack.ts";

const OWNER_FILE = join(DATA, SUPERVISOR_FILE);
const ADDRESS_FILE = join(DATA, "run/address");

type Wish = {
  isDevelopment: boolean;
  /** Runs once everything is up, before the address is shown. */
  onReady?: (wish: { folder: string; adminUrl: string; secrets: Secrets }) => Promise<void>;
};

/**
 * Brings up database, web and worker, prints the address, and stays until Ctrl+C or SIGTERM. Whatever came up is
 * stopped in the reverse of its use: web, worker, database. Returns the exit code.
 */
export async function serveUntilTold({ isDevelopment, onReady }: Wish): Promise<number> {
  const told = tellOnSignal();
  const toStop: (() => Promise<void>)[] = [];
  const isTold = (): boolean => told.signal.aborted;

  const bringUp = async (): Promise<void> => {
    claimInstallation();
    toStop.unshift(async () => {
      rmSync(ADDRESS_FILE, { force: true });
      release(OWNER_FILE);
    });
    await endLeftoverStack(DATA);
    const secrets = readSecrets(DATA);
    const database = await openDatabase({ folder: DATA, rootPassword: secrets.databaseRootPassword });
    toStop.unshift(database.stop);
    console.error(`Database: ${database.label}`);
    if (isTold()) return;
    if (!isDevelopment) await buildWeb();
    if (isTold()) return;
    const address = await chooseAddress(process.env);
    const wish = { folder: DATA, adminUrl: database.adminUrl, secrets, address, isDevelopment, signal: told.signal };
    toStop.unshift((await startStack(wish)).stop);
    if (isTold()) return;
    await onReady?.({ folder: DATA, adminUrl: database.adminUrl, secrets });
    writeFileSync(ADDRESS_FILE, address.publicUrl);
    console.log(`Storehouse is ready at ${address.publicUrl}`);
  };

  try {
    await bringUp();
    await told.promise;
    console.error("Stopping …");
    return 0;
  } catch (error) {
    if (isTold()) return 0;
    console.error(error instanceof ExplainedError ? error.message : error);
    return 1;
  } finally {
    for (const stop of toStop) await stop();
  }
}

/** Web and worker run once per installation; `npm run seed` and the like join its database instead. */
function claimInstallation(): void {
  if (claim(OWNER_FILE)) return;
  const address = existsSync(ADDRESS_FILE) ? ` at ${readFileSync(ADDRESS_FILE, "utf8")}` : "";
  throw new ExplainedError(`Storehouse already runs from this folder${address}. Stop that one first (Ctrl+C there).`);
}

function tellOnSignal(): { promise: Promise<void>; signal: AbortSignal } {
  const abort = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  // A terminal's Ctrl+C arrives twice (from the terminal and from npm): the second changes nothing.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      abort.abort();
      resolve();
    });
  }
  return { promise, signal: abort.signal };
}
