"use client";
import { Card, toast } from "@storehouse/ui";
import { LanguageSwitch } from "../../components/language-switch.tsx";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

/** The language a person is spoken to in. Another one holds at once. */
export function LanguageCard() {
  const set = trpc.auth.setLanguage.useMutation({
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  return (
    <Card title={t("profile.language")} hint={t("profile.languageHint")}>
      <LanguageSwitch onChoose={(language) => set.mutateAsync({ language })} />
    </Card>
  );
}
