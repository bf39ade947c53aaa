"use client";
import { Button, Card, DataTable, EmptyState, ErrorState, PageHeader, Skeleton, timeText, toast } from "@storehouse/ui";
import { DatabaseBackup } from "lucide-react";
import { useEffect } from "react";
import { v7 as newId } from "uuid";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";
import { backupColumns, momentOf } from "./columns.tsx";
import { CopyList, MomentCard } from "../side-copy/index.ts";
import { ExportCard } from "./export-card.tsx";
import { StatusCard } from "./status-card.tsx";
import { useBackupPages } from "./use-backup-pages.ts";

const WATCHED_MS = 1_000;
const IDLE_MS = 30_000;

/** Whether the factory's data is safe, the backups there are, and the way to take one now. */
export function BackupsPage() {
  const can = useCan();
  const utils = trpc.useUtils();
  const status = trpc.backup.status.useQuery(undefined, {
    refetchInterval: ({ state }) => (state.data?.underWay ? WATCHED_MS : IDLE_MS),
  });
  const pages = useBackupPages();
  const backUp = trpc.backup.trigger.useMutation({
    onSuccess: () => utils.backup.invalidate(),
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  const underWay = status.data?.underWay ?? null;
  const step = underWay === null ? "" : `${underWay.id}/${underWay.step}`;
  // With each step the list tells something else.
  useEffect(() => void utils.backup.list.invalidate(), [step, utils]);
  const button = can("backups.create") ? (
    <Button
      variant="primary"
      isPending={backUp.isPending}
      disabled={underWay !== null || !status.data}
      onClick={() => backUp.mutate({ id: newId() })}
    >
      <DatabaseBackup aria-hidden />
      {t("backup.backUpNow")}
    </Button>
  ) : null;
  return (
    <div className="space-y-5">
      <PageHeader title={t("backup.backups")} hint={t("backup.hint")} actions={button} />
      {status.data ? (
        <StatusCard status={status.data} />
      ) : status.error ? (
        <ErrorState text={errorMessage(status.error)} onRetry={() => void status.refetch()} />
      ) : (
        <Card>
          <div className="space-y-3">
            <Skeleton className="h-8 w-80 max-w-full" />
            <Skeleton className="h-5 w-96 max-w-full" />
          </div>
        </Card>
      )}
      <CopyList />
      <DataTable
        {...pages}
        label={t("backup.backups")}
        columns={backupColumns(can("backups.download"), can("backups.openCopy"))}
        rowId={(row) => row.id}
        rowLabel={(row) => momentOf(row)}
        isQuiet={(row) => row.state === "FAILED"}
        isFiltered={false}
        empty={
          <EmptyState
            icon={DatabaseBackup}
            title={t("backup.noBackups")}
            text={t("backup.noBackupsText", { next: status.data ? timeText(new Date(status.data.nextAt)) : "…" })}
          />
        }
      />
      {can("backups.openCopy") ? <MomentCard /> : null}
      {can("backups.export") ? <ExportCard /> : null}
      {can("backups.download") ? <p className="text-faint">{t("backup.sealed")}</p> : null}
    </div>
  );
}
