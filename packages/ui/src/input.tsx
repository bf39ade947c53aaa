"use client";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";
import { useFieldWiring } from "./field.tsx";

type InputProps = ComponentProps<"input"> & {
  /** Stands inside, before the text: an icon or a currency sign. */
  before?: ReactNode;
  /** Stands inside, after the text: a unit, or a small button. Null where it is still to come, so that the field stays the same one then. */
  after?: ReactNode;
};

/** One line of text. Inside a Field it is labelled and described by it. */
export function Input({ before, after, className, ...props }: InputProps) {
  const wiring = useFieldWiring(props);
  if (before === undefined && after === undefined) {
    return <input {...props} {...wiring} className={cn("control", className)} />;
  }
  return (
    <div className="control flex items-center gap-2 has-[[aria-invalid=true]]:border-problem">
      {before === undefined || before === null ? null : (
        <span className="flex shrink-0 items-center text-faint">{before}</span>
      )}
      <input
        {...props}
        {...wiring}
        className={cn("h-full min-h-[inherit] w-full min-w-0 bg-transparent py-0 outline-none", className)}
      />
      {after === undefined || after === null ? null : (
        <span className="flex shrink-0 items-center text-faint">{after}</span>
      )}
    </div>
  );
}
