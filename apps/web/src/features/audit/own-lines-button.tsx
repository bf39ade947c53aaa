"use client";
import { Button, toast } from "@storehouse/ui";
import { Download } from "lucide-react";
import { useState } from "react";
import { saveFile } from "../../components/save-file.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";
import type { useAuditAddress } from "./use-audit-address.ts";

type AuditFilters = ReturnType<typeof useAuditAddress>["filters"];

/** One's own lines that the filters name, as a file: for whoever may save no lists, but read these. Support, which has no account here, saves nothing. */
export function OwnLinesButton({ filters }: { filters: AuditFilters }) {
  const utils = trpc.useUtils();
  const [isPending, setPending] = useState(false);
  const download = async () => {
    setPending(true);
    try {
      saveFile(await utils.client.auditLogs.export.query(filters));
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    } finally {
      setPending(false);
    }
  };
  return (
    <Button
      variant="ghost"
      className="max-sm:w-control max-sm:px-0"
      aria-label={t("audit.saveYourLines")}
      isPending={isPending}
      onClick={() => void download()}
    >
      <Download aria-hidden />
      <span className="max-sm:hidden">{t("audit.saveYourLines")}</span>
    </Button>
  );
}
