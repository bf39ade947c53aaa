import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isAlive } from "../process/is-alive.ts";

/** Part of every command line of the tooling: a pid whose process lacks it has been given to somebody else. */
const MARK = "tooling";

/**
 * Claims `file` for this process. False when another process that still lives holds it: two starts of the same
 * installation share a database, and only the first may stop it. A claim of a dead process is taken over.
 */
export function claim(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < 5; attempt++) {
    if (tryClaim(file)) return true;
    const holder = holderOf(file);
    if (holder === process.pid) return true;
    if (holder !== undefined && isAlive(holder, MARK)) return false;
    rmSync(file, { force: true });
  }
  return false;
}

/** Gives the claim back; a claim of another process is left alone. */
export function release(file: string): void {
  if (holderOf(file) === process.pid) rmSync(file, { force: true });
}

function tryClaim(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}
