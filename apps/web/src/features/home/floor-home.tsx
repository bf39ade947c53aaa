"use client";
import { Card, ErrorState } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
import { SampleNotice } from "../sample/index.ts";
import { t } from "../../language/t.ts";
import { HomeWaiting } from "./home-waiting.tsx";
import { LowCard } from "./low-card.tsx";
import { MyEntries } from "./my-entries.tsx";
import { QuickActions } from "./quick-actions.tsx";
import { ScanField } from "./scan-field.tsx";
import { useFloorHome } from "./use-home.ts";

/** For who books: large actions, a field for codes, one's own entries of today, what runs short. */
export function FloorHome() {
  const { day, errorText, retry } = useFloorHome();
  return (
    <>
      <SampleNotice />
      <QuickActions isLarge />
      <Card
        title={t("common.scan")}
        action={
          <PageLink href="/scan" className="text-accent-ink underline-offset-4 hover:underline">
            {t("home.scanOneAfterTheOther")}
          </PageLink>
        }
      >
        <ScanField />
      </Card>
      {day ? (
        <div className="grid items-start gap-5 lg:grid-cols-5">
          <MyEntries day={day} className="lg:col-span-3" />
          <LowCard rows={day.low} count={day.lowProducts} className="lg:col-span-2" />
        </div>
      ) : errorText ? (
        <ErrorState text={errorText} onRetry={retry} />
      ) : (
        <HomeWaiting />
      )}
    </>
  );
}
