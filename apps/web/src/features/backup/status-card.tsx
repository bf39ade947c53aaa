"use client";
import type { BackupProgress, BackupStatus } from "@storehouse/domain";
import { Banner, Card, groupDigits, momentText, ProgressBar, timeText, useFormats } from "@storehouse/ui";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { t } from "../../language/t.ts";
import { checkedText, sizeText } from "./words.ts";

/** The one thing to know about backups, in large: when one was last proven to be good. */
export function StatusCard({ status }: { status: BackupStatus }) {
  const { lastVerified, isStale, lastFailure, underWay, now, nextAt } = status;
  const formats = useFormats();
  const next = timeText(new Date(nextAt), formats);
  const Icon = isStale ? ShieldAlert : ShieldCheck;
  return (
    <div className="space-y-3">
      <Card>
        <div className="space-y-4">
          <div className="flex items-start gap-3">
            <Icon
              aria-hidden
              className={isStale ? "mt-1 size-7 shrink-0 text-attention" : "mt-1 size-7 shrink-0 text-fine"}
            />
            <div className="min-w-0 space-y-1">
              <p className="text-[clamp(1.25rem,5vw,1.75rem)] leading-tight font-semibold">
                {lastVerified ? checkedText(lastVerified.verifiedAt, now) : t("backup.notYet")}
              </p>
              <p className="text-quiet">
                {lastVerified
                  ? t("backup.lastGood", {
                      rows: groupDigits(String(lastVerified.rowCount)),
                      at: momentText(new Date(lastVerified.at), formats),
                      next,
                    })
                  : `${t("backup.notYetHint")} ${t("backup.nextOne", { next })}`}
              </p>
            </div>
          </div>
          {underWay ? <Progress {...underWay} /> : null}
        </div>
      </Card>
      {isStale && lastVerified ? <Banner meaning="attention">{t("backup.stale")}</Banner> : null}
      {lastFailure ? <Banner meaning="problem">{t("backup.lastFailed", { reason: lastFailure.reason })}</Banner> : null}
    </div>
  );
}

function Progress({ step, bytes, ofBytes }: BackupProgress) {
  const words = {
    waiting: () => t("backup.waiting"),
    saving: () => t("backup.saving", { size: sizeText(bytes) }),
    checking: () => t("backup.checking"),
  };
  const isKnown = step === "saving" && ofBytes !== null && ofBytes > 0;
  return (
    <div className="space-y-2">
      <p role="status" className="text-quiet">
        {words[step]()}
      </p>
      <ProgressBar
        label={t("backup.progress")}
        {...(isKnown ? { done: Math.min(bytes, ofBytes), total: ofBytes } : {})}
      />
    </div>
  );
}
