"use client";
import type { Failure } from "@storehouse/domain";
import { Banner, Button, DateField, Field, Input, Select, Textarea } from "@storehouse/ui";
import { Plus } from "lucide-react";
import { type FormEvent, useEffect, useEffectEvent, useState } from "react";
import { onRecovery } from "../../trpc/connection.ts";
import { failureOf, fieldsOf, isOutage } from "../../trpc/failure-of.ts";
import { useHappened } from "../../components/use-happened.ts";
import { LocationPicker } from "../location/index.ts";
import { errorMessage, reasonMessage, shortageText } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { type Booking, type Draft, type DraftLine, newLine, problemsOf, REASONS } from "./draft.ts";
import { LineFields } from "./line-fields.tsx";

type BookingFormProps = {
  id: string;
  booking: Booking;
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** Sends it; throws what the server refused with. */
  onSave: (draft: Draft) => Promise<unknown>;
};

/** What is booked: lines of product, quantity and place, and what they have in common. Errors stand at their fields. */
export function BookingForm({ id, booking, draft, onChange, onSave }: BookingFormProps) {
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const { problemOf } = useHappened();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const [hasDetails, setHasDetails] = useState([draft.reference, draft.note, draft.happenedOn ?? ""].some(Boolean));

  const change = (next: Draft) => {
    onChange(next);
    setRefusal(null);
    setWaiting(false);
    setProblems({});
  };
  const changeLine = (line: DraftLine) =>
    change({
      ...draft,
      // A move begins where the first product usually lies, until somebody says otherwise.
      fromLocationId: draft.fromLocationId ?? line.choice?.defaultLocationId ?? null,
      lines: draft.lines.map((one) => (one.key === line.key ? line : one)),
    });
  const send = async (form: HTMLFormElement | null) => {
    setRefusal(null);
    try {
      await onSave(draft);
    } catch (error) {
      const told = problemsFrom(error);
      setWaiting(isOutage(error));
      setProblems(told);
      if (told.occurredAt) setHasDetails(true);
      // What stands at its field is not said twice.
      setRefusal(
        Object.keys(told).length > 0
          ? null
          : isOutage(error)
            ? t("booking.storehouseCannotBeReachedIt")
            : errorMessage(error),
      );
      if (form) focusFirstError(form);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const happened = problemOf(draft.happenedOn ?? "");
    const found = { ...problemsOf(draft, booking), ...(happened && { occurredAt: happened }) };
    setProblems(found);
    if (Object.keys(found).length > 0) focusFirstError(event.currentTarget);
    else void send(event.currentTarget);
  };
  // Safe to send again whatever became of the first: the draft carries its id.
  const sendAgain = useEffectEvent(() => void send(null));
  useEffect(() => (isWaiting ? onRecovery(sendAgain) : undefined), [isWaiting]);

  return (
    <form id={id} onSubmit={submit} noValidate className="space-y-5">
      {refusal ? <Banner meaning="problem">{refusal}</Banner> : null}
      {booking === "move" ? (
        <div className="grid grid-cols-2 gap-3">
          <Field label={t("common.from")} error={reasonMessage(problems.fromLocationId)} isRequired>
            <LocationPicker
              value={draft.fromLocationId}
              onChange={(fromLocationId) => change({ ...draft, fromLocationId })}
            />
          </Field>
          <Field label={t("common.to")} error={reasonMessage(problems.toLocationId)} isRequired>
            <LocationPicker
              value={draft.toLocationId}
              exceptId={draft.fromLocationId}
              onChange={(toLocationId) => change({ ...draft, toLocationId })}
            />
          </Field>
        </div>
      ) : null}
      {draft.lines.map((line, at) => (
        <div key={line.key} className={at === 0 ? "" : "border-t pt-5"}>
          <LineFields
            booking={booking}
            line={line}
            fromLocationId={draft.fromLocationId}
            isOnly={draft.lines.length === 1}
            problems={ofLine(problems, at)}
            onChange={changeLine}
            onRemove={() => change({ ...draft, lines: draft.lines.filter((one) => one.key !== line.key) })}
          />
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          size="sm"
          onClick={() => change({ ...draft, lines: [...draft.lines, newLine(null, chosenPlace(draft))] })}
        >
          <Plus aria-hidden />
          {t("booking.anotherProduct")}
        </Button>
        {hasDetails ? null : (
          <Button variant="ghost" size="sm" onClick={() => setHasDetails(true)}>
            {t("booking.dayReasonReferenceNote")}
          </Button>
        )}
      </div>
      {hasDetails ? <Details booking={booking} draft={draft} problems={problems} onChange={change} /> : null}
    </form>
  );
}

type DetailsProps = Pick<BookingFormProps, "booking" | "draft" | "onChange"> & {
  problems: Readonly<Record<string, string>>;
};

function Details({ booking, draft, problems, onChange }: DetailsProps) {
  return (
    <div className="space-y-3 border-t pt-5">
      {booking === "move" ? null : (
        <Field label={t("common.reason")}>
          <Select options={REASONS[booking]} value={draft.type} onChange={(type) => onChange({ ...draft, type })} />
        </Field>
      )}
      <DateField
        label={t("booking.happenedOn")}
        isOptional
        text={draft.happenedOn ?? ""}
        onText={(happenedOn) => onChange({ ...draft, happenedOn })}
        hint={t("booking.leftEmptyItIsNow")}
        error={reasonMessage(problems.occurredAt)}
      />
      <Field
        label={t("common.reference")}
        isOptional
        hint={t("booking.aDeliveryNoteAnOrder")}
        error={reasonMessage(problems.reference)}
      >
        <Input value={draft.reference} onChange={(event) => onChange({ ...draft, reference: event.target.value })} />
      </Field>
      <Field label={t("common.note")} isOptional error={reasonMessage(problems.note)}>
        <Textarea rows={2} value={draft.note} onChange={(event) => onChange({ ...draft, note: event.target.value })} />
      </Field>
    </div>
  );
}

// The next line goes where somebody chose the last one to go.
function chosenPlace({ lines }: Draft): string | null {
  const last = lines.at(-1);
  return last?.isPlaceChosen ? last.locationId : null;
}

const ofLine = (problems: Readonly<Record<string, string>>, at: number) =>
  Object.fromEntries(
    ["variantId", "quantity", "locationId", "unitCost"].map((field) => [field, problems[`lines.${at}.${field}`]]),
  );

function problemsFrom(error: unknown): Readonly<Record<string, string>> {
  const failure: Failure | null = failureOf(error);
  if (failure?.code === "INSUFFICIENT_STOCK") {
    return Object.fromEntries(failure.shortages.map((one) => [`lines.${one.line}.quantity`, shortageText(one)]));
  }
  // Names the day, which its reason alone does not.
  if (failure?.code === "PERIOD_CLOSED") return { occurredAt: errorMessage(error) };
  return Object.fromEntries(
    Object.entries(fieldsOf(error) ?? {}).map(([path, [reason]]) => [path, reason ?? "INVALID"]),
  );
}

// After React has drawn the errors, the first of them takes the focus.
function focusFirstError(form: HTMLFormElement): void {
  setTimeout(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), 0);
}
