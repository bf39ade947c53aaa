import { fail } from "@storehouse/domain";
import { exportFactory } from "@storehouse/services";
import { getTRPCErrorFromUnknown } from "@trpc/server";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { withStatus } from "../failures.ts";
import { refuseRest } from "./refuse-rest.ts";
import type { RestExchange } from "./rest-exchange.ts";

export const EXPORT_PATH = "/api/backup/export";

const RETRY_SECONDS = 60;
/** Whoever takes longer to fetch it holds on to a connection, and to the state of the factory at its beginning. */
const MAX_MS = 15 * 60_000;

/** Factories whose everything is on its way out of this process: one at a time each. */
const underWay = new Set<string>();

/** Sends everything the caller's factory owns, as it is read: an archive that breaks off has no end, and does not open. */
export async function sendExport(exchange: RestExchange): Promise<void> {
  const { res, open } = exchange;
  try {
    const { tenant, factory, mustChangePassword } = await open.ctx.signIn();
    if (mustChangePassword) fail({ code: "MUST_CHANGE_PASSWORD" });
    if (underWay.has(factory.id)) fail({ code: "RATE_LIMITED", retryAfterSeconds: RETRY_SECONDS });
    underWay.add(factory.id);
    try {
      const { fileName, write } = await exportFactory(tenant);
      res.writeHead(200, {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      });
      if (exchange.req.method !== "HEAD") await write(writerTo(res, AbortSignal.timeout(MAX_MS)));
      res.end();
    } finally {
      underWay.delete(factory.id);
    }
  } catch (cause) {
    if (res.headersSent) res.destroy();
    else refuseRest(exchange, withStatus(getTRPCErrorFromUnknown(cause)), "backup.export");
  }
}

/** Writes no faster than the other end reads. Throws when it has gone away, or takes too long. */
const writerTo =
  (res: ServerResponse, signal: AbortSignal) =>
  async (chunk: Uint8Array): Promise<void> => {
    if (res.destroyed) throw new Error("the one who asked has gone away");
    signal.throwIfAborted();
    if (res.write(chunk)) return;
    await Promise.race([once(res, "drain", { signal }), once(res, "close", { signal })]);
  };
