"use client";
import { Button, groupDigits, IconButton, useHotkeys } from "@storehouse/ui";
import { PencilLine, X } from "lucide-react";
import { t } from "../../language/t.ts";
import type { ReactNode } from "react";
import type { BulkVerb } from "./use-bulk.tsx";

type BulkBarProps = {
  /** How many are chosen; undefined while it is counted. */
  chosen: number | undefined;
  /** How many match in all, null while it is counted; absent where all are chosen, or not all that are loaded. */
  total: number | null | undefined;
  onAll: () => void;
  onClear: () => void;
  verbs: readonly BulkVerb[];
  onVerb: (verb: BulkVerb) => void;
  onFields: (() => void) | undefined;
  /** What else can be done with them. */
  more: ReactNode;
};

/** What can be done with the rows that are chosen; under the list, where a thumb reaches. */
export function BulkBar({ chosen, total, onAll, onClear, verbs, onVerb, onFields, more }: BulkBarProps) {
  useHotkeys({ Escape: onClear });
  return (
    <section
      aria-label={t("bulk.chosenRows")}
      className="animate-from-below sticky bottom-[calc(5.5rem+env(safe-area-inset-bottom))] z-20 mx-auto flex w-full flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-edge/60 bg-raised py-2 pr-2 pl-4 shadow-lg md:bottom-4 md:w-fit"
    >
      <output className="font-semibold tabular">
        {chosen === undefined
          ? t("bulk.allMatchingChosen")
          : t("bulk.chosenCounted", { count: groupDigits(String(chosen)) })}
      </output>
      {total === undefined ? null : (
        <Button variant="link" onClick={onAll}>
          {total === null
            ? t("bulk.chooseAllThatMatch")
            : t("bulk.chooseAllCounted", { count: groupDigits(String(total)) })}
        </Button>
      )}
      <div className="ml-auto flex items-center gap-2">
        {more}
        {verbs.map((verb) => (
          <Button key={verb.label} variant={onFields ? "secondary" : "primary"} onClick={() => onVerb(verb)}>
            {verb.label}
          </Button>
        ))}
        {onFields ? (
          <Button variant="primary" onClick={onFields}>
            <PencilLine aria-hidden />
            {t("bulk.change")}
          </Button>
        ) : null}
        <IconButton label={t("bulk.chooseNone")} keys="Esc" onClick={onClear}>
          <X aria-hidden />
        </IconButton>
      </div>
    </section>
  );
}
