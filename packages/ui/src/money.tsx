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
  /** A cost of one in a column: two decimals, so that they stand under each other; its further ones are in its title. */
  isUnit?: boolean;
  className?: string;
};

/** An amount with its two decimals (more only where more is meant). */
export function Money({ value, currency, isExact = false, isUnit = false, className }: MoneyProps) {
  const { numberFormat: format } = useFormats();
  if (value === null) return <span className="text-faint">–</span>;
  const exact = groupDigits(value, { scale: 2, format });
  const rounded = groupDigits(roundDecimal(value, 2), { scale: 2, format });
  // Of what costs less than a hundredth, two decimals would say nothing.
  const isLost = isUnit && /[1-9]/.test(exact) && !/[1-9]/.test(rounded);
  const text = isExact || isLost ? exact : rounded;
  return (
    <span
      className={cn("tabular whitespace-nowrap", figureSize(text), className)}
      title={isUnit && text !== exact ? exact : undefined}
    >
      {currency ? <span className="text-faint">{currency} </span> : null}
      <Figures text={text} />
    </span>
  );
}
