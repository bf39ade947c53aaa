import { hash, parseOptions, verify } from "@node-rs/argon2";
import { createSemaphore } from "@storehouse/tenancy/semaphore";
import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";

/** What a hash costs (product.md, Password login): Argon2id is the library's default algorithm. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const WAIT_MS = 2_000;
const LINE_MAX = 500;

// Each hash takes 19 MiB and a core: more at once than this would only slow each other and everything else.
const slots = createSemaphore({ capacity: 2 * availableParallelism(), waitMs: WAIT_MS, lineMax: LINE_MAX });

/** Runs work that hashes in one of the process's few slots. Throws BUSY when the wait grows too long. */
export async function inHashSlot<T>(work: () => Promise<T>): Promise<T> {
  await slots.take(1);
  try {
    return await work();
  } finally {
    slots.give(1);
  }
}

/** Hashes a new password. Throws BUSY. */
export const hashPassword = (password: string): Promise<string> => inHashSlot(() => hash(password, COST));

/** True when the password made the hash. Throws BUSY. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  inHashSlot(() => verifyInSlot(passwordHash, password));

/** As verifyPassword, for work that holds a slot already. */
export const verifyInSlot = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password).catch(() => false);

/** As hashPassword, for work that holds a slot already. */
export const hashInSlot = (password: string): Promise<string> => hash(password, COST);

/** True when the hash was made at another cost than new ones are. */
export function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(passwordHash);
  return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism;
}

let nobodys: Promise<string> | undefined;

/** The hash of a password nobody has: checking against it takes the time that checking a person's takes. */
export function nobodysHash(): Promise<string> {
  nobodys ??= hash(randomBytes(32).toString("base64"), COST);
  return nobodys;
}
