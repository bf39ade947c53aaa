import next from "next";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { type Env, readEnv } from "./env.ts";
import { type Pages, startWeb } from "./server/start-web.ts";
import { staticFiles } from "./server/static-files.ts";

const APP_FOLDER = join(import.meta.dirname, "..");

async function openPages(env: Env, server: Server): Promise<Pages> {
  // Next attaches its upgrade handler to the server it is given. Only development's client needs one.
  if (!env.isDevelopment) server.on("upgrade", (_req, socket) => socket.end("HTTP/1.1 404 Not Found\r\n\r\n"));
  const app = next({
    dev: env.isDevelopment,
    dir: APP_FOLDER,
    hostname: env.host,
    port: env.port,
    httpServer: env.isDevelopment ? server : createServer(),
  });
  await app.prepare();
  // Development's files change; the ones of a build never do.
  const files = env.isDevelopment ? async () => false : staticFiles(join(APP_FOLDER, ".next/static"));
  return { files, draw: app.getRequestHandler(), close: () => app.close() };
}

try {
  const env = readEnv();
  await startWeb(env, (server) => openPages(env, server));
} catch (error) {
  console.error(error instanceof Error ? error.message : "The web process could not start.");
  process.exit(1);
}
