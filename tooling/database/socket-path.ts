import { tmpdir } from "node:os";
import { join } from "node:path";

/** The kernel's limit, without the closing zero byte. */
const LONGEST_PATH_BYTES = 107;

/** A unix socket beside the data; in a deep checkout, where its path would be too long, in the temporary folder. */
export function socketPathFor(home: string, port: number): string {
  const path = join(home, "s.sock");
  // MySQL makes `<socket>.lock` beside it.
  if (Buffer.byteLength(`${path}.lock`) <= LONGEST_PATH_BYTES) return path;
  return join(tmpdir(), `storehouse-${process.getuid?.() ?? 0}-${port}.sock`);
}
