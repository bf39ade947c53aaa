"use client";
import type { PlanUsage } from "@storehouse/domain";
import { Banner, Button, Card, EmptyState, ErrorState, momentText, Select, Skeleton, toast } from "@storehouse/ui";
import { ChartColumn } from "lucide-react";
import { useState } from "react";
import { sizeText } from "../backup/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useMe } from "../session/index.ts";
import { DayBars } from "./day-bars.tsx";
import { LIMIT_WORDS } from "./limit-words.ts";
import { ModuleSwitches } from "./module-switches.tsx";
import { RoomBar } from "./room-bar.tsx";
import { subscriptionText } from "./subscription-text.ts";

const PLANS: Readonly<Record<string, string>> = wordsOf({
  trial: "plan.trial",
  small: "plan.small",
  factory: "plan.factory",
  unlimited: "plan.unlimited",
});
const MB = 1_000_000;

/** What the factory may have by its plan, what of it is used, and the last thirty days. */
export function PlanCard() {
  const usage = trpc.plan.get.useQuery();
  if (usage.data) return <Usage usage={usage.data} />;
  return (
    <Card title={t("plan.title")}>
      {usage.error ? (
        <ErrorState text={errorMessage(usage.error)} onRetry={() => void usage.refetch()} />
      ) : (
        <div className="space-y-5">
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
        </div>
      )}
    </Card>
  );
}

function Usage({ usage }: { usage: PlanUsage }) {
  const { timeZone } = useMe();
  const { plan, counted, storage, subscription } = usage;
  const { bytes, allowedMb } = storage;
  return (
    <Card
      id="plan"
      title={t("plan.title")}
      hint={plan === null ? undefined : t("plan.onPlan", { plan: PLANS[plan] ?? plan })}
    >
      <div className="space-y-5">
        <div>
          <p>{subscriptionText(subscription, timeZone)}</p>
          {subscription.state === "ACTIVE" ? null : <p className="text-faint">{t("plan.whatToDo")}</p>}
        </div>
        {plan === null ? <Banner meaning="attention">{t("plan.unreadable")}</Banner> : null}
        {counted.map(({ limit, used, allowed }) => (
          <RoomBar key={limit} label={LIMIT_WORDS[limit]} used={used} allowed={allowed} fullText={t("plan.full")} />
        ))}
        <RoomBar
          label={t("plan.storage")}
          used={bytes}
          allowed={allowedMb === null ? null : allowedMb * MB}
          textOf={sizeText}
          fullText={t("plan.storageFull")}
        />
        <ModuleSwitches modules={usage.modules} />
        <Trend usage={usage} />
      </div>
    </Card>
  );
}

const SHOWN = ["entries", "people", "logins", "writes"] as const;
type Shown = (typeof SHOWN)[number];
const SHOWN_WORDS: Readonly<Record<Shown, () => string>> = {
  entries: () => t("plan.entries"),
  people: () => t("plan.people"),
  logins: () => t("plan.logins"),
  writes: () => t("plan.writes"),
};

function Trend({ usage: { days, measuredAt } }: { usage: PlanUsage }) {
  const [shown, setShown] = useState<Shown>("entries");
  const utils = trpc.useUtils();
  const measure = trpc.plan.measure.useMutation();
  const measureNow = async () => {
    try {
      utils.plan.get.setData(undefined, await measure.mutateAsync());
      toast(t("plan.measured"));
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    }
  };
  const button = (
    <Button isPending={measure.isPending} onClick={() => void measureNow()}>
      {t("plan.measureNow")}
    </Button>
  );
  return (
    <section className="space-y-3 border-t pt-5">
      <h3 className="font-semibold">{t("plan.lastDays")}</h3>
      {measuredAt === null ? (
        <EmptyState
          icon={ChartColumn}
          className="py-8"
          title={t("plan.noDays")}
          text={t("plan.noDaysHint")}
          actions={button}
        />
      ) : (
        <>
          <Select
            label={t("plan.lastDays")}
            options={SHOWN.map((value) => ({ value, label: SHOWN_WORDS[value]() }))}
            value={shown}
            onChange={setShown}
          />
          <DayBars
            what={SHOWN_WORDS[shown]()}
            days={days.map((one) => ({ day: one.day, count: one[shown] }))}
            hasSum={shown !== "people"}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-faint">{t("plan.measuredAt", { at: momentText(new Date(measuredAt)) })}</p>
            {button}
          </div>
        </>
      )}
    </section>
  );
}
