"use client";
import { quantityOf, quantityText } from "@storehouse/domain";
import { cn, Quantity } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";

type LeftAfterProps = { variantId: string; locationId: string; unit: string; change: string };

/** What is at a place now, and what will be once a change is saved. */
export function LeftAfter({ variantId, locationId, unit, change }: LeftAfterProps) {
  const levels = trpc.inventory.levels.useQuery(
    { variantId, locationId, isZeroShown: true, limit: 1 },
    { staleTime: 5_000 },
  );
  if (levels.data === undefined) return null;
  const onHand = levels.data.rows[0]?.onHand ?? "0";
  const left = quantityOf(onHand) + quantityOf(change);
  const now = () => <Quantity value={onHand} unit={unit} />;
  return (
    <p aria-live="polite" className={cn("text-xs", left < 0n ? "text-problem" : "text-faint")}>
      {levels.data.rows[0] ? `${levels.data.rows[0].locationName}: ` : ""}
      {left < 0n
        ? t.rich("entry.nowNotEnough", { now })
        : t.rich("entry.nowThen", {
            now,
            left: () => <Quantity value={quantityText(left)} unit={unit} className="font-semibold text-ink" />,
          })}
    </p>
  );
}
