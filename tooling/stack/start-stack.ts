import { join } from "node:path";
import { APP_COMMANDS, type AppCommand } from "../app-commands.ts";
import { ExplainedError } from "../explained-error.ts";
import { NODE, ROOT } from "../paths.ts";
import type { Secrets } from "../secrets.ts";
import { type AppAddress, appEnvironment } from "./app-environment.ts";
import { endLeftover, type Leftover } from "./end-leftover.ts";
import { runAppCommand } from "./run-app-command.ts";
import { type Service, supervise } from "./supervise.ts";
import { waitForHealth } from "./wait-for-health.ts";

export type StackWish = {
  folder: string;
  adminUrl: string;
  secrets: Secrets;
  address: AppAddress;
  isDevelopment?: boolean;
  registrationsPerHour?: number;
  signal?: AbortSignal;
};

export type Stack = { webPid: () => number | undefined; stop: () => Promise<void> };

/** `next dev` compiles its first page while the health check waits. */
const HEALTH_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 20_000;

/** Checks the server, applies migrations and accounts, then runs web and worker. Returns when web answers. */
export async function startStack(wish: StackWish): Promise<Stack> {
  const env = appEnvironment({ ...wish, isDevelopment: wish.isDevelopment ?? false });
  const said = await runAppCommand(APP_COMMANDS.setup, env.setup);
  // Its last line is that it is done; what comes before is for whoever keeps the server.
  for (const warning of said.trim().split("\n").slice(0, -1)) console.error(warning);

  const folders = { logs: join(wish.folder, "logs"), run: join(wish.folder, "run") };
  const web = await supervise(service(APP_COMMANDS.web, env.web), folders);
  const worker = await supervise(service(APP_COMMANDS.worker, env.worker), folders);
  const stop = async (): Promise<void> => {
    await web.stop();
    await worker.stop();
  };
  const stack: Stack = { webPid: web.pid, stop };

  const { host, port } = wish.address;
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  if (await waitForHealth(`http://${reachable}:${port}`, HEALTH_PATIENCE_MS, wish.signal)) return stack;
  await stop();
  if (wish.signal?.aborted) return stack;
  throw new ExplainedError(`The web server did not come up. Its log: ${join(folders.logs, "web.log")}`);
}

/** Ends web and worker of a start that was killed, so that their port is free again. */
export async function endLeftoverStack(folder: string): Promise<void> {
  for (const command of [APP_COMMANDS.web, APP_COMMANDS.worker])
    await endLeftover(join(folder, "run"), leftover(command));
}

function service(command: AppCommand, env: Record<string, string>): Service {
  return { ...leftover(command), cwd: join(ROOT, command.cwd), env };
}

function leftover(command: AppCommand): Leftover {
  return { name: command.name, command: [NODE, ...command.args], patienceMs: STOP_PATIENCE_MS };
}
