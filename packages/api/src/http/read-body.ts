import { DomainError } from "@storehouse/domain";
import { TRPCError } from "@trpc/server";
import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";

/** Reads a request's body as JSON; undefined when empty. Throws TOO_LARGE as soon as it is longer than `limit` bytes, PARSE_ERROR when it is not JSON in UTF-8. */
export async function readJson(req: IncomingMessage, limit: number): Promise<unknown> {
  const bytes = await readBytes(req, limit);
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw new TRPCError({ code: "PARSE_ERROR" });
  return parseJson(bytes.toString("utf8"));
}

/** Parses JSON. Throws PARSE_ERROR instead of what the parser throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TRPCError({ code: "PARSE_ERROR", cause });
  }
}

function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Who went away before anybody listened is told of by no event any more, and would be waited for for ever.
    if (req.destroyed) throw new TRPCError({ code: "CLIENT_CLOSED_REQUEST" });
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return chunks.push(chunk);
      // What still comes is read and dropped, so that the answer can be.
      req.removeAllListeners("data").resume();
      return reject(new DomainError({ code: "TOO_LARGE", what: "request", limit }));
    });
    req.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    req.on("error", reject);
    req.on("close", () => reject(new TRPCError({ code: "CLIENT_CLOSED_REQUEST" })));
  });
}
