"use client";
import { type EmailTime, emailTimesOf, type NotificationPreference } from "@storehouse/domain";
import { Card, Checkbox, Select, Skeleton, toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { KIND_SENTENCES } from "../alert/index.ts";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** What a person hears of, by kind and channel. Each choice holds at once. */
export function PreferencesCard() {
  const utils = trpc.useUtils();
  const preferences = trpc.notifications.preferences.useQuery();
  const set = trpc.notifications.setPreference.useMutation({
    onSettled: () => utils.notifications.preferences.invalidate(),
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  const data = preferences.data;
  const change = (row: NotificationPreference) => set.mutate(row);
  return (
    <Card title={t("profile.notifications")} hint={hintOf(data?.email)}>
      {preferences.isError ? <p className="text-problem">{errorMessage(preferences.error)}</p> : null}
      {data === undefined && !preferences.isError ? <Skeleton className="h-32" /> : null}
      <ul className="divide-y">
        {data?.kinds.map((row) => (
          <li key={row.kind} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
            <span>{KIND_SENTENCES[row.kind]}</span>
            <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-2" disabled={set.isPending}>
              <legend className="sr-only">{KIND_SENTENCES[row.kind]}</legend>
              <Checkbox
                label={t("profile.inTheApp")}
                checked={row.inApp}
                onCheckedChange={(is) => change({ ...row, inApp: is === true })}
              />
              <div className="w-44">
                <Select
                  label={t("profile.byEMail")}
                  options={emailTimesOf(row.kind).map((value) => ({ value, label: timeWords(value) }))}
                  value={row.email}
                  isDisabled={data.email === null || set.isPending}
                  onChange={(email) => change({ ...row, email })}
                />
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function timeWords(time: EmailTime): string {
  switch (time) {
    case "never":
      return t("profile.eMailNever");
    case "atOnce":
      return t("profile.eMailAtOnce");
    case "daily":
      return t("profile.eMailDaily");
  }
}

function hintOf(email: string | null | undefined): string {
  if (email === undefined) return t("profile.whatYouWantToHear");
  return email === null ? t("profile.addYourEMailAddress") : t("profile.eMailsGoTo", { email });
}
