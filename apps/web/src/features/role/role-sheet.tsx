"use client";
import { CreateRoleInput, type RoleRow } from "@storehouse/domain";
import { Button, Field, Input } from "@storehouse/ui";
import { Copy } from "lucide-react";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { v7 as newId } from "uuid";
import { ArchiveButton } from "../../components/archive-button.tsx";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { roleLabel } from "../../components/role-words.ts";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, useCan } from "../session/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { PermissionFields } from "./permission-fields.tsx";

const RoleForm = CreateRoleInput.omit({ id: true });
const LABELS = wordsOf({
  name: "role.name",
  description: "role.for",
  permissions: "role.may",
});

type RoleSheetProps = {
  record: RoleRow | null;
  /** The role a new one is begun from. */
  pattern: RoleRow | null;
  onClose: () => void;
  onCopy: (row: RoleRow) => void;
};

/** Makes a role, or changes one. */
export function RoleSheet({ record, pattern, onClose, onCopy }: RoleSheetProps) {
  const can = useCan();
  const utils = trpc.useUtils();
  const create = trpc.roles.create.useMutation();
  const update = trpc.roles.update.useMutation();
  const archive = trpc.roles.archive.useMutation();
  const [id] = useState(() => record?.id ?? newId());
  const form = useZodForm(RoleForm, {
    defaultValues: {
      name: record ? roleLabel(record.name) : "",
      description: record?.description ?? "",
      permissions: [...((record ?? pattern)?.permissions ?? [])].filter(
        (permission) => record !== null || can(permission),
      ),
    },
  });
  const { errors, isDirty } = form.formState;
  const done = async () => {
    onClose();
    // A role of one's own may be the one that was changed.
    await Promise.all([utils.roles.invalidate(), utils.users.invalidate(), utils.auth.me.invalidate()]);
  };
  const saving = useRecordForm({
    form,
    version: record?.version,
    save: (output, version) =>
      version === undefined ? create.mutateAsync({ id, ...output }) : update.mutateAsync({ id, version, ...output }),
    doneText: record ? t("role.roleSaved") : t("role.roleAdded"),
    onDone: () => void done(),
  });
  return (
    <RecordSheet
      title={
        record
          ? roleLabel(record.name)
          : pattern
            ? t("role.copyOf", { name: roleLabel(pattern.name) })
            : t("role.addARole")
      }
      onClose={onClose}
      isDirty={isDirty}
      saving={saving}
      labels={LABELS}
      actions={
        <>
          {record && can("roles.archive") ? (
            <ArchiveButton record={record} archive={archive.mutateAsync} onDone={done} />
          ) : null}
          {record && !isDirty && can("roles.create") ? (
            <Button variant="ghost" onClick={() => onCopy(record)}>
              <Copy aria-hidden />
              {t("role.makeACopy")}
            </Button>
          ) : null}
        </>
      }
    >
      <Field label={LABELS.name} error={reasonMessage(errors.name?.message)} isRequired>
        <Input autoFocus={record === null} {...form.register("name")} />
      </Field>
      <Field
        label={LABELS.description}
        isOptional
        error={reasonMessage(errors.description?.message)}
        hint={t("role.shownWhereARoleIs")}
      >
        <Input {...form.register("description")} />
      </Field>
      <Controller
        control={form.control}
        name="permissions"
        render={({ field }) => <PermissionFields chosen={field.value} onChange={field.onChange} />}
      />
    </RecordSheet>
  );
}
