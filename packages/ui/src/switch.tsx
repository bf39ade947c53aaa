"use client";
import { Switch as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { useFieldWiring } from "./field.tsx";

/** Turns something on or off at once. For a choice that is saved with a form, use a Checkbox. */
export function Switch({ label, ...props }: ComponentProps<typeof Radix.Root> & { label?: ReactNode }) {
  const wiring = useFieldWiring(props);
  const control = (
    <Radix.Root
      {...props}
      {...wiring}
      className="relative h-5 w-9 shrink-0 rounded-full border border-transparent bg-edge transition-colors disabled:opacity-50 data-[state=checked]:bg-accent"
    >
      <Radix.Thumb className="block size-4 translate-x-px rounded-full bg-on-accent shadow-xs transition-transform data-[state=checked]:translate-x-[17px]" />
    </Radix.Root>
  );
  if (label === undefined) return control;
  return (
    <label className="flex min-h-control cursor-pointer items-center gap-3">
      {control}
      <span>{label}</span>
    </label>
  );
}
