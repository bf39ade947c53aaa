"use client";
import type { AuditValues, HistoryRow, RestoreInput } from "@storehouse/domain";
import { Banner, Button } from "@storehouse/ui";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { ChangeList } from "./change-list.tsx";

type RestoreFormProps = {
  input: RestoreInput;
  current: AuditValues;
  row: HistoryRow;
  onDone: () => void;
  onCancel: () => void;
};

/** Says what putting an earlier version back would change, and does it. */
export function RestoreForm({ input, current, row, onDone, onCancel }: RestoreFormProps) {
  const restore = trpc.auditLogs.restore.useMutation();
  const [refusal, setRefusal] = useState<string | null>(null);
  const fields = Object.keys(row.content).filter(
    (field) => JSON.stringify(current[field]) !== JSON.stringify(row.content[field]),
  );
  const pick = (from: AuditValues) => Object.fromEntries(fields.map((field) => [field, from[field]]));
  const submit = async () => {
    setRefusal(null);
    try {
      await restore.mutateAsync(input);
      onDone();
    } catch (error) {
      setRefusal(errorMessage(error));
    }
  };
  return (
    <div className="space-y-3 rounded-lg border p-4">
      <p className="font-semibold">{t("history.putThisVersionBack")}</p>
      <ChangeList line={{ before: pick(current), after: pick(row.content), names: row.names }} />
      {refusal ? <Banner meaning="problem">{refusal}</Banner> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onClick={onCancel}>
          {t("history.keepItAsItIs")}
        </Button>
        <Button variant="primary" onClick={() => void submit()} isPending={restore.isPending}>
          {t("history.restore")}
        </Button>
      </div>
    </div>
  );
}
