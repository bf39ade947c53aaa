"use client";
import type { LevelRow } from "@storehouse/domain";
import { Button, IconButton, Money, Quantity, Sheet, Stat } from "@storehouse/ui";
import { ArrowLeftRight, ChevronDown, ChevronUp, PackageMinus, PackagePlus } from "lucide-react";
import type { KeyboardEvent } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { useBooking } from "../../components/use-booking.ts";
import { ThresholdList } from "../alert/index.ts";
import { EntryTable } from "../entry/index.ts";
import { useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";

type LevelSheetProps = { level: LevelRow; onClose: () => void; onPrevious: () => void; onNext: () => void };

/** One level at a glance: the numbers, the latest entries with what was left after each, and what can be done. */
export function LevelSheet({ level, onClose, onPrevious, onNext }: LevelSheetProps) {
  const can = useCan();
  const { currency } = useMe();
  const booking = useBooking();
  const at = { variantId: level.variantId, locationId: level.locationId };
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    // Keys of a drawer above this one come by here too, and the ledger's rows take theirs before.
    const isHere = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (!isHere || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "ArrowDown") onNext();
    else if (event.key === "k" || event.key === "ArrowUp") onPrevious();
    else return;
    event.preventDefault();
  };
  return (
    <Sheet
      isOpen
      size="lg"
      onKeyDown={step}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={level.variantName ? `${level.productName}, ${level.variantName}` : level.productName}
      description={`${level.sku} · ${level.locationName}`}
      headerActions={
        <>
          <IconButton label={t("stock.previous")} keys="k" onClick={onPrevious}>
            <ChevronUp aria-hidden />
          </IconButton>
          <IconButton label={t("stock.next")} keys="j" onClick={onNext}>
            <ChevronDown aria-hidden />
          </IconButton>
        </>
      }
      footer={
        <>
          <Button asChild variant="ghost" className="mr-auto">
            <PageLink href={`/products/${level.productId}`}>{t("stock.openTheProduct")}</PageLink>
          </Button>
          {can("inventory.transfer") ? (
            <Button onClick={() => booking.open("move", at)}>
              <ArrowLeftRight aria-hidden />
              {t("common.move")}
            </Button>
          ) : null}
          {can("inventory.post") ? (
            <>
              <Button onClick={() => booking.open("out", at)}>
                <PackageMinus aria-hidden />
                {t("common.bookOut")}
              </Button>
              <Button variant="primary" onClick={() => booking.open("in", at)}>
                <PackagePlus aria-hidden />
                {t("common.bookIn")}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <div className="space-y-6">
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <Stat label={t("stock.onHand")} value={<Quantity value={level.onHand} unit={level.unit} />} />
          <Stat label={t("stock.reserved")} value={<Quantity value={level.reserved} unit={level.unit} />} />
          <Stat label={t("stock.available")} value={<Quantity value={level.available} unit={level.unit} />} />
          <Stat label={t("stock.value")} value={<Money value={level.value} currency={currency} />} />
        </div>
        {can("alerts.read") ? <ThresholdList variantId={level.variantId} locationId={level.locationId} /> : null}
        <section className="space-y-3">
          <h2 className="text-base font-semibold">{t("stock.ledger")}</h2>
          <EntryTable variantId={level.variantId} locationId={level.locationId} />
        </section>
      </div>
    </Sheet>
  );
}
