"use client";
import { IconButton, Input } from "@storehouse/ui";
import { MapPin, Package, X } from "lucide-react";
import { t } from "../../language/t.ts";
import { COPIES_MAX } from "./chosen.ts";
import type { LabelItem } from "./use-labels.ts";

type ChosenListProps = {
  items: readonly LabelItem[];
  onCopies: (kind: LabelItem["kind"], id: string, copies: number) => void;
  onRemove: (kind: LabelItem["kind"], id: string) => void;
};

/** What is labelled, and how many of each. */
export function ChosenList({ items, onCopies, onRemove }: ChosenListProps) {
  return (
    <ul aria-label={t("label.whatToLabel")} className="max-h-[28rem] overflow-y-auto border-t">
      {items.map((item) => (
        <li key={item.id} className="flex items-center gap-3 border-b px-5 py-2 last:border-0">
          {item.kind === "places" ? (
            <MapPin aria-hidden className="size-4 shrink-0 text-faint" />
          ) : (
            <Package aria-hidden className="size-4 shrink-0 text-faint" />
          )}
          <div className="min-w-0 flex-1">
            <p className="truncate">{item.title}</p>
            <p className="truncate text-xs text-faint">{item.hint}</p>
          </div>
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={COPIES_MAX}
            aria-label={t("label.copiesOf", { what: item.title })}
            className="tabular max-w-18 px-2 text-right"
            // Kept as typed until the field is left: an empty field on the way to another number is no number.
            defaultValue={item.copies}
            key={`${item.id} ${item.copies}`}
            onBlur={(event) => onCopies(item.kind, item.id, event.target.valueAsNumber)}
          />
          <IconButton label={t("label.leaveOut", { what: item.title })} onClick={() => onRemove(item.kind, item.id)}>
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
