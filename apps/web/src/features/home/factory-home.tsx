"use client";
import type { Dashboard } from "@storehouse/domain";
import { ErrorState } from "@storehouse/ui";
import { SampleBanner } from "../sample/index.ts";
import { ChecklistCard } from "./checklist-card.tsx";
import { FactoryNumbers } from "./factory-numbers.tsx";
import { HomeWaiting } from "./home-waiting.tsx";
import { LatestEntries } from "./latest-entries.tsx";
import { LowCard } from "./low-card.tsx";
import { MovementCard } from "./movement-card.tsx";
import { SellersCard } from "./sellers-card.tsx";
import { useFactoryHome } from "./use-home.ts";

/** The factory at a glance: numbers that open their reasons, seven days, what sells, what runs short, what was booked last. */
export function FactoryHome() {
  const { home, errorText, retry, checklist, sample } = useFactoryHome();
  return (
    <>
      {sample?.sample ? <SampleBanner sample={sample.sample} /> : null}
      {checklist.length > 0 ? <ChecklistCard items={checklist} isSampleOffered={sample?.isOffered ?? false} /> : null}
      {home ? <Glance home={home} /> : errorText ? <ErrorState text={errorText} onRetry={retry} /> : <HomeWaiting />}
    </>
  );
}

function Glance({ home }: { home: Dashboard }) {
  return (
    <>
      <FactoryNumbers home={home} />
      <div className="grid gap-5 lg:grid-cols-5">
        <MovementCard days={home.movements} today={home.today} className="lg:col-span-3" />
        <SellersCard sellers={home.sellers} since={home.sellersSince} today={home.today} className="lg:col-span-2" />
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-5">
        <LatestEntries rows={home.latest} className="lg:col-span-3" />
        <LowCard rows={home.low} count={home.lowProducts} className="lg:col-span-2" />
      </div>
    </>
  );
}
