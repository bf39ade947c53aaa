"use client";
import { PageHeader } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { DetailsCard } from "./details-card.tsx";
import { LanguageCard } from "./language-card.tsx";
import { OwnDataCard } from "./own-data-card.tsx";
import { PasswordCard } from "./password-card.tsx";
import { PreferencesCard } from "./preferences-card.tsx";
import { SecondFactorCard } from "./second-factor-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";

/** What a person may change about themselves. */
export function ProfilePage() {
  return (
    <div className="mx-auto max-w-[640px] space-y-5">
      <PageHeader title={t("profile.yourProfile")} />
      <DetailsCard />
      <LanguageCard />
      <PreferencesCard />
      <PasswordCard />
      <SecondFactorCard />
      <SessionsCard />
      <OwnDataCard />
    </div>
  );
}
