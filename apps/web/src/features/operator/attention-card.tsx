import type { PlatformDashboard } from "@storehouse/domain";
import { Badge, Card } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
import { MomentText } from "../session/index.ts";
import { W } from "./words.ts";

type AttentionCardProps = {
  data: Pick<PlatformDashboard, "failedBackups" | "failingJobs" | "quarantined" | "staleBackups">;
};

/** What somebody has to look at: factories in quarantine, backups that failed or are missing. */
export function AttentionCard({ data }: AttentionCardProps) {
  const { failedBackups, failingJobs, quarantined, staleBackups } = data;
  const isWell = failedBackups.length + failingJobs.length + quarantined.length + staleBackups === 0;
  return (
    <Card title={W.needsYou} isFlush>
      {isWell ? <p className="px-5 pb-5 text-quiet">{W.allWell}</p> : null}
      <ul className="border-t empty:hidden">
        {staleBackups > 0 ? (
          <li className="flex items-center gap-3 border-b px-5 py-2.5 last:border-0">
            <Badge meaning="attention">{W.stale}</Badge>
            <span className="min-w-0 flex-1">{W.staleCount(staleBackups)}</span>
          </li>
        ) : null}
        {quarantined.map(({ id, factoryName, reason }) => (
          <li key={id} className="space-y-1 border-b px-5 py-2.5 last:border-0">
            <p className="flex items-center gap-3">
              <Badge meaning="problem">{W.quarantined}</Badge>
              <FactoryLink id={id} name={factoryName} />
            </p>
            <p className="text-xs text-quiet [overflow-wrap:anywhere]">{reason}</p>
          </li>
        ))}
        {failingJobs.map(({ name, at, inARow, error }) => (
          <li key={name} className="space-y-1 border-b px-5 py-2.5 last:border-0">
            <p className="flex items-center gap-3">
              <Badge meaning="problem">{W.jobFails}</Badge>
              <span className="min-w-0 truncate font-semibold">{name}</span>
              <span className="ml-auto text-xs text-faint">
                {W.timesInARow(inARow)} {at === null ? null : <MomentText value={at} />}
              </span>
            </p>
            <p className="text-xs text-quiet [overflow-wrap:anywhere]">{error}</p>
          </li>
        ))}
        {failedBackups.map(({ factoryId, factoryName, at, reason }) => (
          <li key={`${factoryId ?? ""}${at}`} className="space-y-1 border-b px-5 py-2.5 last:border-0">
            <p className="flex items-center gap-3">
              <Badge meaning="problem">{W.backupFailed}</Badge>
              {factoryId === null ? <span>{W.central}</span> : <FactoryLink id={factoryId} name={factoryName ?? ""} />}
              <span className="ml-auto text-xs text-faint">
                <MomentText value={at} />
              </span>
            </p>
            <p className="text-xs text-quiet [overflow-wrap:anywhere]">{reason}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const FactoryLink = ({ id, name }: { id: string; name: string }) => (
  <PageLink
    href={`/operator/factories/${id}`}
    className="min-w-0 truncate font-semibold underline-offset-4 hover:underline"
  >
    {name}
  </PageLink>
);
