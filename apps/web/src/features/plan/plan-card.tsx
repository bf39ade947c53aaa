"use client";
import type { PlanUsage } from "@storehouse/domain";
import { Banner, Button, Card, ErrorState, momentText, Select, Skeleton, toast } from "@storehouse/ui";
import { useState } from "react";
import { sizeText } from "../backup/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { DayBars } from "./day-bars.tsx";
import { RoomBar } from "./room-bar.tsx";

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
  const { plan, counted, storage } = usage;
  const { bytes, allowedMb } = storage;
  return (
    <Card title={t("plan.title")} hint={plan === null ? undefined : t("plan.onPlan", { plan: PLANS[plan] ?? plan })}>
      <div className="space-y-5">
        {plan === null ? <Banner meaning="attention">{t("plan.unreadable")}</Banner> : null}
        {counted.map(({ limit, used, allowed }) => (
          <RoomBar key={limit} label={ROOM[limit]()} used={used} allowed={allowed} fullText={t("plan.full")} />
        ))}
        <RoomBar
          label={t("plan.storage")}
          used={bytes}
          allowed={allowedMb === null ? null : allowedMb * MB}
          textOf={sizeText}
          fullText={t("plan.storageFull")}
        />
        <Trend usage={usage} />
      </div>
    </Card>
  );
}

const ROOM = {
  users: () => t("plan.users"),
  products: () => t("plan.products"),
  locations: () => t("plan.locations"),
};

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
  return (
    <section className="space-y-3 border-t pt-5">
      <h3 className="font-semibold">{t("plan.lastDays")}</h3>
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
        <p className="text-faint">
          {measuredAt === null
            ? t("plan.neverMeasured")
            : t("plan.measuredAt", { at: momentText(new Date(measuredAt)) })}
        </p>
        <Button isPending={measure.isPending} onClick={() => void measureNow()}>
          {t("plan.measureNow")}
        </Button>
      </div>
    </section>
  );
}
