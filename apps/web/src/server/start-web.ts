import { type Api, makeHandler } from "@storehouse/api";
import { assertOwnKeys, createTenancy, readServiceFigures, type Tenancy } from "@storehouse/tenancy";
import { installCrashLog } from "@storehouse/tenancy/crash-log";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Env } from "../env.ts";
import { inLanguageOf, requestTranslation } from "../language/server-translation.ts";
import { createHandler, type HandlerOptions } from "./create-handler.ts";
import { createLogger } from "./create-logger.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { drain, listen, openServer } from "./open-server.ts";
import { readinessOf } from "./readiness.ts";
import type { StaticFiles } from "./static-files.ts";

/** Who draws the pages: the app's framework, which a test leaves out, and with it the files of a build. */
export type Pages = Readonly<{
  files: StaticFiles;
  draw: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  close: () => Promise<void>;
}>;

/** Shorter than a supervisor's patience, which ends in SIGKILL. */
const STOP_MAX_MS = 18_000;

/** Opens the databases and listens until SIGTERM; then what is under way is finished, streams end, and the process ends with 0. */
export async function startWeb(env: Env, openPages: (server: Server) => Promise<Pages>): Promise<void> {
  installCrashLog({ dir: env.crashFolder });
  const log = createLogger(env.logLevel);
  const tenancy = await openTenancy(env, log);
  await assertOwnKeys(tenancy.central, env.keys);
  // The API tells the figures of its calls, and the figures ask the API about its streams.
  const metrics = createMetrics({
    poolStats: tenancy.stats,
    liveStats: () => api.liveStats(),
    serviceFigures: () => readServiceFigures(tenancy.central),
  });
  const api: Api = openApi(env, tenancy, log, metrics.call);
  // Pages are drawn by Next's bundle, which holds no connections of its own: it asks who is there through this.
  globalThis.__storehouse = { me: api.me, operator: api.operator, translation: requestTranslation };

  const { isDevelopment, publicUrl } = env;
  const readiness = readinessOf(tenancy);
  const pages: HandlerOptions["pages"] = async (req, res, path) => {
    if (!(await app.files(req, res, path))) await inLanguageOf(req, () => app.draw(req, res));
  };
  const { metricsToken } = env;
  const server = openServer(
    createHandler({ api, pages, readiness, metrics, metricsToken, publicUrl, isDevelopment, log }),
  );
  const app = await openPages(server);
  await listen(server, env.port, env.host);
  log.info({ host: env.host, port: env.port, publicUrl: publicUrl.origin }, "listening");
  onStop(log, async () => {
    api.endStreams();
    await drain(server);
    await api.countCalls();
    await Promise.all([tenancy.close(), app.close()]);
  });
}

const openTenancy = ({ centralUrl, keys, connectionBudget: budget }: Env, log: Logger): Promise<Tenancy> =>
  createTenancy({
    centralUrl,
    keys,
    budget,
    onStranger: (target) => log.error(target, "a database is not the factory's that the registry names"),
  });

const openApi = (env: Env, tenancy: Tenancy, log: Logger, onCall: Metrics["call"]): Api =>
  makeHandler({
    tenancy,
    authSecrets: env.authSecrets,
    keys: env.keys,
    publicUrl: env.publicUrl,
    isSecure: env.publicUrl.protocol === "https:",
    trustedProxyHops: env.trustedProxyHops,
    webhookReach: env.webhookReach,
    trialDays: env.trialDays,
    registrationCaps: { perHour: env.registrationsPerHour, perAddressPerHour: env.registrationsPerAddressPerHour },
    backupFolder: env.backupFolder,
    backupStore: env.backupStore,
    factoryServer: env.factoryServer,
    onBug: (bug) => log.error(bug, "internal error"),
    onCall,
  });

function onStop(log: Logger, stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      log.info({ signal }, "stopping");
      setTimeout(() => process.exit(1), STOP_MAX_MS).unref();
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error: String(error) }, "stopping failed");
          process.exit(1);
        },
      );
    });
  }
}
