"use client";
import { dayIn, type EntryRow } from "@storehouse/domain";
import { Banner, Button, dayText, Skeleton, toast, useFormats } from "@storehouse/ui";
import { type FormEvent, useState } from "react";
import { v7 as newId } from "uuid";
import { useHappened } from "../../components/use-happened.ts";
import { trpc } from "../../trpc/client.tsx";
import { failureOf, fieldsOf } from "../../trpc/failure-of.ts";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { CorrectFields } from "./correct-fields.tsx";
import { type CorrectionDraft, placesOf, problemsOf, toCorrection } from "./correction.ts";

type CorrectFormProps = { entry: EntryRow; onDone: () => void; onCancel: () => void };

/** Puts an entry right: it is undone and booked as it should have been, in one. */
export function CorrectForm(props: CorrectFormProps) {
  const { entry } = props;
  const { timeZone, dateFormat } = useFormats();
  const found = trpc.products.find.useQuery({ variantId: entry.variantId, limit: 1 });
  const posting = trpc.inventory.entries.useQuery({ postingId: entry.postingId, limit: 200 });
  const choice = found.data?.rows[0];
  if (found.isError || (found.data && !choice)) {
    return <Banner meaning="attention">{t("entry.theProductIsArchivedTake")}</Banner>;
  }
  if (!choice || !posting.data) return <Skeleton className="h-60" />;
  const start: CorrectionDraft = {
    choice,
    quantityText: entry.quantity.replace("-", ""),
    ...placesOf(entry, posting.data.rows),
    unitCost: entry.quantity.startsWith("-") ? "" : (entry.unitCost ?? ""),
    happenedOn: dayText(dayIn(timeZone, new Date(entry.occurredAt)), dateFormat),
    reference: entry.reference ?? "",
    note: entry.note ?? "",
    reason: "",
  };
  return <Form {...props} start={start} />;
}

function Form({ entry, start, onDone, onCancel }: CorrectFormProps & { start: CorrectionDraft }) {
  const utils = trpc.useUtils();
  const correct = trpc.inventory.correct.useMutation();
  const { problemOf, occurredAtOf } = useHappened();
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [clientId, setClientId] = useState(() => newId());
  const change = (changes: Partial<CorrectionDraft>) => {
    setDraft({ ...draft, ...changes });
    setProblems({});
    setRefusal(null);
  };
  const isMoved = draft.happenedOn.trim() !== start.happenedOn;
  const send = async () => {
    // A day that was not touched keeps its time of day.
    const occurredAt = isMoved ? (occurredAtOf(draft.happenedOn) ?? new Date().toISOString()) : undefined;
    try {
      await correct.mutateAsync(toCorrection(entry, draft, { clientId, occurredAt }));
      toast(t("entry.correctedWhatItSaidBefore"));
      onDone();
      await Promise.all([utils.inventory.invalidate(), utils.products.invalidate(), utils.dashboard.invalidate()]);
    } catch (error) {
      // What was refused wrote nothing: what is sent next is another request.
      if (failureOf(error) !== null) setClientId(newId());
      const told = toldOf(error);
      setProblems(told);
      setRefusal(Object.keys(told).length > 0 ? null : errorMessage(error));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const happened = draft.happenedOn.trim() === "" ? "REQUIRED" : isMoved ? problemOf(draft.happenedOn) : undefined;
    const found = { ...problemsOf(entry, draft), ...(happened && { occurredAt: happened }) };
    setProblems(found);
    if (Object.keys(found).length === 0) void send();
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-4 rounded-lg border p-4">
      <h3 className="font-semibold">{t("entry.whatItShouldHaveBeen")}</h3>
      {refusal ? <Banner meaning="problem">{refusal}</Banner> : null}
      <CorrectFields entry={entry} draft={draft} problems={problems} onChange={change} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onClick={onCancel}>
          {t("entry.keepItAsItIs")}
        </Button>
        <Button variant="primary" type="submit" isPending={correct.isPending}>
          {t("entry.saveTheCorrection")}
        </Button>
      </div>
    </form>
  );
}

function toldOf(error: unknown): Readonly<Record<string, string>> {
  // Names the day, which its reason alone does not.
  if (failureOf(error)?.code === "PERIOD_CLOSED") return { occurredAt: errorMessage(error) };
  const fields = Object.entries(fieldsOf(error) ?? {}).filter(([path]) => path !== "entryId");
  return Object.fromEntries(fields.map(([path, [reason]]) => [path, reason ?? "INVALID"]));
}
