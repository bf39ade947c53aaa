"use client";
import { Card, ErrorState, PageHeader, Skeleton } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { PlanCard } from "../plan/index.ts";
import { errorMessage, useCan } from "../session/index.ts";
import { SupportCard } from "../support/index.ts";
import { t } from "../../language/t.ts";
import { ClosedPeriodCard } from "./closed-period-card.tsx";
import { SettingsForm } from "./settings-form.tsx";

/** What holds for the whole factory. */
export function SettingsPage() {
  const can = useCan();
  const settings = trpc.settings.get.useQuery();
  return (
    <div className="mx-auto max-w-[640px] space-y-5">
      <PageHeader title={t("settings.settings")} hint={t("settings.whatHoldsForEverybodyIn")} />
      {settings.data ? (
        <>
          <SettingsForm settings={settings.data} />
          <ClosedPeriodCard settings={settings.data} />
          {can("plan.read") ? <PlanCard /> : null}
          {can("support.read") ? <SupportCard /> : null}
        </>
      ) : settings.error ? (
        <ErrorState text={errorMessage(settings.error)} onRetry={() => void settings.refetch()} />
      ) : (
        <Card title={t("settings.clocksFiguresAndDays")}>
          <div className="space-y-5">
            <Skeleton className="h-9" />
            <Skeleton className="h-9" />
            <Skeleton className="h-9" />
          </div>
        </Card>
      )}
    </div>
  );
}
