"use client";
import type { BulkStatus } from "@storehouse/domain";
import { Badge, Button, EmptyState, Sheet, Skeleton } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { ChevronLeft, History } from "lucide-react";
import { useState } from "react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { MomentText, useCan } from "../session/index.ts";
import { BulkResult } from "./bulk-result.tsx";
import { changeText } from "./bulk-words.ts";
import { useBulkRun } from "./use-bulk-run.ts";

/** Opens the changes of many that were made before, each with its undo. */
export function BulkHistoryButton() {
  const can = useCan();
  const [isOpen, setOpen] = useState(false);
  if (!can("bulk.change")) return null;
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        <History aria-hidden />
        {t("bulk.earlierChangesOfMany")}
      </Button>
      {isOpen ? <BulkHistory onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function BulkHistory({ onClose }: { onClose: () => void }) {
  const [open, setOpen] = useState<BulkStatus | null>(null);
  return (
    <Sheet
      isOpen
      size="lg"
      title={open ? changeText(open) : t("bulk.earlierChangesOfMany")}
      onOpenChange={onClose}
      headerActions={
        open ? (
          <Button variant="ghost" onClick={() => setOpen(null)}>
            <ChevronLeft aria-hidden />
            {t("bulk.all")}
          </Button>
        ) : null
      }
    >
      {open ? <Earlier key={open.id} status={open} /> : <EarlierList onOpen={setOpen} />}
    </Sheet>
  );
}

function Earlier({ status: first }: { status: BulkStatus }) {
  const run = useBulkRun(first);
  return <div className="space-y-5">{run.status ? <BulkResult run={run} status={run.status} /> : null}</div>;
}

const INPUT = { limit: 20 };

function EarlierList({ onOpen }: { onOpen: (status: BulkStatus) => void }) {
  const utils = trpc.useUtils();
  const pages = usePages<BulkStatus>(getQueryKey(trpc.bulk.list, INPUT, "infinite"), (after, signal) =>
    utils.client.bulk.list.query({ ...INPUT, after }, { signal }),
  );
  if (pages.state === "loading") return <Skeleton className="h-24" />;
  if (pages.rows.length === 0) {
    return <EmptyState icon={History} title={t("bulk.noneYet")} text={t("bulk.chooseSeveralRows")} />;
  }
  return (
    <div className="space-y-3">
      <ul className="divide-y rounded-lg border">
        {pages.rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="flex min-h-12 w-full items-center justify-between gap-4 px-4 py-2.5 text-left hover:bg-hover"
              onClick={() => onOpen(row)}
            >
              <span className="min-w-0">
                <span className="block font-semibold">{changeText(row)}</span>
                <span className="block text-xs text-faint">
                  {row.userName} · <MomentText value={row.createdAt} />
                </span>
              </span>
              {row.state === "APPLIED" ? null : (
                <Badge>{row.state === "UNDONE" ? t("bulk.undone") : t("bulk.notFinished")}</Badge>
              )}
            </button>
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
