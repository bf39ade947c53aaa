import { readFileSync, statSync } from "node:fs";
import { type Keys, parseKeys } from "./keys.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** Anything for everybody, and write for the group. A group may read: a service's own, where root keeps the file. */
const TOO_OPEN = 0o027;

/**
 * The keys as a process is told them: in STOREHOUSE_KEYS, or in the file that STOREHOUSE_KEYS_FILE names. Throws on keys that are
 * missing or unfit and on a file that others can read; it never makes any.
 */
export const readKeys = (env: Variables): Keys => parseKeys(keysText(env));

/** The same as text, for who hands it on. */
export function keysText(env: Variables): string | undefined {
  const { STOREHOUSE_KEYS: text, STOREHOUSE_KEYS_FILE: file } = env;
  if (file === undefined || file === "") return text;
  if (text !== undefined && text !== "")
    throw new Error("STOREHOUSE_KEYS and STOREHOUSE_KEYS_FILE are both set: give one.");
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new Error(`STOREHOUSE_KEYS_FILE: ${file} is not there. Put back the copy you saved.`);
  if ((stat.mode & TOO_OPEN) !== 0)
    throw new Error(`STOREHOUSE_KEYS_FILE: others than its owner can read or change ${file}. Run: chmod 600 ${file}`);
  return readFileSync(file, "utf8");
}
