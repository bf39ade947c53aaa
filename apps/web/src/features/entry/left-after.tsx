"use client";
import { quantityOf, quantityText } from "@storehouse/domain";
import { cn, Quantity } from "@storehouse/ui";
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
  return (
    <p aria-live="polite" className={cn("text-xs", left < 0n ? "text-problem" : "text-faint")}>
      {levels.data.rows[0] ? `${levels.data.rows[0].locationName}: ` : ""}
      <Quantity value={onHand} unit={unit} /> now
      {left < 0n ? (
        ": not enough, some of it has gone on."
      ) : (
        <>
          , then <Quantity value={quantityText(left)} unit={unit} className="font-semibold text-ink" />
        </>
      )}
    </p>
  );
}
