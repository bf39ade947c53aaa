import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { MEANING_ICONS, MEANING_SOFT, type Meaning } from "./meaning.ts";

type BannerProps = { meaning: Meaning; action?: ReactNode; className?: string; children: ReactNode };

/** One thing to know about what is below it. A problem interrupts a screen reader, the rest wait their turn. */
export function Banner({ meaning, action, className, children }: BannerProps) {
  const Icon = MEANING_ICONS[meaning];
  return (
    <div
      role={meaning === "problem" ? "alert" : "status"}
      className={cn(
        "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg px-4 py-3",
        MEANING_SOFT[meaning],
        className,
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
