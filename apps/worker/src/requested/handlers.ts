import type { MovePoint } from "@storehouse/backup";
import type { DeletePoint } from "@storehouse/tenancy/provision";
import type { BackupSettings } from "../backup-settings.ts";
import { archiveFactoryBy } from "./archive-factory.ts";
import { deleteFactoryBy } from "./delete-factory.ts";
import { migrateOne } from "./migrate-one.ts";
import { moveFactoryBy } from "./move-factory.ts";
import type { Requested } from "./requested.ts";
import { resyncFactory } from "./resync-factory.ts";
import { rotateKeysBy } from "./rotate-keys.ts";
import { rotatePasswordBy } from "./rotate-password.ts";

/** What the requested jobs are told by the worker's environment. */
export type RequestedSettings = Readonly<{
  backup: BackupSettings;
  /** How long a factory's former password stays good; a test waits less. */
  passwordOverlapMs?: number;
  /** How long a factory is shut before its last backup; a test waits less. */
  closingMs?: number;
  /** Told how far a move is: a test ends it there. */
  onMovePoint?: (point: MovePoint) => void;
  /** Told how far a deletion is: a test ends it there. */
  onDeletePoint?: (point: DeletePoint) => void;
}>;

/** Who does which requested job. */
export const requestedBy = (settings: RequestedSettings): readonly Requested[] => [
  resyncFactory,
  migrateOne,
  rotatePasswordBy({ overlapMs: settings.passwordOverlapMs }),
  moveFactoryBy(settings),
  archiveFactoryBy(settings),
  deleteFactoryBy(settings),
  rotateKeysBy(settings.backup),
];
