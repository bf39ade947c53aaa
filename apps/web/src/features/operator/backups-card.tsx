import type { BackupRow, FactoryPage } from "@storehouse/domain";
import { Badge, Card, type Meaning } from "@storehouse/ui";
import { sizeText } from "../backup/index.ts";
import { useOperatorCan } from "./operator-me.tsx";
import { RestoreButton } from "./restore-button.tsx";
import { MomentText } from "../session/index.ts";
import { actorWords, W } from "./words.ts";

const MEANINGS: Readonly<Record<BackupRow["state"], Meaning>> = {
  REQUESTED: "progress",
  RUNNING: "progress",
  STORED: "progress",
  VERIFIED: "fine",
  FAILED: "problem",
};

/** A factory's latest backups and how each stands. What is in them is not the operator's to see. */
export function BackupsCard({ factory }: { factory: Pick<FactoryPage, "id" | "state" | "backups"> }) {
  const can = useOperatorCan();
  const { backups } = factory;
  const canRestore = can("factories.restore") && factory.state === "READY";
  return (
    <Card title={W.backups} isFlush>
      {backups.length === 0 ? <p className="px-5 pb-5 text-quiet">{W.noBackups}</p> : null}
      <ul className="border-t empty:hidden">
        {backups.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-5 py-2.5 last:border-0">
            <div className="min-w-0 flex-1 basis-48">
              <p>
                <MomentText isLong value={row.startedAt ?? row.requestedAt} />
              </p>
              <p className="truncate text-xs text-faint" title={row.reason ?? undefined}>
                {row.reason ?? W.by(row.requestedBy === null ? W.timetable : actorWords(row.requestedBy))}
              </p>
            </div>
            <span className="tabular text-quiet">{row.storedBytes === null ? null : sizeText(row.storedBytes)}</span>
            <Badge meaning={MEANINGS[row.state]}>{W.backupState[row.state]}</Badge>
            {canRestore && row.hasFile ? <RestoreButton factoryId={factory.id} backup={row} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
