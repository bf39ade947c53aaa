"use client";
import { Banner, Button, Sheet, Skeleton } from "@storehouse/ui";
import { type FormEventHandler, type ReactNode, useId } from "react";
import { t } from "../language/t.ts";
import { StaleBanner } from "./stale-banner.tsx";
import type { useRecordForm } from "./use-record-form.ts";

type RecordSheetProps = {
  title: string;
  onClose: () => void;
  /** True when something typed would be lost by closing. */
  isDirty?: boolean;
  isLoading?: boolean;
  /** Absent where the role may only look. */
  saving?: ReturnType<typeof useRecordForm> | undefined;
  labels: Readonly<Record<string, string>>;
  /** What the main button says. */
  saveText?: string;
  /** More verbs, at the far end: archive, take back. */
  actions?: ReactNode;
  /** Under the form: how the record came to be as it is. */
  history?: ReactNode;
  children?: ReactNode;
};

/** The drawer in which a record is made, looked at and changed. */
export function RecordSheet({
  title,
  onClose,
  isDirty = false,
  isLoading = false,
  saving,
  labels,
  saveText = t("common.save"),
  actions,
  history,
  children,
}: RecordSheetProps) {
  const formId = useId();
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      onBeforeClose={() => !isDirty || window.confirm(t("common.closeWithoutSavingWhatYou"))}
      footer={
        <>
          <div className="mr-auto flex gap-2">{actions}</div>
          {saving ? (
            <Button variant="primary" type="submit" form={formId} isPending={saving.isPending}>
              {saveText}
            </Button>
          ) : null}
        </>
      }
    >
      {isLoading ? (
        <div className="space-y-4">
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
          <Skeleton className="h-9 w-1/2" />
        </div>
      ) : (
        <form id={formId} onSubmit={saving?.submit as FormEventHandler | undefined} noValidate className="space-y-5">
          {saving?.stale ? (
            <StaleBanner failure={saving.stale} labels={labels} onTake={saving.takeTheirs} onKeep={saving.keepMine} />
          ) : null}
          {saving?.refusal ? <Banner meaning="problem">{saving.refusal}</Banner> : null}
          <fieldset key={saving?.filled} disabled={saving === undefined} className="space-y-5">
            {children}
          </fieldset>
        </form>
      )}
      {history}
    </Sheet>
  );
}
