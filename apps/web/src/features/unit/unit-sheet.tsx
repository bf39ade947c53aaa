"use client";
import { CreateUnitInput, DIMENSIONS, type Dimension } from "@storehouse/domain";
import { Field, Input, Select } from "@storehouse/ui";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { v7 as newId } from "uuid";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage } from "../session/index.ts";
import { t, wordsOf } from "../../language/t.ts";

const UnitForm = CreateUnitInput.omit({ id: true });
const LABELS = wordsOf({
  code: "unit.shortName",
  name: "unit.name",
  dimension: "unit.measures",
  decimals: "unit.digitsAfterThePoint",
});

/** What a unit measures, in words. */
export const DIMENSION_WORDS = wordsOf({
  count: "unit.pieces",
  mass: "unit.weight",
  length: "unit.length",
  area: "unit.area",
  volume: "unit.volume",
  time: "unit.time",
}) satisfies Record<Dimension, string>;

/** Adds a unit of the factory's own. */
export function UnitSheet({ onClose }: { onClose: () => void }) {
  const utils = trpc.useUtils();
  const create = trpc.units.create.useMutation();
  const [id] = useState(() => newId());
  const form = useZodForm(UnitForm, { defaultValues: { code: "", name: "", dimension: "count", decimals: 0 } });
  const { errors, isDirty } = form.formState;
  const saving = useRecordForm({
    form,
    version: undefined,
    save: (output) => create.mutateAsync({ id, ...output }),
    doneText: t("unit.unitAdded"),
    onDone: () => {
      onClose();
      void utils.units.invalidate();
    },
  });
  return (
    <RecordSheet title={t("unit.addAUnit")} onClose={onClose} isDirty={isDirty} saving={saving} labels={LABELS}>
      <Field
        label={LABELS.code}
        hint={t("unit.asItStandsBehindA")}
        error={reasonMessage(errors.code?.message)}
        isRequired
      >
        <Input autoFocus {...form.register("code")} />
      </Field>
      <Field label={LABELS.name} error={reasonMessage(errors.name?.message)} isRequired>
        <Input {...form.register("name")} />
      </Field>
      <Field label={LABELS.dimension}>
        <Controller
          control={form.control}
          name="dimension"
          render={({ field }) => (
            <Select {...field} options={DIMENSIONS.map((one) => ({ value: one, label: DIMENSION_WORDS[one] }))} />
          )}
        />
      </Field>
      <Field label={LABELS.decimals} hint={t("unit.noneForWhatIsCounted")}>
        <Controller
          control={form.control}
          name="decimals"
          render={({ field }) => (
            <Select
              {...field}
              value={String(field.value)}
              onChange={(value) => field.onChange(Number(value))}
              options={[0, 1, 2, 3, 4, 5, 6].map((count) => ({
                value: String(count),
                label: count === 0 ? t("unit.none") : String(count),
              }))}
            />
          )}
        />
      </Field>
    </RecordSheet>
  );
}
