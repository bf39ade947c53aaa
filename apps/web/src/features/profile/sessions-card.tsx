"use client";
import type { SessionRow } from "@storehouse/domain";
import { Badge, Button, Card, ErrorState, Skeleton, toast } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { Laptop } from "lucide-react";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { errorMessage, MomentText } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** Where one is signed in, and the way to end each. */
export function SessionsCard() {
  const utils = trpc.useUtils();
  const pages = usePages<SessionRow>(getQueryKey(trpc.auth.sessions, { limit: 50 }, "infinite"), (after, signal) =>
    utils.client.auth.sessions.query({ limit: 50, ...(after ? { after } : {}) }, { signal }),
  );
  const told = {
    onSuccess: () => utils.auth.sessions.invalidate(),
    onError: (error: unknown) => toast(errorMessage(error), { meaning: "problem" }),
  };
  const end = trpc.auth.endSession.useMutation(told);
  const endOthers = trpc.auth.endOtherSessions.useMutation(told);
  const hasOthers = pages.rows.some((row) => !row.isCurrent);
  return (
    <Card
      title={t("profile.whereYouAreSignedIn")}
      isFlush
      action={
        hasOthers ? (
          <Button size="sm" isPending={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t("profile.endAllOthers")}
          </Button>
        ) : null
      }
    >
      <ul className="border-t">
        {pages.state === "loading" ? <Skeleton className="m-5 w-3/5" /> : null}
        {pages.state === "error" ? <ErrorState text={pages.errorText} onRetry={pages.onRetry} /> : null}
        {pages.rows.map((row) => (
          <SessionItem
            key={row.id}
            row={row}
            isPending={end.isPending && end.variables.id === row.id}
            onEnd={() => end.mutate({ id: row.id })}
          />
        ))}
      </ul>
      {pages.hasMore ? (
        <div className="p-3 text-center">
          <Button variant="ghost" onClick={pages.onMore} isPending={pages.isLoadingMore ?? false}>
            {t("profile.showMore")}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function SessionItem({ row, isPending, onEnd }: { row: SessionRow; isPending: boolean; onEnd: () => void }) {
  return (
    <li className="flex items-center gap-4 border-b px-5 py-3 last:border-0">
      <Laptop aria-hidden className="size-5 shrink-0 text-faint max-sm:hidden" />
      <div className="min-w-0 flex-1">
        <p className="truncate">{row.device}</p>
        <p className="text-xs text-faint">
          {row.address} · {t.rich("profile.seen", { moment: () => <MomentText value={row.lastSeenAt} /> })}
        </p>
      </div>
      {row.isCurrent ? (
        <Badge meaning="fine">{t("profile.thisDevice")}</Badge>
      ) : (
        <Button
          size="sm"
          isPending={isPending}
          onClick={onEnd}
          aria-label={t("profile.endTheSessionOn", { device: row.device })}
        >
          {t("profile.end")}
        </Button>
      )}
    </li>
  );
}
