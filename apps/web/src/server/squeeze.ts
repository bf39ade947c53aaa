import compression from "compression";
import type { IncomingMessage, ServerResponse } from "node:http";
import { constants } from "node:zlib";

/** The answers that are as large as a factory. They hold no secret beside what the one who asks typed, so that their length tells nothing. */
const LARGE: ReadonlySet<string> = new Set(["/api/trpc/search.index"]);

const squeezing = compression({ level: constants.Z_BEST_SPEED, enforceEncoding: "identity" });

/** Sends a large answer of the API squeezed to whoever takes it so. Streams and all that is small go out as they are. */
export function squeezeLarge(req: IncomingMessage, res: ServerResponse, path: string): void {
  if (!LARGE.has(path)) return;
  squeezing(req as Parameters<typeof squeezing>[0], res as Parameters<typeof squeezing>[1], () => undefined);
}
