import { createHash } from "node:crypto";
import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const LEFT_OUT = new Set(["node_modules", ".next", ".turbo", ".data", "dist", ".tsbuild"]);
const IS_TEST = /\.(test|itest|test-d)\.tsx?$/;

/** One value for the contents of these files and folders, tests left out: it changes when a build would. */
export function sourceHash(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesOf(join(root, path))).sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOTDIR" ? [path] : [];
  }
  return entries
    .filter((entry) => !LEFT_OUT.has(entry.name) && !IS_TEST.test(entry.name) && entry.name !== "next-env.d.ts")
    .flatMap((entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return filesOf(inner);
      return entry.isFile() && !entry.name.endsWith(".tsbuildinfo") ? [inner] : [];
    });
}
