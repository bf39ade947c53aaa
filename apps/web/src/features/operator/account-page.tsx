"use client";
import { Badge, Button, Card, ErrorState, PageHeader, Skeleton, toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, MomentText } from "../session/index.ts";
import { W } from "./words.ts";

/** Where the operator is signed in, and the way to end each. */
export function OperatorAccountPage() {
  const utils = trpc.useUtils();
  const sessions = trpc.platform.sessions.useQuery();
  const end = trpc.platform.endSession.useMutation({
    onSuccess: () => utils.platform.sessions.invalidate(),
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  return (
    <div className="max-w-2xl space-y-5">
      <PageHeader title={W.account} hint={W.sessionsHint} />
      <Card isFlush>
        {sessions.isPending ? <Skeleton className="m-5 w-3/5" /> : null}
        {sessions.isError ? (
          <ErrorState text={errorMessage(sessions.error)} onRetry={() => void sessions.refetch()} />
        ) : null}
        <ul>
          {sessions.data?.rows.map((row) => (
            <li key={row.id} className="flex items-center gap-4 border-b px-5 py-3 last:border-0">
              <div className="min-w-0 flex-1">
                <p className="truncate">{row.device}</p>
                <p className="text-xs text-faint">
                  {row.address} · {W.seen} <MomentText value={row.lastSeenAt} />
                </p>
              </div>
              {row.isCurrent ? (
                <Badge meaning="fine">{W.thisDevice}</Badge>
              ) : (
                <Button
                  size="sm"
                  isPending={end.isPending && end.variables.id === row.id}
                  onClick={() => end.mutate({ id: row.id })}
                  aria-label={W.endOn(row.device)}
                >
                  {W.endIt}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
