"use client";
import type { BulkRow, BulkRowState, BulkStatus, BulkValues } from "@storehouse/domain";
import { Button, Skeleton } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { ArrowRight } from "lucide-react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { valueText } from "../history/index.ts";
import { failureMessage } from "../session/index.ts";

type BulkRowsProps = { status: BulkStatus; state: BulkRowState };

/** The records of a change that stand in one way, each from what to what, or why not. */
export function BulkRows({ status, state }: BulkRowsProps) {
  const utils = trpc.useUtils();
  const input = { id: status.id, states: [state], limit: 50 };
  // How many there are is part of the name: while a change is on its way, records pass from one state to the next.
  const key = [...getQueryKey(trpc.bulk.rows, input, "infinite"), status.counts[state]];
  const pages = usePages<BulkRow>(key, (after, signal) =>
    utils.client.bulk.rows.query({ ...input, after }, { signal }),
  );
  if (pages.state === "loading") return <Skeleton className="h-24" />;
  return (
    <div className="space-y-3">
      <ul className="divide-y rounded-lg border">
        {pages.rows.map((row) => (
          <li key={row.place} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-2.5">
            <span className="min-w-0 [overflow-wrap:anywhere]">{row.label}</span>
            {row.reason ? (
              <span className="w-full text-xs text-problem">{failureMessage(row.reason)}</span>
            ) : (
              // What was put back goes the other way.
              <Values row={row} isBack={state === "UNDONE"} />
            )}
          </li>
        ))}
      </ul>
      {pages.hasMore ? (
        <Button variant="ghost" isPending={pages.isLoadingMore ?? false} onClick={pages.onMore}>
          {t("bulk.showMore")}
        </Button>
      ) : null}
    </div>
  );
}

function Values({ row: { from, to, names }, isBack }: { row: BulkRow; isBack: boolean }) {
  const words = (values: BulkValues) =>
    Object.entries(values)
      .map(([field, value]) => wordOf(field, value, names))
      .join(" · ");
  const [before, after] = isBack ? [words(to), words(from)] : [words(from), words(to)];
  if (before === after) return <span className="text-faint">{before}</span>;
  return (
    <span className="tabular inline-flex flex-wrap items-baseline gap-x-2">
      <span className="text-faint">{before}</span>
      <ArrowRight aria-label={t("bulk.to")} className="size-3.5 shrink-0 self-center text-faint" />
      <span className="font-semibold">{after}</span>
    </span>
  );
}

function wordOf(field: string, value: string | boolean | null, names: Readonly<Record<string, string>>): string {
  if (field === "isArchived") return value === true ? t("bulk.archived") : t("bulk.inUse");
  if (field === "isActive") return value === true ? t("bulk.maySignIn") : t("bulk.deactivated");
  return valueText(field, value, names);
}
