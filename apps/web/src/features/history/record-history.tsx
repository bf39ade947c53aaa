"use client";
import type { HistoryRow, Permission, Restorable } from "@storehouse/domain";
import { Button, EmptyState, ErrorState, Skeleton, toast } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { History, RotateCcw } from "lucide-react";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { LineItem } from "./line-item.tsx";
import { RestoreForm } from "./restore-form.tsx";

const CHANGE: Readonly<Record<Restorable, Permission>> = {
  product: "products.update",
  variant: "products.update",
  location: "locations.update",
  subcategory: "subcategories.update",
  supplier: "suppliers.update",
  user: "users.update",
  role: "roles.update",
};

type RecordHistoryProps = {
  entity: Restorable;
  entityId: string;
  /** Told once an earlier state was put back. */
  onRestored?: () => void;
};

/** Every version of a record, newest first, and the way back to an earlier one. */
export function RecordHistory({ entity, entityId, onRestored }: RecordHistoryProps) {
  const can = useCan();
  const utils = trpc.useUtils();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [version, setVersion] = useState(0);
  const input = { entity, entityId, limit: 20 };
  const pages = usePages<HistoryRow>(getQueryKey(trpc.auditLogs.history, input, "infinite"), async (after, signal) => {
    const page = await utils.client.auditLogs.history.query({ ...input, after }, { signal });
    setVersion(page.version);
    return page;
  });
  const done = () => {
    setChosenId(null);
    toast(t("history.putBackTheWayIt"));
    void utils.invalidate();
    onRestored?.();
  };
  if (pages.state === "loading") return <Skeleton className="h-32" />;
  if (pages.state === "error") {
    return <ErrorState text={pages.errorText ?? ""} requestId={pages.requestId} onRetry={pages.onRetry} />;
  }
  if (pages.rows.length === 0) {
    return (
      <EmptyState icon={History} title={t("history.nothingChangedYet")} text={t("history.eachChangeWillStandHere")} />
    );
  }
  const current = pages.rows[0]?.content ?? {};
  return (
    <div className="max-w-[720px] space-y-4">
      <ol className="space-y-4">
        {pages.rows.map((row) => (
          <LineItem
            key={row.id}
            line={row}
            action={
              !row.isCurrent && chosenId !== row.id && can(CHANGE[entity]) ? (
                <Button onClick={() => setChosenId(row.id)}>
                  <RotateCcw aria-hidden />
                  {t("history.restore")}
                </Button>
              ) : null
            }
          >
            {chosenId === row.id ? (
              <RestoreForm
                input={{ entity, id: entityId, version, lineId: row.id }}
                current={current}
                row={row}
                onDone={done}
                onCancel={() => setChosenId(null)}
              />
            ) : null}
          </LineItem>
        ))}
      </ol>
      {pages.hasMore ? (
        <Button onClick={pages.onMore} isPending={pages.isLoadingMore ?? false}>
          {t("history.showEarlierChanges")}
        </Button>
      ) : null}
    </div>
  );
}
