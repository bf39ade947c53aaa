"use client";
import type { LowVariant } from "@storehouse/domain";
import { Badge, Button, Card, EmptyState, groupDigits, Quantity } from "@storehouse/ui";
import { CircleCheck, PackagePlus } from "lucide-react";
import Link from "next/link";
import { useBooking } from "../../components/use-booking.ts";
import { useCan, useMe } from "../session/index.ts";
import { lowHref } from "./links.ts";

type LowCardProps = { rows: readonly LowVariant[]; count: number; className?: string };

/** What is shortest of its minimum, with the one action that ends it. */
export function LowCard({ rows, count, className }: LowCardProps) {
  const { places } = useMe();
  return (
    <Card
      title={places === null ? "Low stock" : "Low stock at my places"}
      isFlush
      {...(className && { className })}
      action={
        count > 0 ? (
          <Link href={lowHref(places !== null)} className="text-accent-ink underline-offset-4 hover:underline">
            All {groupDigits(String(count))}
          </Link>
        ) : null
      }
    >
      <div className="border-t">
        {rows.length === 0 ? (
          <EmptyState
            icon={CircleCheck}
            title="Nothing runs short"
            text="Products at or below their minimum stock stand here."
            className="py-10"
          />
        ) : (
          <ul>
            {rows.map((row) => (
              <LowRow key={row.variantId} row={row} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function LowRow({ row }: { row: LowVariant }) {
  const can = useCan();
  const booking = useBooking();
  const isOut = row.onHand === "0";
  return (
    <li className="flex items-center gap-3 border-b px-5 py-2.5 last:border-0">
      <div className="min-w-0 flex-1">
        <Link href={`/products/${row.productId}`} className="block truncate hover:underline">
          {row.variantName ? `${row.productName} · ${row.variantName}` : row.productName}
        </Link>
        <p className="text-xs text-faint">
          <Quantity value={row.onHand} className="font-semibold text-ink" /> of{" "}
          <Quantity value={row.minimumStock} unit={row.unit} />
        </p>
      </div>
      {isOut ? (
        <Badge meaning="problem" className="shrink-0">
          Out
        </Badge>
      ) : null}
      {can("inventory.post") ? (
        <Button
          size="sm"
          className="max-xl:px-2.5"
          aria-label={`Book in ${row.productName}`}
          onClick={() => booking.open("in", { variantId: row.variantId })}
        >
          <PackagePlus aria-hidden />
          <span className="max-xl:hidden">Book in</span>
        </Button>
      ) : null}
    </li>
  );
}
