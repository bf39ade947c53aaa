"use client";
import type { LowVariant } from "@storehouse/domain";
import { Badge, Button, Card, EmptyState, groupDigits, Quantity } from "@storehouse/ui";
import { CircleCheck, Hammer, PackagePlus } from "lucide-react";
import { PageLink } from "../../components/page-link.tsx";
import { useBooking } from "../../components/use-booking.ts";
import { useMaking } from "../../components/use-making.ts";
import { useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { lowHref } from "./links.ts";

type LowCardProps = { rows: readonly LowVariant[]; count: number; className?: string };

/** What is shortest of its minimum, with the one action that ends it. */
export function LowCard({ rows, count, className }: LowCardProps) {
  const { places } = useMe();
  return (
    <Card
      title={places === null ? t("home.lowStock") : t("home.lowStockAtMyPlaces")}
      isFlush
      {...(className && { className })}
      action={
        count > 0 ? (
          <PageLink href={lowHref(places !== null)} className="text-accent-ink underline-offset-4 hover:underline">
            {t("home.all", { count: groupDigits(String(count)) })}
          </PageLink>
        ) : null
      }
    >
      <div className="border-t">
        {rows.length === 0 ? (
          <EmptyState
            icon={CircleCheck}
            title={t("home.nothingRunsShort")}
            text={t("home.productsAtOrBelowTheir")}
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
  const isOut = row.onHand === "0";
  return (
    <li className="flex items-center gap-3 border-b px-5 py-2.5 last:border-0">
      <div className="min-w-0 flex-1">
        <PageLink href={`/products/${row.productId}`} className="block truncate hover:underline">
          {row.variantName ? `${row.productName} · ${row.variantName}` : row.productName}
        </PageLink>
        <p className="text-xs text-faint">
          {t.rich("home.ofMinimum", {
            left: () => <Quantity value={row.onHand} className="font-semibold text-ink" />,
            minimum: () => <Quantity value={row.minimumStock} unit={row.unit} />,
          })}
        </p>
      </div>
      {isOut ? (
        <Badge meaning="problem" className="shrink-0">
          {t("home.outOfStock")}
        </Badge>
      ) : null}
      <LowAction row={row} />
    </li>
  );
}

// What is made here is put right by making some, anything else by booking in what came.
function LowAction({ row: { variantId, productName, isMade } }: { row: LowVariant }) {
  const can = useCan();
  const booking = useBooking();
  const making = useMaking();
  if (isMade && can("inventory.make")) {
    return (
      <Button
        size="sm"
        className="max-xl:px-2.5"
        aria-label={t("alert.makeProduct", { productName })}
        onClick={() => making.open(variantId)}
      >
        <Hammer aria-hidden />
        <span className="max-xl:hidden">{t("common.make")}</span>
      </Button>
    );
  }
  if (!can("inventory.post")) return null;
  return (
    <Button
      size="sm"
      className="max-xl:px-2.5"
      aria-label={t("home.bookInProduct", { productName })}
      onClick={() => booking.open("in", { variantId })}
    >
      <PackagePlus aria-hidden />
      <span className="max-xl:hidden">{t("common.bookIn")}</span>
    </Button>
  );
}
