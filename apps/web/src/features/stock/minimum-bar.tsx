import { quantityOf } from "@storehouse/domain";
import { cn, Quantity } from "@storehouse/ui";

type MinimumBarProps = { onHand: string; minimum: string | null; unit: string; isLow: boolean };

/** How what is left compares with the minimum: full at twice the minimum, with a mark where the minimum is. */
export function MinimumBar({ onHand, minimum, unit, isLow }: MinimumBarProps) {
  if (minimum === null) return <span className="text-faint">–</span>;
  const wanted = quantityOf(minimum);
  const share = wanted === 0n ? 100 : Number((quantityOf(onHand) * 50n) / wanted);
  return (
    <span className="flex items-center justify-end gap-2">
      <span
        aria-hidden
        className="relative h-1.5 w-14 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
      >
        <span
          className={cn("absolute inset-y-0 left-0 rounded-full", isLow ? "bg-attention" : "bg-fine")}
          style={{ width: `${Math.min(100, share)}%` }}
        />
        <span className="absolute inset-y-0 left-1/2 w-px bg-edge" />
      </span>
      <Quantity value={minimum} unit={unit} />
    </span>
  );
}
