import type { DatabaseAddress, Keys, Tenancy } from "@storehouse/tenancy";
import type { Administrator, Provisioner } from "@storehouse/tenancy/provision";
import type { ProgramPlaces } from "./dump/find-programs.ts";
import type { readSpace } from "./store/assert-space.ts";
import type { BackupStore } from "./store/backup-store.ts";

/** All that taking, checking and restoring backups needs. */
export type BackupContext = Readonly<{
  tenancy: Pick<Tenancy, "central" | "findFactoryById">;
  /** Where the central database is, with the account that may read it. */
  centralAddress: DatabaseAddress;
  provisioner: Provisioner;
  keys: Keys;
  /** Where archives stand, and what is needed while one is written; this account alone may look inside. */
  folder: string;
  /** Where archives stand instead: a bucket. */
  store?: BackupStore | undefined;
  programs: ProgramPlaces;
  /** Opens the account that may read the server's binary log and put it into a copy; without it there is no going back to a moment. */
  openLogReader?: (() => Promise<Administrator>) | undefined;
  /** What there is of the disk; the real one unless a test says otherwise. */
  readSpace?: typeof readSpace | undefined;
}>;

/** What stands in the place of a factory's id for the central database. */
export const CENTRAL = "central";
