"use client";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { Input } from "./input.tsx";

type NumberInputProps = Omit<ComponentProps<typeof Input>, "type" | "after" | "before"> & {
  /** The unit behind the number. */
  unit?: string | undefined;
  /** The currency before it. */
  currency?: string | undefined;
};

/** A number typed as text: it keeps every digit, and a wheel or an arrow never changes it by accident. */
export function NumberInput({ unit, currency, className, ...props }: NumberInputProps) {
  return (
    <Input
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      {...props}
      {...(unit === undefined ? {} : { after: unit })}
      {...(currency === undefined ? {} : { before: currency })}
      className={cn("tabular text-right", className)}
    />
  );
}
