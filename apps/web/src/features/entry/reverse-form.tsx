"use client";
import type { EntryRow } from "@storehouse/domain";
import { Button, Field, Input, toast } from "@storehouse/ui";
import { type FormEvent, useId, useState } from "react";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { LeftAfter } from "./left-after.tsx";

type ReverseFormProps = { entry: EntryRow; onDone: () => void; onCancel: () => void };

/** Undoes an entry, with the reason that is kept beside it. */
export function ReverseForm({ entry, onDone, onCancel }: ReverseFormProps) {
  const formId = useId();
  const utils = trpc.useUtils();
  const reverse = trpc.inventory.reverse.useMutation();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const [clientId] = useState(() => newId());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") return setError(t("entry.sayInAWordWhy"));
    try {
      await reverse.mutateAsync({ clientId, entryId: entry.id, reason });
      toast(t("entry.undoneTheEntryAndIts"));
      onDone();
      await Promise.all([utils.inventory.invalidate(), utils.products.invalidate(), utils.dashboard.invalidate()]);
    } catch (caught) {
      setError(errorMessage(caught));
    }
  };
  return (
    <form id={formId} onSubmit={submit} noValidate className="space-y-3 rounded-lg border p-4">
      <Field label={t("entry.whyIsItUndone")} error={error} hint={t("entry.keptWithTheReversalFor")} isRequired>
        <Input autoFocus maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <LeftAfter
        variantId={entry.variantId}
        locationId={entry.locationId}
        unit={entry.unit}
        change={entry.quantity.startsWith("-") ? entry.quantity.slice(1) : `-${entry.quantity}`}
      />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onCancel}>
          {t("entry.keepIt")}
        </Button>
        <Button variant="danger" type="submit" isPending={reverse.isPending}>
          {t("entry.undoTheEntry")}
        </Button>
      </div>
    </form>
  );
}
