import { fail, Id } from "@storehouse/domain";
import { downloadBackup, type StoredFile } from "@storehouse/services";
import { getTRPCErrorFromUnknown } from "@trpc/server";
import { pipeline } from "node:stream/promises";
import { withStatus } from "../failures.ts";
import { refuseRest } from "./refuse-rest.ts";
import type { RestExchange } from "./rest-exchange.ts";

const PATH = /^\/api\/backup\/([^/]+)\/file$/;

/** The id in the path of a backup's file; undefined for every other path. */
export const backupIdOf = (path: string): string | undefined => PATH.exec(path)?.[1];

/** Sends a backup's file as it is stored: locked with the service's key, for keeping elsewhere. */
export async function sendBackup(exchange: RestExchange, id: string): Promise<void> {
  const { req, res } = exchange;
  try {
    const file = await admit(exchange, id);
    // Opened before anything is answered: a file that has just been cleaned up is a refusal, not half an answer.
    const source = await file.open();
    res.writeHead(200, {
      "content-type": "application/octet-stream",
      "content-length": file.sizeBytes,
      "content-disposition": `attachment; filename="${file.fileName}"`,
      "cache-control": "no-store",
      etag: `"${file.sha256}"`,
    });
    if (req.method === "HEAD") {
      source.destroy();
      res.end();
    } else await pipeline(source, res);
  } catch (cause) {
    if (res.headersSent) res.destroy();
    else refuseRest(exchange, withStatus(getTRPCErrorFromUnknown(cause)), "backup.download");
  }
}

async function admit({ open: { ctx } }: RestExchange, id: string): Promise<StoredFile> {
  const { tenant, backups, mustChangePassword } = await ctx.signIn();
  if (mustChangePassword) fail({ code: "MUST_CHANGE_PASSWORD" });
  const parsed = Id.safeParse(id);
  if (!parsed.success) fail({ code: "NOT_FOUND", entity: "backup", id: id.slice(0, 36) });
  return downloadBackup(tenant, backups, { id: parsed.data });
}
