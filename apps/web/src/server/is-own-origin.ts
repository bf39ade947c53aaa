import type { IncomingHttpHeaders } from "node:http";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * True when a request that changes something, or listens, comes from our own pages. A browser says where it comes from in one of two
 * headers, and both must agree where both are there; a program that says neither is let through only without anybody's cookie.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: URL): boolean {
  const { origin, cookie } = headers;
  const site = headers["sec-fetch-site"];
  if (origin === undefined && site === undefined) return cookie === undefined;
  if (site !== undefined && site !== "same-origin") return false;
  return origin === undefined || isSame(origin, publicUrl);
}

function isSame(origin: string, publicUrl: URL): boolean {
  if (origin === publicUrl.origin) return true;
  if (!LOOPBACK.has(publicUrl.hostname) || !URL.canParse(origin)) return false;
  // On one machine, its three names for itself are one place.
  const from = new URL(origin);
  return LOOPBACK.has(from.hostname) && from.port === publicUrl.port && from.protocol === publicUrl.protocol;
}
