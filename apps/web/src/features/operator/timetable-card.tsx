import type { TimetableRow } from "@storehouse/domain";
import { Badge, Card, ErrorState, Skeleton } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, MomentText } from "../session/index.ts";
import { W } from "./words.ts";

const REFRESH_MS = 5_000;

/** The jobs that the worker does by the clock: how each went last and when it is next. */
export function TimetableCard() {
  const query = trpc.platform.timetable.useQuery(undefined, { refetchInterval: REFRESH_MS });
  if (query.isPending) return <Skeleton className="h-40" />;
  if (query.isError && !query.data)
    return <ErrorState text={errorMessage(query.error)} onRetry={() => void query.refetch()} />;
  const rows = query.data ?? [];
  return (
    <Card title={W.byTheClock} isFlush>
      <p className="px-5 pb-4 text-quiet">{rows.length === 0 ? W.noTimetable : W.timetableHint}</p>
      <ul className="border-t empty:hidden">
        {rows.map((row) => (
          <li key={row.name} className="space-y-1 border-b px-5 py-2.5 last:border-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 truncate font-semibold sm:w-52">{row.name}</span>
              <RunBadge row={row} />
              <span className="ml-auto text-xs text-quiet tabular-nums">
                <LastRun row={row} />
              </span>
            </p>
            {row.error === null ? null : <p className="text-xs text-quiet [overflow-wrap:anywhere]">{row.error}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RunBadge({ row }: { row: TimetableRow }) {
  if (row.pausedBy !== null) return <Badge meaning="attention">{W.pausedBy(row.pausedBy)}</Badge>;
  if (row.isRunning) return <Badge>{W.runningNow}</Badge>;
  if (row.endedAt === null) return <Badge>{W.notRun}</Badge>;
  if (!row.isFailed) return <Badge meaning="fine">{W.fine}</Badge>;
  return (
    <Badge meaning="problem">
      {W.jobFails} {W.timesInARow(row.failedInARow)}
    </Badge>
  );
}

const LastRun = ({ row: { endedAt, ms, nextRunAt } }: { row: TimetableRow }) => (
  <>
    {endedAt === null ? null : (
      <>
        {W.lastRun} <MomentText value={endedAt} />
        {ms === null ? null : `, ${W.ms(ms)}`}
      </>
    )}
    {nextRunAt === null ? null : (
      <>
        {endedAt === null ? null : " · "}
        {W.nextRun} <MomentText value={nextRunAt} />
      </>
    )}
  </>
);
