import { NEAR_SHARE } from "@storehouse/domain";
import { cn, groupDigits } from "@storehouse/ui";
import { t } from "../../language/t.ts";

type RoomBarProps = {
  label: string;
  /** Null while nobody has measured it. */
  used: number | null;
  /** Null without a limit. */
  allowed: number | null;
  textOf?: (count: number) => string;
  /** Said where nothing is left. */
  fullText: string;
};

const counted = (count: number): string => groupDigits(String(count));

/** How much of what a plan allows is used, as figures and as a bar; a limit that is near or reached is said in words. */
export function RoomBar({ label, used, allowed, textOf = counted, fullText }: RoomBarProps) {
  const share = used === null || allowed === null ? null : allowed === 0 ? 1 : used / allowed;
  const isFull = share !== null && share >= 1;
  const isAlmost = share !== null && share >= NEAR_SHARE;
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{label}</span>
        <span className="tabular text-quiet">{figures(used, allowed, textOf)}</span>
      </div>
      {share === null ? null : (
        <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-line">
          <div
            className={cn("h-full rounded-full", isFull ? "bg-problem" : isAlmost ? "bg-attention" : "bg-accent")}
            style={{ width: `${Math.min(1, share) * 100}%` }}
          />
        </div>
      )}
      {isAlmost ? <p className="text-quiet">{isFull ? fullText : t("plan.almostFull")}</p> : null}
    </div>
  );
}

function figures(used: number | null, allowed: number | null, textOf: (count: number) => string): string {
  if (used === null) return t("plan.notMeasured");
  if (allowed === null) return t("plan.noLimit", { used: textOf(used) });
  return t("plan.usedOf", { used: textOf(used), allowed: textOf(allowed) });
}
