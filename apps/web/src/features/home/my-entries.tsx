"use client";
import type { EntryRow, OwnDay } from "@storehouse/domain";
import { Button, Card, cn, EmptyState, Quantity } from "@storehouse/ui";
import { PackageCheck, Undo2 } from "lucide-react";
import { PageLink } from "../../components/page-link.tsx";
import { ENTRY_TYPE_WORDS } from "../entry/index.ts";
import { MomentText, useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { useUndoEntry } from "./use-undo-entry.ts";

/** What I booked today, newest first, each with its Undo. */
export function MyEntries({ day, className }: { day: OwnDay; className?: string }) {
  const { userId } = useMe();
  return (
    <Card
      title={t("home.myEntriesOfToday")}
      isFlush
      {...(className && { className })}
      action={
        <PageLink
          href={`/stock/entries?person=${userId}&from=${day.today}&to=${day.today}`}
          className="text-accent-ink underline-offset-4 hover:underline"
        >
          {day.hasMore ? t("home.allOfToday") : t("home.openInEntries")}
        </PageLink>
      }
    >
      <div className="border-t">
        {day.mine.length === 0 ? (
          <EmptyState
            icon={PackageCheck}
            title={t("home.nothingBookedYetToday")}
            text={t("home.whatYouBookStandsHere")}
            className="py-10"
          />
        ) : (
          <ul>
            {day.mine.map((row) => (
              <MyEntry key={row.id} row={row} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function MyEntry({ row }: { row: EntryRow }) {
  const can = useCan();
  const { undo, isPending } = useUndoEntry(row.id);
  const isUndone = row.reversedById !== null;
  const mayUndo = can("inventory.reverseOwn") && !isUndone && row.type !== "reversal";
  const name = row.variantName ? `${row.productName} · ${row.variantName}` : row.productName;
  return (
    <li className={cn("flex items-center gap-3 border-b px-5 py-2.5 last:border-0", isUndone && "text-faint")}>
      <div className="min-w-0 flex-1">
        <PageLink href={`/products/${row.productId}`} className="block truncate hover:underline">
          {name}
        </PageLink>
        <p className="truncate text-xs text-faint">
          {ENTRY_TYPE_WORDS[row.type]} · {row.locationName} · <MomentText value={row.occurredAt} />
          {isUndone ? ` · ${t("home.undone")}` : ""}
        </p>
      </div>
      <Quantity value={row.quantity} unit={row.unit} isSigned className="shrink-0" />
      {mayUndo ? (
        <Button size="sm" onClick={undo} isPending={isPending} aria-label={t("home.undo", { name })}>
          {isPending ? null : <Undo2 aria-hidden />}
          <span className="max-sm:sr-only">{t("common.undo")}</span>
        </Button>
      ) : null}
    </li>
  );
}
