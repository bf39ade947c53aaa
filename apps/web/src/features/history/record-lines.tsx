"use client";
import { Button, ErrorState, Skeleton } from "@storehouse/ui";
import { CircleHelp } from "lucide-react";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { LineItem } from "./line-item.tsx";
import { Thread } from "./thread.tsx";

type RecordLinesProps = { entity: string; entityId: string };

/** What the audit log tells of one record, with the questions about it: those lines that the reader may see. */
export function RecordLines(props: RecordLinesProps) {
  const can = useCan();
  return can("auditLogs.readOwn") ? <VisibleLines {...props} /> : null;
}

function VisibleLines({ entity, entityId }: RecordLinesProps) {
  const can = useCan();
  const [askedId, setAskedId] = useState<string | null>(null);
  const lines = trpc.auditLogs.list.useQuery({ entity, entityId, limit: 20 });
  const rows = lines.data?.rows ?? [];
  if (lines.data && rows.length === 0) return null;
  return (
    <section aria-label={t("history.audit")} className="space-y-3 border-t pt-5">
      <h3 className="font-semibold">{t("history.audit")}</h3>
      {lines.isPending ? <Skeleton className="h-12" /> : null}
      {lines.isError ? <ErrorState text={errorMessage(lines.error)} onRetry={() => void lines.refetch()} /> : null}
      <ol className="space-y-4">
        {rows.map((line) => {
          const isTalked = line.noteCount > 0 || askedId === line.id;
          return (
            <LineItem
              key={line.id}
              line={line}
              action={
                !isTalked && (can("auditLogs.flag") || can("auditLogs.comment")) ? (
                  <Button onClick={() => setAskedId(line.id)}>
                    <CircleHelp aria-hidden />
                    {can("auditLogs.flag") ? t("history.question") : t("history.remark")}
                  </Button>
                ) : null
              }
            >
              {isTalked ? <Thread lineId={line.id} /> : null}
            </LineItem>
          );
        })}
      </ol>
    </section>
  );
}
