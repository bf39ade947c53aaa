"use client";
import { CATEGORIES, CreateSubcategoryInput, type SubcategoryRow } from "@storehouse/domain";
import { Field, Input, Select } from "@storehouse/ui";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { v7 as newId } from "uuid";
import { ArchiveButton } from "../../components/archive-button.tsx";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { HistoryFold } from "../history/index.ts";
import { reasonMessage, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { CATEGORY_WORDS } from "./words.ts";

const SubcategoryForm = CreateSubcategoryInput.omit({ id: true });
const LABELS = {
  name: "Name",
  get category() {
    return t("common.category");
  },
};

/** Makes a subcategory, or changes one. */
export function SubcategorySheet({ record, onClose }: { record: SubcategoryRow | null; onClose: () => void }) {
  const can = useCan();
  const utils = trpc.useUtils();
  const create = trpc.subcategories.create.useMutation();
  const update = trpc.subcategories.update.useMutation();
  const archive = trpc.subcategories.archive.useMutation();
  const [id] = useState(() => record?.id ?? newId());
  const form = useZodForm(SubcategoryForm, {
    defaultValues: { name: record?.name ?? "", category: record?.category ?? "raw" },
  });
  const { errors, isDirty } = form.formState;
  const done = async () => {
    onClose();
    await utils.subcategories.invalidate();
  };
  const saving = useRecordForm({
    form,
    version: record?.version,
    save: (output, version) =>
      version === undefined ? create.mutateAsync({ id, ...output }) : update.mutateAsync({ id, version, ...output }),
    doneText: record ? t("subcategory.subcategorySaved") : t("subcategory.subcategoryAdded"),
    onDone: () => void done(),
  });
  return (
    <RecordSheet
      title={record?.name ?? t("subcategory.addASubcategory")}
      onClose={onClose}
      isDirty={isDirty}
      saving={can(record ? "subcategories.update" : "subcategories.create") ? saving : undefined}
      labels={LABELS}
      history={record ? <HistoryFold entity="subcategory" entityId={record.id} onRestored={() => void done()} /> : null}
      actions={
        record && can("subcategories.archive") ? (
          <ArchiveButton record={record} archive={archive.mutateAsync} onDone={done} />
        ) : null
      }
    >
      <Field label={LABELS.name} error={reasonMessage(errors.name?.message)} isRequired>
        <Input autoFocus={record === null} {...form.register("name")} />
      </Field>
      <Field label={LABELS.category}>
        <Controller
          control={form.control}
          name="category"
          render={({ field }) => (
            <Select
              {...field}
              options={CATEGORIES.map((category) => ({ value: category, label: CATEGORY_WORDS[category] }))}
            />
          )}
        />
      </Field>
    </RecordSheet>
  );
}
