import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isAlive } from "../process/is-alive.ts";

/** Part of every command line of the tooling: a pid whose process lacks it has been given to somebody else. */
const MARK = "tooling";
/** Whose a claim is in which no process is named. */
const NOBODY = 0;
/** Nobody needs so long to clear a dead claim away: who holds the lock was killed over it. */
const LOCK_MAX_MS = 5000;

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
    // It went this moment: there is nothing to clear, and what stands there next is a living one's.
    if (holder === undefined) continue;
    if (isHeld(holder)) return false;
    clearDead(file, holder);
  }
  return false;
}

/** Gives the claim back; a claim of another process is left alone. */
export function release(file: string): void {
  if (holderOf(file) === process.pid) rmSync(file, { force: true });
}

/** Whether a process other than this one holds the claim and lives. */
export function isClaimedByAnother(file: string): boolean {
  const holder = holderOf(file);
  return holder !== undefined && holder !== process.pid && isHeld(holder);
}

/** The file appears with the pid in it: nobody ever reads a claim that is half written. */
function tryClaim(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes a dead claim, one process at a time: a slower one would remove the claim that has taken its place. */
function clearDead(file: string, holder: number): void {
  const lock = `${file}.lock`;
  try {
    writeFileSync(lock, "", { flag: "wx" });
  } catch {
    const madeAt = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (madeAt !== undefined && Date.now() - madeAt > LOCK_MAX_MS) rmSync(lock, { force: true });
    return;
  }
  if (holderOf(file) === holder) rmSync(file, { force: true });
  rmSync(lock, { force: true });
}

const isHeld = (holder: number): boolean => holder !== NOBODY && isAlive(holder, MARK);

/** Who claims it; undefined when there is no claim. */
function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || NOBODY;
  } catch {
    return undefined;
  }
}
