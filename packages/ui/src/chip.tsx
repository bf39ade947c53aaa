"use client";
import { X } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { say } from "./words.ts";

type ChipProps = ComponentProps<"button"> & {
  isOn?: boolean;
  /** Adds a cross that takes the chip away: a filter that is set. */
  onRemove?: () => void;
  /** What the cross does, in words. */
  removeLabel?: string;
};

/** A choice that can be turned on and off, or a filter that can be taken away. */
export function Chip({ isOn = false, onRemove, removeLabel, className, children, ...props }: ChipProps) {
  return (
    <span
      className={cn(
        "inline-flex h-8 max-w-full items-stretch rounded-full border bg-surface text-quiet transition-colors coarse:h-10",
        isOn && "border-transparent bg-accent-soft text-accent-ink",
        className,
      )}
    >
      <button
        type="button"
        aria-pressed={onRemove ? undefined : isOn}
        {...props}
        className="flex min-w-0 items-center gap-1.5 truncate rounded-full px-3 hover:text-ink"
      >
        {children}
      </button>
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel ?? say("remove")}
          onClick={onRemove}
          className="-ml-2 flex w-8 items-center justify-center rounded-full hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </span>
  );
}
