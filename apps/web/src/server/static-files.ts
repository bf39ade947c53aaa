import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** Answers what it has and says whether it did. */
export type StaticFiles = (req: IncomingMessage, res: ServerResponse, path: string) => Promise<boolean>;

const PREFIX = "/_next/static/";
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".ico": "image/x-icon",
};
const UNSQUEEZABLE: ReadonlySet<string> = new Set([".woff2", ".png", ".ico"]);
const squeeze = promisify(gzip);

/** Serves a build's files, which never change under their names. They are squeezed once, on first use, and kept. */
export function staticFiles(folder: string): StaticFiles {
  // Only names that were there at the start are served: no path from outside reaches the file system.
  const known = new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => [
      PREFIX + name.split(sep).join("/"),
      join(folder, name),
    ]),
  );
  const plain = new Map<string, Promise<Buffer>>();
  const squeezed = new Map<string, Promise<Buffer>>();
  const once = (kept: Map<string, Promise<Buffer>>, file: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const known = kept.get(file);
    if (known !== undefined) return known;
    const made = make();
    kept.set(file, made);
    // A file that could not be read once is tried again.
    made.catch(() => kept.delete(file));
    return made;
  };
  const read = (file: string): Promise<Buffer> => once(plain, file, () => readFile(file));

  return async (req, res, path) => {
    const file = known.get(path);
    const type = TYPES[extname(path)];
    if (file === undefined || type === undefined) return false;
    const isSqueezed = !UNSQUEEZABLE.has(extname(path)) && /\bgzip\b/.test(String(req.headers["accept-encoding"]));
    const body = isSqueezed ? await once(squeezed, file, async () => squeeze(await read(file))) : await read(file);
    res.writeHead(200, {
      "content-type": type,
      "content-length": body.length,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      ...(isSqueezed ? { "content-encoding": "gzip" } : {}),
    });
    res.end(req.method === "HEAD" ? undefined : body);
    return true;
  };
}
