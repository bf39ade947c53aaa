"use client";
import type { Restorable } from "@storehouse/domain";
import { Button } from "@storehouse/ui";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { RecordHistory } from "./record-history.tsx";

type HistoryFoldProps = { entity: Restorable; entityId: string; onRestored: () => void };

/** A record's history under its form: folded, and read only once it is wanted. Nothing where the role may not see it. */
export function HistoryFold(props: HistoryFoldProps) {
  const can = useCan();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (!can("auditLogs.read")) return null;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className="mt-6 space-y-4 border-t pt-4">
      <Button
        variant="ghost"
        className="-ml-2"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon aria-hidden />
        {t("history.history")}
      </Button>
      <div id={id}>{isOpen ? <RecordHistory {...props} /> : null}</div>
    </section>
  );
}
