import { type CentralDb, eq } from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import { type BackupState, type Kept, keptBackups } from "@storehouse/domain";
import { stateOf } from "./clean-up.ts";

/** One backup, and why it is kept; null for one that need not be. */
export type PlannedBackup = Readonly<{ id: string; at: Date; state: BackupState; kept: Kept | null }>;

/** Says of each of a subject's backups why the clean-up keeps it, the latest first. */
export async function planCleanUp(
  central: CentralDb,
  subject: string,
  now = new Date(),
): Promise<readonly PlannedBackup[]> {
  const rows = await central
    .select({ id: backups.id, state: backups.state, at: backups.requestedAt })
    .from(backups)
    .where(eq(backups.subject, subject));
  const known = rows.map((row) => ({ ...row, state: stateOf(row.state) }));
  const why = keptBackups(known, now);
  return known
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map((row) => ({ ...row, kept: why.get(row.id) ?? null }));
}
