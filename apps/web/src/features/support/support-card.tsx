"use client";
import type { SupportGrant, SupportStatus, SupportVisit } from "@storehouse/domain";
import { Banner, Button, Card, ErrorState, momentText, Skeleton, toast } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";
import { GrantForm } from "./grant-form.tsx";

const ASK_MS = 5_000;

/** Whether support may look into the factory, who has, and the way to let it in. */
export function SupportCard() {
  const status = trpc.support.status.useQuery(undefined, { refetchInterval: ASK_MS });
  return (
    <Card title={t("support.title")} hint={t("support.hint")}>
      {status.data ? <Shown status={status.data} /> : null}
      {status.isPending ? <Skeleton className="h-9" /> : null}
      {status.isError && !status.data ? (
        <ErrorState text={errorMessage(status.error)} onRetry={() => void status.refetch()} />
      ) : null}
    </Card>
  );
}

function Shown({ status: { grant, visits } }: { status: SupportStatus }) {
  const can = useCan();
  const present = [...new Set(visits.filter(({ isIn }) => isIn).map(({ operatorName }) => operatorName))];
  return (
    <div className="space-y-5">
      {present.map((name) => (
        <Banner key={name} meaning="attention">
          {t("support.isIn", { name })}
        </Banner>
      ))}
      {grant === null ? <p>{t("support.closed")}</p> : <Standing grant={grant} />}
      {grant === null && can("support.grant") ? <GrantForm /> : null}
      <Visits visits={visits} />
    </div>
  );
}

function Standing({ grant }: { grant: SupportGrant }) {
  const can = useCan();
  const utils = trpc.useUtils();
  const end = trpc.support.end.useMutation({
    onSuccess: () => toast(t("support.ended")),
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
    onSettled: () => utils.support.invalidate(),
  });
  const until = momentText(new Date(grant.expiresAt));
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <p className="font-semibold">{t("support.open", { until })}</p>
        <p className="text-quiet [overflow-wrap:anywhere]">
          {t("support.openHint", { name: grant.grantedByName, reason: grant.reason })}
        </p>
      </div>
      {can("support.grant") ? (
        <Button variant="danger" isPending={end.isPending} onClick={() => end.mutate({ id: grant.id })}>
          {t("support.endNow")}
        </Button>
      ) : null}
    </div>
  );
}

function Visits({ visits }: { visits: readonly SupportVisit[] }) {
  return (
    <section className="border-t pt-4">
      <h3 className="mb-2 font-semibold">{t("support.visits")}</h3>
      {visits.length === 0 ? <p className="text-quiet">{t("support.noVisits")}</p> : null}
      <ul className="space-y-1.5">
        {visits.map(({ id, operatorName, enteredAt, lastSeenAt, isIn }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4">
            <span>{operatorName}</span>
            <span className="tabular text-quiet">
              {isIn
                ? t("support.inNow", { from: momentText(new Date(enteredAt)) })
                : t("support.fromTo", {
                    from: momentText(new Date(enteredAt)),
                    to: momentText(new Date(lastSeenAt)),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
