"use client";
import { Card, ErrorState, Skeleton } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, MomentText } from "../session/index.ts";
import { detailText } from "./detail-text.ts";
import { actionWords, actorWords, W } from "./words.ts";

const SHOWN = 10;

/** What the service and its operators did to a factory, the latest first. */
export function HistoryCard({ factoryId }: { factoryId: string }) {
  const events = trpc.platform.events.useQuery({ factoryId, limit: SHOWN });
  return (
    <Card
      title={W.history}
      isFlush
      action={
        <PageLink
          href={`/operator/events?factory=${factoryId}`}
          className="font-semibold text-accent-ink underline-offset-4 hover:underline"
        >
          {W.allEvents}
        </PageLink>
      }
    >
      {events.isPending ? <Skeleton className="m-5 w-3/5" /> : null}
      {events.isError ? <ErrorState text={errorMessage(events.error)} onRetry={() => void events.refetch()} /> : null}
      {events.data?.rows.length === 0 ? <p className="px-5 pb-5 text-quiet">{W.noHistory}</p> : null}
      <ul className="border-t empty:hidden">
        {events.data?.rows.map((row) => (
          <li key={row.id} className="border-b px-5 py-2.5 last:border-0">
            <p className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 font-semibold">{actionWords(row.action)}</span>
              <span className="shrink-0 text-xs text-faint">
                <MomentText isLong value={row.at} />
              </span>
            </p>
            <p className="text-quiet [overflow-wrap:anywhere]">
              {[actorWords(row.actor), detailText(row.detail)].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
