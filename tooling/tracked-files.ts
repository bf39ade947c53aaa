import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The files of a git work tree as they stand: tracked or new, never ignored ones, never deleted ones. */
export function trackedFiles(root: string): string[] {
  const options = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const listed = execFileSync("git", options, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  const files = new Set(listed.split("\0").filter((path) => path !== ""));
  return [...files].filter((path) => existsSync(join(root, path)));
}
