"use client";
import { Badge, Button, cn, type Meaning, Quantity } from "@storehouse/ui";
import { ArrowRight, Undo2 } from "lucide-react";
import { memo, type ReactNode } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";
import { nameOf } from "../variant/index.ts";
import type { Scan } from "./scan.ts";
import { ScanHelp } from "./scan-help.tsx";
import { useScanVerbs } from "./use-scan-verbs.ts";
import { actionWord } from "./words.ts";

type ScanRowProps = { scan: Scan; placeName: (id: string | null) => string | undefined };

/** One scan: what it was, what became of it, and how to take it back. */
export const ScanRow = memo(function ScanRow({ scan, placeName }: ScanRowProps) {
  const { choice, state, code } = scan;
  const isGone = state.kind === "undone";
  return (
    <li className={cn("border-b px-5 py-3 last:border-0", state.kind === "waiting" && "bg-sunken")}>
      <div className="flex items-start justify-between gap-4 sm:items-center">
        <div className="min-w-0 flex-1">
          <p className={cn("truncate font-semibold", isGone && "text-faint line-through")}>
            {choice ? (
              <PageLink href={`/products/${choice.productId}`} className="hover:underline">
                {nameOf(choice)}
              </PageLink>
            ) : (
              code
            )}
          </p>
          <p className="truncate text-xs text-faint">
            {actionWord(scan.action)}
            {choice && choice.sku !== code ? ` · ${choice.sku}` : ""}
            {choice ? ` · ${code}` : ""}
          </p>
          <Left scan={scan} placeName={placeName} />
        </div>
        <div className="flex shrink-0 flex-col items-end gap-2 sm:flex-row sm:items-center sm:gap-4">
          <Amount scan={scan} />
          <StateOrUndo scan={scan} />
        </div>
      </div>
      <ScanHelp scan={scan} />
    </li>
  );
});

// How much, signed by what it does to the place; before it is stored, as it was asked for.
function Amount({ scan }: { scan: Scan }) {
  const { state, choice, quantityText, unitCode, action } = scan;
  if (state.kind === "found") return <Quantity value={choice?.onHand ?? "0"} unit={choice?.unit} />;
  if (state.kind === "stored") {
    return (
      <Quantity value={state.quantity} unit={choice?.unit} isSigned={action !== "move"} className="font-semibold" />
    );
  }
  if (action === "look" || state.kind === "unknown") return null;
  const unit = choice && !choice.units.some(({ code }) => code === unitCode) ? choice.unit : (unitCode ?? choice?.unit);
  return (
    <span className={cn("tabular", state.kind === "undone" ? "text-faint line-through" : "text-quiet")}>
      {quantityText} {unit}
    </span>
  );
}

function Left({ scan: { state, choice, fromId, action }, placeName }: ScanRowProps): ReactNode {
  if (state.kind === "found") return <p className="text-xs text-quiet">{t("scan.onHandEverywhere")}</p>;
  if (state.kind !== "stored") return null;
  const place = placeName(state.atId);
  const left = <Quantity value={state.left} unit={choice?.unit} />;
  return (
    <p className="flex flex-wrap items-center gap-x-1 text-xs text-quiet">
      {action === "move" ? (
        <>
          <span className="max-w-28 truncate">{placeName(fromId) ?? t("scan.usualPlace")}</span>
          <ArrowRight aria-hidden className="size-3" />
          <span className="sr-only">{t("scan.to")}</span>
        </>
      ) : null}
      <span>
        {place ? t.rich("scan.nowAt", { place, left: () => left }) : t.rich("scan.thereNow", { left: () => left })}
      </span>
    </p>
  );
}

const BADGES = {
  waiting: "progress",
  refused: "problem",
  unknown: "problem",
  ambiguous: "attention",
  undone: undefined,
} as const satisfies Partial<Record<Scan["state"]["kind"], Meaning | undefined>>;

/** What is said of a scan's state, and what it means; undefined where the row says it all. */
function badgeOf({
  state: { kind },
  undoId,
}: Scan): Readonly<{ meaning: Meaning | undefined; text: string }> | undefined {
  if (undoId !== null && kind !== "undone") return { meaning: "progress", text: t("scan.undoing") };
  return kind === "stored" || kind === "found" ? undefined : { meaning: BADGES[kind], text: t(`scan.${kind}`) };
}

function StateOrUndo({ scan }: { scan: Scan }) {
  const { undo } = useScanVerbs(scan);
  const { state, undoId, choice } = scan;
  const name = choice ? nameOf(choice) : scan.code;
  const isUndoing = undoId !== null && state.kind !== "undone";
  const badge = badgeOf(scan);
  const canUndo = !isUndoing && scan.action !== "look" && (state.kind === "stored" || state.kind === "waiting");
  return (
    <div className="flex shrink-0 items-center justify-end gap-2 sm:min-w-24">
      {badge ? <Badge meaning={badge.meaning}>{badge.text}</Badge> : null}
      {canUndo ? (
        <Button size="sm" aria-label={t("scan.undoScanOf", { what: name })} onClick={undo}>
          <Undo2 aria-hidden />
          {t("common.undo")}
        </Button>
      ) : null}
    </div>
  );
}
