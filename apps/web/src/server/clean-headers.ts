import type { IncomingMessage } from "node:http";

// Headers by which Next's own parts talk to each other: from outside they could skip a step or name another page.
const INTERNAL =
  /^(x-middleware-|x-nextjs-|x-invoke-|x-matched-path|x-now-|x-vercel-|x-action-|x-nonce|content-security-policy)/;

/** Takes away what only our own side may say, and sets what pages are to believe of the public address. */
export function cleanHeaders(req: IncomingMessage, publicUrl: URL): void {
  for (const name of Object.keys(req.headers)) if (INTERNAL.test(name)) delete req.headers[name];
  req.headers["x-forwarded-host"] = publicUrl.host;
  req.headers["x-forwarded-proto"] = publicUrl.protocol.slice(0, -1);
}
