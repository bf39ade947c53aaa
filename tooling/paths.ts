import { resolve } from "node:path";

/** The folder of the repository; every other path of the tooling starts here. */
export const ROOT = resolve(import.meta.dirname, "..");

/** What the project keeps on this machine: databases, secrets, logs. Never in git. */
export const DATA = resolve(ROOT, ".data");

/** The programs that the lockfile brought. */
export const BIN = resolve(ROOT, "node_modules/.bin");

/** The project's own Node, which this process runs on. */
export const NODE = process.execPath;
