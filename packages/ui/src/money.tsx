"use client";
import { roundDecimal } from "@storehouse/domain";
import { cn } from "./cn.ts";
import { Figures, figureSize } from "./figures.tsx";
import { useFormats } from "./format-provider.tsx";
import { groupDigits } from "./group-digits.ts";

type MoneyProps = {
  /** A decimal string, as the API gives it; null for an amount nobody gave. */
  value: string | null;
  /** ISO code; dimmed, before the figures. Left out in a column whose header names it. */
  currency?: string | undefined;
  /** A cost of one, whose further decimals count; an amount is rounded to two. */
  isExact?: boolean;
  className?: string;
};

/** An amount with its two decimals (more only where more is meant). */
export function Money({ value, currency, isExact = false, className }: MoneyProps) {
  const { numberFormat: format } = useFormats();
  if (value === null) return <span className="text-faint">–</span>;
  const text = groupDigits(isExact ? value : roundDecimal(value, 2), { scale: 2, format });
  return (
    <span className={cn("tabular whitespace-nowrap", figureSize(text), className)}>
      {currency ? <span className="text-faint">{currency} </span> : null}
      <Figures text={text} />
    </span>
  );
}
