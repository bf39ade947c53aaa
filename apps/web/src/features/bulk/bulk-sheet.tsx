"use client";
import type { BulkChange } from "@storehouse/domain";
import { Banner, Button, type Selection, Sheet, Skeleton } from "@storehouse/ui";
import { useEffect, useEffectEvent, useState } from "react";
import { t } from "../../language/t.ts";
import { BulkResult } from "./bulk-result.tsx";
import { manyOf } from "./bulk-words.ts";
import type { BulkTarget, BulkVerb, ChangeFields } from "./use-bulk.tsx";
import { type BulkRun, useBulkRun } from "./use-bulk-run.ts";

type BulkSheetProps = {
  target: BulkTarget;
  selection: Selection;
  chosen: number | undefined;
  /** What is to be done; null where it is made up here. */
  verb: BulkVerb | null;
  fields: ChangeFields | undefined;
  onClose: (isChanged: boolean) => void;
};

/** A change of many: made up, looked at, applied, and taken back in one go. */
export function BulkSheet({ target, selection, chosen, verb, fields: Fields, onClose }: BulkSheetProps) {
  const run = useBulkRun();
  const { status, isPending } = run;
  const [change, setChange] = useState<BulkChange | null>(verb?.change ?? null);
  const preview = () => (change ? void run.preview(target, selection, change) : undefined);
  const isGiven = verb !== null;
  const previewGiven = useEffectEvent(() => {
    if (isGiven) preview();
  });
  useEffect(() => previewGiven(), []);
  const isChanged = status !== null && status.state !== "PREVIEWED";
  const many = chosen === undefined ? null : manyOf(target.list, chosen);
  return (
    <Sheet
      isOpen
      size="lg"
      title={verb ? doing(verb.label, many) : changing(many)}
      onOpenChange={() => onClose(isChanged)}
      onBeforeClose={() => !(isPending && isChanged)}
      footer={
        <Footer
          run={run}
          canPreview={change !== null}
          onPreview={preview}
          onBack={Fields && !isGiven ? run.back : undefined}
          onClose={() => onClose(isChanged)}
        />
      }
    >
      <div className="space-y-5">
        {run.trouble ? <Banner meaning="problem">{run.trouble.text}</Banner> : null}
        {status ? <BulkResult run={run} status={status} /> : null}
        {Fields && !isGiven ? (
          // Stays while the preview is looked at, so that going back finds what was made up.
          <div hidden={status !== null}>
            <Fields onChange={setChange} errors={run.trouble?.fields ?? {}} />
          </div>
        ) : null}
        {!status && isGiven && !run.trouble ? <Waiting /> : null}
      </div>
    </Sheet>
  );
}

const doing = (verb: string, many: string | null): string =>
  many === null ? t("bulk.doToAllMatching", { verb }) : t("bulk.doTo", { verb, many });

const changing = (many: string | null): string =>
  many === null ? t("bulk.changeAllMatching") : t("bulk.changeMany", { many });

const Waiting = () => (
  <div className="space-y-3" aria-busy>
    <Skeleton className="h-9" />
    <Skeleton className="h-9 w-2/3" />
    <Skeleton className="h-9 w-1/2" />
  </div>
);

type FooterProps = {
  run: BulkRun;
  canPreview: boolean;
  onPreview: () => void;
  onBack: (() => void) | undefined;
  onClose: () => void;
};

function Footer({ run, canPreview, onPreview, onBack, onClose }: FooterProps) {
  const { status, isPending } = run;
  if (status === null) {
    return (
      <Button variant="primary" disabled={!canPreview} isPending={isPending} onClick={onPreview}>
        {t("bulk.seeWhatWillChange")}
      </Button>
    );
  }
  const { PLANNED } = status.counts;
  if (status.state === "PREVIEWED" || status.state === "APPLYING") {
    return (
      <>
        {onBack && status.state === "PREVIEWED" ? (
          <Button variant="ghost" disabled={isPending} onClick={onBack}>
            {t("bulk.back")}
          </Button>
        ) : null}
        <Button variant="primary" isPending={isPending} disabled={PLANNED === 0} onClick={() => void run.apply()}>
          {status.state === "APPLYING" ? t("bulk.goOn") : t("bulk.changeMany", { many: manyOf(status.list, PLANNED) })}
        </Button>
      </>
    );
  }
  return (
    <Button variant="primary" disabled={isPending} onClick={onClose}>
      {t("bulk.done")}
    </Button>
  );
}
