"use client";
import { dayIn, type EntryRow } from "@storehouse/domain";
import { Banner, Button, Money, Quantity, Sheet } from "@storehouse/ui";
import { PencilLine, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { useAsked } from "../../components/use-asked.ts";
import { RecordLines } from "../history/index.ts";
import { useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { CorrectForm } from "./correct-form.tsx";
import { isCorrectableType } from "./correction.ts";
import { ReverseForm } from "./reverse-form.tsx";
import { SameChange } from "./same-change.tsx";
import { TypeChip } from "./type-chip.tsx";
import { When } from "./when.tsx";

/** The whole of one entry, and the way to undo it. */
export function EntrySheet({ entry, onClose }: { entry: EntryRow; onClose: () => void }) {
  const can = useCan();
  const { userId, currency, closedThrough, timeZone } = useMe();
  const asked = useAsked(["undo"]);
  const isMine = entry.userId === userId;
  const mayReverse = can("inventory.reverse") || (isMine && can("inventory.reverseOwn"));
  const isReversible = entry.reversedById === null && entry.type !== "reversal";
  const [doing, setDoing] = useState<"correct" | "undo" | null>(mayReverse && isReversible ? asked : null);
  const isClosed = closedThrough !== null && dayIn(timeZone, new Date(entry.occurredAt)) <= closedThrough;
  const isCorrectable = isCorrectableType(entry.type) && !isClosed;
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={entry.variantName ? `${entry.productName}, ${entry.variantName}` : entry.productName}
      description={entry.sku}
      footer={
        <>
          <Button asChild variant="ghost" className="mr-auto">
            <PageLink href={`/products/${entry.productId}?tab=ledger`}>{t("entry.openTheProduct")}</PageLink>
          </Button>
          {mayReverse && isReversible && doing === null ? (
            <>
              {isCorrectable ? (
                <Button onClick={() => setDoing("correct")}>
                  <PencilLine aria-hidden />
                  {t("entry.correct")}
                </Button>
              ) : null}
              <Button onClick={() => setDoing("undo")}>
                <Undo2 aria-hidden />
                {t("entry.undoThisEntry")}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <div className="space-y-6">
        {entry.reversedById ? <Banner meaning="attention">{t("entry.thisEntryWasUndoneWhat")}</Banner> : null}
        {isClosed && isReversible && mayReverse ? (
          <Banner meaning="attention">{t("entry.thisLiesInAClosed")}</Banner>
        ) : null}
        {doing === "undo" ? <ReverseForm entry={entry} onDone={onClose} onCancel={() => setDoing(null)} /> : null}
        {doing === "correct" ? <CorrectForm entry={entry} onDone={onClose} onCancel={() => setDoing(null)} /> : null}
        <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-3">
          <Fact name="Type">
            <TypeChip entry={entry} />
          </Fact>
          <Fact name="Quantity">
            <Quantity value={entry.quantity} unit={entry.unit} isSigned />
          </Fact>
          <Fact name="Place">{entry.locationName}</Fact>
          <Fact name="Left after">
            <Quantity value={entry.balance} unit={entry.unit} />
          </Fact>
          <Fact name="Unit cost">
            <Money value={entry.unitCost} currency={currency} isExact />
          </Fact>
          <Fact name="Value">
            <Money value={entry.value} currency={currency} />
          </Fact>
          <Fact name="Happened">
            <When at={entry.occurredAt} />
          </Fact>
          <Fact name="Written">
            <When at={entry.writtenAt} />
          </Fact>
          <Fact name="Person">{entry.userName}</Fact>
          <Fact name="Reference">{entry.reference ?? "–"}</Fact>
          <Fact name="Note">{entry.note ?? "–"}</Fact>
        </dl>
        <SameChange entry={entry} />
        <RecordLines entity="posting" entityId={entry.postingId} />
      </div>
    </Sheet>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
