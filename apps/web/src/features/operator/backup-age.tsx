import type { FactoryOverview } from "@storehouse/domain";
import { Badge } from "@storehouse/ui";
import { ago } from "./ago.ts";
import { W } from "./words.ts";

/** How old the data of the latest verified backup is; an old one is marked. */
export function BackupAge({ factory }: { factory: Pick<FactoryOverview, "verifiedBackupAt" | "isBackupStale"> }) {
  const { verifiedBackupAt, isBackupStale } = factory;
  const words = verifiedBackupAt === null ? W.never : ago(verifiedBackupAt);
  if (!isBackupStale) return <span title={verifiedBackupAt ?? undefined}>{words}</span>;
  return <Badge meaning="attention">{words}</Badge>;
}
