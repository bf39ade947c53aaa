"use client";
import type { EntryRow } from "@storehouse/domain";
import { DateField, Field, Input, NumberInput, Quantity, Textarea } from "@storehouse/ui";
import { LocationPicker } from "../location/index.ts";
import { VariantPicker } from "../variant/index.ts";
import { reasonMessage, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { changeAt, type CorrectionDraft, isMove, quantityOfDraft } from "./correction.ts";
import { LeftAfter } from "./left-after.tsx";
import { Unusual } from "./unusual.tsx";

type CorrectFieldsProps = {
  entry: EntryRow;
  draft: CorrectionDraft;
  problems: Readonly<Record<string, string>>;
  onChange: (changes: Partial<CorrectionDraft>) => void;
};

/** What an entry should have said, filled with what it says, and why it is put right. */
export function CorrectFields({ entry, draft, problems, onChange }: CorrectFieldsProps) {
  const { currency } = useMe();
  const isInbound = !entry.quantity.startsWith("-");
  const change = changeAt(entry, draft);
  const read = quantityOfDraft(draft);
  const quantity = "quantity" in read ? read.quantity : undefined;
  const told = (path: string) => reasonMessage(problems[path]);
  return (
    <>
      <Field label={t("common.product")} error={told("lines.0.variantId")} isRequired>
        <VariantPicker choice={draft.choice} onChoose={(choice) => choice && onChange({ choice })} />
      </Field>
      <Field
        label={t("common.quantity")}
        error={told("lines.0.quantity")}
        hint={
          quantity === undefined || quantity === draft.quantityText.trim() ? null : (
            <>
              = <Quantity value={quantity} unit={draft.choice.unit} />
            </>
          )
        }
        isRequired
      >
        <Input
          autoFocus
          className="tabular text-right"
          autoComplete="off"
          value={draft.quantityText}
          after={draft.choice.unit}
          onChange={(event) => onChange({ quantityText: event.target.value })}
        />
      </Field>
      <div className={isMove(entry.type) ? "grid grid-cols-2 gap-3" : ""}>
        <Field
          label={isMove(entry.type) ? t("common.from") : t("common.place")}
          error={told("lines.0.locationId")}
          isRequired
        >
          <LocationPicker value={draft.locationId} onChange={(locationId) => onChange({ locationId })} />
        </Field>
        {isMove(entry.type) ? (
          <Field label={t("common.to")} error={told("toLocationId")} isRequired>
            <LocationPicker
              value={draft.toLocationId}
              exceptId={draft.locationId}
              onChange={(toLocationId) => onChange({ toLocationId })}
            />
          </Field>
        ) : null}
      </div>
      {change !== undefined && draft.locationId !== null ? (
        <LeftAfter
          variantId={draft.choice.variantId}
          locationId={draft.locationId}
          unit={draft.choice.unit}
          change={change}
        />
      ) : null}
      <Unusual
        variantId={draft.choice.variantId}
        quantity={quantity}
        isInbound={isInbound}
        verb={isInbound ? t("entry.comesIn") : t("entry.goesOut")}
      />
      {isInbound && !isMove(entry.type) ? (
        <Field
          label={t("entry.costOfOne")}
          isOptional
          error={told("lines.0.unitCost")}
          hint={t("entry.perUnit", { unit: draft.choice.unit })}
        >
          <NumberInput
            currency={currency}
            value={draft.unitCost}
            onChange={(event) => onChange({ unitCost: event.target.value })}
          />
        </Field>
      ) : null}
      <DateField
        label={t("entry.happenedOn")}
        text={draft.happenedOn}
        onText={(happenedOn) => onChange({ happenedOn })}
        error={told("occurredAt")}
        isRequired
      />
      <Field label={t("common.reference")} isOptional error={told("reference")}>
        <Input value={draft.reference} onChange={(event) => onChange({ reference: event.target.value })} />
      </Field>
      <Field label={t("common.note")} isOptional error={told("note")}>
        <Textarea rows={2} value={draft.note} onChange={(event) => onChange({ note: event.target.value })} />
      </Field>
      <Field
        label={t("entry.whyIsItCorrected")}
        hint={t("entry.keptForWhoeverAsksLater")}
        error={told("reason")}
        isRequired
      >
        <Input maxLength={500} value={draft.reason} onChange={(event) => onChange({ reason: event.target.value })} />
      </Field>
    </>
  );
}
