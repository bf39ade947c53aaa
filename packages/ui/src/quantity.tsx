"use client";
import { cn } from "./cn.ts";
import { Figures, figureSize } from "./figures.tsx";
import { useFormats } from "./format-provider.tsx";
import { groupDigits } from "./group-digits.ts";
import { say } from "./words.ts";

type QuantityProps = {
  /** A decimal string, as the API gives it. */
  value: string;
  unit?: string | undefined;
  /** Shows a plus before what is above zero: a movement, not a level. */
  isSigned?: boolean;
  /** Not yet confirmed by the ledger: shown paler, and said. */
  isPending?: boolean;
  className?: string;
};

/** So many of something: figures in columns, the unit dimmed. Its cell aligns it, at the end of the column. */
export function Quantity({ value, unit, isSigned = false, isPending = false, className }: QuantityProps) {
  const { numberFormat: format } = useFormats();
  const isPlus = isSigned && !value.startsWith("-") && /[1-9]/.test(value);
  const text = groupDigits(value, { format });
  return (
    <span className={cn("tabular whitespace-nowrap", figureSize(text), isPending && "opacity-60", className)}>
      {isPlus ? "+" : ""}
      <Figures text={text} />
      {unit ? <span className="text-faint"> {unit}</span> : null}
      {isPending ? <span className="sr-only"> {say("pending")}</span> : null}
    </span>
  );
}
