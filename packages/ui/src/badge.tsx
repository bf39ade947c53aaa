import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { MEANING_ICONS, MEANING_SOFT, type Meaning } from "./meaning.ts";

type BadgeProps = {
  /** One of the four meanings brings its colour and its icon; without one it is a neutral label. */
  meaning?: Meaning | undefined;
  /** Another icon than the meaning's own. */
  icon?: LucideIcon;
  className?: string;
  children: ReactNode;
};

/** A word about a thing's state. Not pressable: for that there is Chip. */
export function Badge({ meaning, icon, className, children }: BadgeProps) {
  const Icon = icon ?? (meaning ? MEANING_ICONS[meaning] : undefined);
  return (
    <span
      className={cn(
        "inline-flex h-6 max-w-full items-center gap-1 rounded-full px-2 text-xs",
        meaning ? MEANING_SOFT[meaning] : "bg-sunken text-quiet ring-1 ring-line ring-inset",
        className,
      )}
    >
      {Icon ? <Icon aria-hidden className="size-3.5 shrink-0" /> : null}
      <span className="truncate">{children}</span>
    </span>
  );
}
