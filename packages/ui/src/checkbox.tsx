"use client";
import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";
import { useFieldWiring } from "./field.tsx";

type CheckboxProps = ComponentProps<typeof Radix.Root> & { label?: ReactNode };

/** A box to tick. Without a visible label it needs an aria-label. */
export function Checkbox({ label, className, ...props }: CheckboxProps) {
  const wiring = useFieldWiring(props);
  const box = (
    <Radix.Root
      {...props}
      {...wiring}
      className={cn(
        "flex size-4 shrink-0 items-center justify-center rounded-sm border border-edge bg-surface text-on-accent transition-colors hover:border-quiet disabled:opacity-50 data-[state=checked]:border-accent data-[state=indeterminate]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent coarse:size-5",
        className,
      )}
    >
      <Radix.Indicator>
        {props.checked === "indeterminate" ? (
          <Minus className="size-3" strokeWidth={3} />
        ) : (
          <Check className="size-3" strokeWidth={3} />
        )}
      </Radix.Indicator>
    </Radix.Root>
  );
  if (label === undefined) return box;
  return (
    <label className="flex min-h-6 cursor-pointer items-center gap-2.5 coarse:min-h-12">
      {box}
      <span>{label}</span>
    </label>
  );
}
