import type { DatabaseAddress } from "@storehouse/tenancy";
import { migrateOne } from "./migrate-one.ts";
import type { Requested } from "./requested.ts";
import { resyncFactory } from "./resync-factory.ts";
import { rotateKeysBy } from "./rotate-keys.ts";
import { rotatePasswordBy } from "./rotate-password.ts";

/** What the requested jobs are told by the worker's environment. */
export type RequestedSettings = Readonly<{
  centralAddress: DatabaseAddress;
  /** How long a factory's former password stays good; a test waits less. */
  passwordOverlapMs?: number;
}>;

/** Who does which requested job. */
export const requestedBy = (settings: RequestedSettings): readonly Requested[] => [
  resyncFactory,
  migrateOne,
  rotatePasswordBy({ overlapMs: settings.passwordOverlapMs }),
  rotateKeysBy(settings),
];
