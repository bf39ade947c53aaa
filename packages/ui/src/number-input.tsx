"use client";
import type { ChangeEvent, ComponentProps } from "react";
import { cn } from "./cn.ts";
import { ungroupDigits } from "./group-digits.ts";
import { Input } from "./input.tsx";

type NumberInputProps = Omit<ComponentProps<typeof Input>, "type" | "after" | "before"> & {
  /** The unit behind the number. */
  unit?: string | undefined;
  /** The currency before it. */
  currency?: string | undefined;
};

/** A number typed as text: it keeps every digit, takes them in groups too, and a wheel or an arrow never changes it by accident. */
export function NumberInput({ unit, currency, className, onChange, ...props }: NumberInputProps) {
  // Figures are shown in groups, and may be typed or pasted so.
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const plain = ungroupDigits(event.target.value);
    if (plain !== event.target.value) event.target.value = plain;
    return onChange?.(event);
  };
  return (
    <Input
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      {...props}
      onChange={take}
      {...(unit === undefined ? {} : { after: unit })}
      {...(currency === undefined ? {} : { before: currency })}
      className={cn("tabular text-right", className)}
    />
  );
}
