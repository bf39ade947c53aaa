import { migrateOne } from "./migrate-one.ts";
import type { Requested } from "./requested.ts";
import { resyncFactory } from "./resync-factory.ts";

/** Who does which requested job. */
export const REQUESTED: readonly Requested[] = [resyncFactory, migrateOne];
