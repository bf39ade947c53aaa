"use client";
import { CreateSupplierInput, type SupplierRow } from "@storehouse/domain";
import { Field, Input, Textarea } from "@storehouse/ui";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { ArchiveButton } from "../../components/archive-button.tsx";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { HistoryFold } from "../history/index.ts";
import { reasonMessage, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

const SupplierForm = CreateSupplierInput.omit({ id: true });
const LABELS = {
  get name() {
    return t("supplier.businessName");
  },
  get contact() {
    return t("supplier.contactPerson");
  },
  get phone() {
    return t("supplier.phone");
  },
  email: "E-mail",
  get address() {
    return t("supplier.address");
  },
  get taxNumber() {
    return t("supplier.taxNumber");
  },
};
const LINES = [
  { name: "contact", autoComplete: "off", type: "text" },
  { name: "phone", autoComplete: "off", type: "tel" },
  { name: "email", autoComplete: "off", type: "email" },
  { name: "taxNumber", autoComplete: "off", type: "text" },
] as const;

/** Makes a supplier, or changes one. */
export function SupplierSheet({ record, onClose }: { record: SupplierRow | null; onClose: () => void }) {
  const can = useCan();
  const utils = trpc.useUtils();
  const create = trpc.suppliers.create.useMutation();
  const update = trpc.suppliers.update.useMutation();
  const archive = trpc.suppliers.archive.useMutation();
  const [id] = useState(() => record?.id ?? newId());
  const form = useZodForm(SupplierForm, {
    defaultValues: {
      name: record?.name ?? "",
      contact: record?.contact ?? "",
      phone: record?.phone ?? "",
      email: record?.email ?? "",
      address: record?.address ?? "",
      taxNumber: record?.taxNumber ?? "",
    },
  });
  const { errors, isDirty } = form.formState;
  const done = async () => {
    onClose();
    await utils.suppliers.invalidate();
  };
  const saving = useRecordForm({
    form,
    version: record?.version,
    save: (output, version) =>
      version === undefined ? create.mutateAsync({ id, ...output }) : update.mutateAsync({ id, version, ...output }),
    doneText: record ? t("supplier.supplierSaved") : t("supplier.supplierAdded"),
    onDone: () => void done(),
  });
  return (
    <RecordSheet
      title={record?.name ?? t("supplier.addASupplier")}
      onClose={onClose}
      isDirty={isDirty}
      saving={can(record ? "suppliers.update" : "suppliers.create") ? saving : undefined}
      labels={LABELS}
      history={record ? <HistoryFold entity="supplier" entityId={record.id} onRestored={() => void done()} /> : null}
      actions={
        record && can("suppliers.archive") ? (
          <ArchiveButton record={record} archive={archive.mutateAsync} onDone={done} />
        ) : null
      }
    >
      <Field label={LABELS.name} error={reasonMessage(errors.name?.message)} isRequired>
        <Input autoFocus={record === null} {...form.register("name")} />
      </Field>
      {LINES.map(({ name, ...input }) => (
        <Field key={name} label={LABELS[name]} isOptional error={reasonMessage(errors[name]?.message)}>
          <Input {...input} {...form.register(name)} />
        </Field>
      ))}
      <Field label={LABELS.address} isOptional error={reasonMessage(errors.address?.message)}>
        <Textarea rows={3} {...form.register("address")} />
      </Field>
    </RecordSheet>
  );
}
