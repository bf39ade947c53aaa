import type { IncomingMessage } from "node:http";
import { isOwnOrigin } from "./is-own-origin.ts";
import { REFUSALS, type Refusal } from "./refuse.ts";

const TRPC = "/api/trpc/";
const CONSOLE = "/operator/api/";
const REST = "/api/";
const REST_WRITES: ReadonlySet<string> = new Set(["PUT", "PATCH"]);
const READS: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** Judges a request by its address, method and headers alone; undefined when it may go on. */
export function judge(req: IncomingMessage, path: string, publicUrl: URL): Refusal | undefined {
  const { method = "", headers } = req;
  // The absolute form asks for a proxy, and a second slash for another host's redirect.
  if (!path.startsWith("/") || path.startsWith("//") || path.includes("\\")) return REFUSALS.badRequest;
  if (headers["next-action"] !== undefined) return REFUSALS.notFound;
  if (path.startsWith("/_next/image")) return REFUSALS.notFound;
  const isRead = READS.has(method);
  const isStream = headers.accept?.includes("text/event-stream") === true;
  if ((!isRead || isStream) && !isOwnOrigin(headers, publicUrl)) return REFUSALS.origin;
  if (isRead) return undefined;
  const isRest = path.startsWith(REST) && !path.startsWith(TRPC);
  const isWrite = method === "POST" || (REST_WRITES.has(method) && isRest);
  if (!isWrite || !(path.startsWith(REST) || path.startsWith(CONSOLE))) return REFUSALS.method;
  return isJson(headers["content-type"]) ? undefined : REFUSALS.contentType;
}

const isJson = (type: string | undefined): boolean =>
  /^application\/json(\s*;\s*charset="?utf-8"?)?$/i.test(type?.trim() ?? "");
