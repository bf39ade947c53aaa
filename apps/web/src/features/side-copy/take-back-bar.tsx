"use client";
import type { DifferenceRow } from "@storehouse/domain";
import { Button, Dialog, IconButton, useHotkeys } from "@storehouse/ui";
import { Undo2, X } from "lucide-react";
import { useState } from "react";
import { t } from "../../language/t.ts";

type TakeBackBarProps = {
  at: string;
  chosen: readonly DifferenceRow[];
  labelOf: (row: DifferenceRow) => string;
  isPending: boolean;
  max: number;
  onClear: () => void;
  onTake: (rows: readonly DifferenceRow[]) => Promise<void>;
};

/** How many records are chosen, and the way to take them back once it was said what that means. */
export function TakeBackBar({ at, chosen, labelOf, isPending, max, onClear, onTake }: TakeBackBarProps) {
  const [isAsking, setAsking] = useState(false);
  useHotkeys({ Escape: onClear });
  const rows = chosen.filter((row) => row.isTakeable);
  const note =
    rows.length > max ? t("sideCopy.tooMany", { max }) : rows.length < chosen.length ? t("sideCopy.isNew") : null;
  return (
    <>
      <section
        aria-label={t("bulk.chosenRows")}
        className="animate-from-below sticky bottom-[calc(5.5rem+env(safe-area-inset-bottom))] z-20 mx-auto flex w-full flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-edge/60 bg-raised py-2 pr-2 pl-4 shadow-lg md:bottom-4 md:w-fit"
      >
        <output className="font-semibold tabular">{t("sideCopy.chosen", { count: chosen.length })}</output>
        {note === null ? null : <span className="text-quiet">{note}</span>}
        <div className="ml-auto flex items-center gap-2">
          <Button variant="primary" disabled={rows.length === 0 || rows.length > max} onClick={() => setAsking(true)}>
            <Undo2 aria-hidden />
            {t("sideCopy.takeBack")}
          </Button>
          <IconButton label={t("sideCopy.chooseNone")} keys="Esc" onClick={onClear}>
            <X aria-hidden />
          </IconButton>
        </div>
      </section>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t("sideCopy.takeBackTitle", { count: rows.length })}
        description={t("sideCopy.takeBackText", { at })}
        footer={
          <>
            <Button variant="ghost" onClick={() => setAsking(false)}>
              {t("sideCopy.cancel")}
            </Button>
            <Button
              variant="primary"
              isPending={isPending}
              onClick={() => void onTake(rows).then(() => setAsking(false))}
            >
              {t("sideCopy.takeBack")}
            </Button>
          </>
        }
      >
        <ul className="list-disc space-y-1 pl-5">
          {rows.map((row) => (
            <li key={row.id} className="[overflow-wrap:anywhere]">
              {labelOf(row)}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
