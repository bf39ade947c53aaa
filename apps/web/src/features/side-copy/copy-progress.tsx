"use client";
import type { SideCopyRow } from "@storehouse/domain";
import { ProgressBar } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { STEP_WORDS } from "./words.ts";

/** How far the worker is with a copy, in words and as a bar. */
export function CopyProgress({ copy }: { copy: SideCopyRow }) {
  const { step, bytes, ofBytes } = copy;
  const isKnown = step === "restoring" && ofBytes !== null && ofBytes > 0;
  return (
    <div className="space-y-2">
      <p role="status" className="text-quiet">
        {STEP_WORDS[step ?? "waiting"]}
      </p>
      <ProgressBar
        label={t("sideCopy.progress")}
        {...(isKnown ? { done: Math.min(bytes, ofBytes), total: ofBytes } : {})}
      />
    </div>
  );
}
