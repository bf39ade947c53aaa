"use client";
import { Button, Card, toast } from "@storehouse/ui";
import { Download } from "lucide-react";
import { useState } from "react";
import { saveFile } from "../../components/save-file.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** Taking away what the factory keeps about oneself. */
export function OwnDataCard() {
  const utils = trpc.useUtils();
  const [isPending, setPending] = useState(false);
  const take = async () => {
    setPending(true);
    try {
      saveFile(await utils.client.auth.exportOwn.query());
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    } finally {
      setPending(false);
    }
  };
  return (
    <Card title={t("profile.yourData")} hint={t("profile.yourProfileWhereYouSigned")}>
      <Button isPending={isPending} onClick={() => void take()}>
        <Download aria-hidden />
        {t("profile.saveMyData")}
      </Button>
    </Card>
  );
}
