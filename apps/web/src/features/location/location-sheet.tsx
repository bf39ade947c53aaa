"use client";
import { CreateLocationInput, LOCATION_TYPES, type LocationRow } from "@storehouse/domain";
import { Field, Input, Select } from "@storehouse/ui";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { v7 as newId } from "uuid";
import { ArchiveButton } from "../../components/archive-button.tsx";
import { LabelLink } from "../../components/label-link.tsx";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { HistoryFold } from "../history/index.ts";
import { reasonMessage, useCan } from "../session/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { LocationPicker } from "./location-picker.tsx";
import { LOCATION_TYPE_WORDS } from "./words.ts";

const LocationForm = CreateLocationInput.omit({ id: true });
const LABELS = wordsOf({
  name: "location.name",
  type: "location.usedAs",
  siteId: "location.standsIn",
});

/** Makes a place, or changes one. */
export function LocationSheet({ record, onClose }: { record: LocationRow | null; onClose: () => void }) {
  const can = useCan();
  const utils = trpc.useUtils();
  const create = trpc.locations.create.useMutation();
  const update = trpc.locations.update.useMutation();
  const archive = trpc.locations.archive.useMutation();
  const [id] = useState(() => record?.id ?? newId());
  const form = useZodForm(LocationForm, {
    defaultValues: { name: record?.name ?? "", type: record?.type ?? "WAREHOUSE", siteId: record?.siteId ?? null },
  });
  const { errors, isDirty } = form.formState;
  const done = async () => {
    onClose();
    await utils.locations.invalidate();
  };
  const saving = useRecordForm({
    form,
    version: record?.version,
    save: (output, version) =>
      version === undefined ? create.mutateAsync({ id, ...output }) : update.mutateAsync({ id, version, ...output }),
    doneText: record ? t("location.placeSaved") : t("location.placeAdded"),
    onDone: () => void done(),
  });
  return (
    <RecordSheet
      title={record?.name ?? t("location.addAPlace")}
      onClose={onClose}
      isDirty={isDirty}
      saving={can(record ? "locations.update" : "locations.create") ? saving : undefined}
      labels={LABELS}
      history={record ? <HistoryFold entity="location" entityId={record.id} onRestored={() => void done()} /> : null}
      actions={
        record && can("locations.archive") ? (
          <>
            <ArchiveButton record={record} archive={archive.mutateAsync} onDone={done} />
            <LabelLink places={[record.id]} />
          </>
        ) : record ? (
          <LabelLink places={[record.id]} />
        ) : null
      }
    >
      <Field label={LABELS.name} error={reasonMessage(errors.name?.message)} isRequired>
        <Input autoFocus={record === null} {...form.register("name")} />
      </Field>
      <Field label={LABELS.type} hint={t("location.goodsHeldForCheckingOn")}>
        <Controller
          control={form.control}
          name="type"
          render={({ field }) => (
            <Select
              {...field}
              options={LOCATION_TYPES.map((type) => ({ value: type, label: LOCATION_TYPE_WORDS[type] }))}
            />
          )}
        />
      </Field>
      <Field
        label={LABELS.siteId}
        isOptional
        hint={t("location.theSiteOrBuildingIt")}
        error={reasonMessage(errors.siteId?.message)}
      >
        <Controller
          control={form.control}
          name="siteId"
          render={({ field: { ref: _, value, ...field } }) => (
            <LocationPicker {...field} value={value ?? null} isClearable placeholder={t("location.nowhereElse")} />
          )}
        />
      </Field>
    </RecordSheet>
  );
}
