"use client";
import { CreateApiKeyInput, type Permission } from "@storehouse/domain";
import { Field, Input, Select } from "@storehouse/ui";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { v7 as newId } from "uuid";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, useCan } from "../session/index.ts";
import { NewToken } from "./new-token.tsx";
import { ScopeBoxes } from "./scope-boxes.tsx";
import { PRESETS, type PresetId, scopesOf } from "./scope-words.ts";

const KeyForm = CreateApiKeyInput.pick({ name: true, scopes: true });
const LABELS = { name: "Name", scopes: "What it may do" };
const DAY_MS = 24 * 60 * 60 * 1000;
const ENDS = [
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In a year" },
  { value: "never", label: "Never" },
];

/** Makes a key; its token is shown once, in the same drawer. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const can = useCan();
  const utils = trpc.useUtils();
  const create = trpc.apiKeys.create.useMutation();
  const [id] = useState(() => newId());
  const [preset, setPreset] = useState<PresetId>("read");
  const [ends, setEnds] = useState("365");
  const [token, setToken] = useState<string | null>(null);
  const holds = (permission: Permission) => can(permission);
  const form = useZodForm(KeyForm, { defaultValues: { name: "", scopes: scopesOf("read", holds) } });
  const { errors, isDirty } = form.formState;
  const saving = useRecordForm({
    form,
    version: undefined,
    save: async (output) => {
      const expiresAt = ends === "never" ? null : new Date(Date.now() + Number(ends) * DAY_MS).toISOString();
      setToken((await create.mutateAsync({ id, ...output, expiresAt })).token);
    },
    doneText: "Key made",
    onDone: () => void utils.apiKeys.invalidate(),
  });
  const choose = (next: string) => {
    const found = PRESETS.find((one) => one.id === next)?.id ?? "read";
    setPreset(found);
    if (found !== "own") form.setValue("scopes", scopesOf(found, holds), { shouldDirty: true });
  };
  if (create.data !== undefined) return <NewToken token={token} onClose={onClose} />;
  return (
    <RecordSheet
      title="Make a key"
      saveText="Make the key"
      onClose={onClose}
      isDirty={isDirty}
      saving={saving}
      labels={LABELS}
    >
      <Field label={LABELS.name} hint="The program it is for." error={reasonMessage(errors.name?.message)} isRequired>
        <Input autoFocus {...form.register("name")} />
      </Field>
      <Field label={LABELS.scopes} error={reasonMessage(errors.scopes?.message ?? errors.scopes?.root?.message)}>
        <Select
          value={preset}
          onChange={choose}
          options={PRESETS.map(({ id: value, label, hint }) => ({ value, label, hint }))}
        />
      </Field>
      {preset === "own" ? (
        <Controller
          control={form.control}
          name="scopes"
          render={({ field }) => <ScopeBoxes chosen={field.value} onChange={field.onChange} holds={holds} />}
        />
      ) : null}
      <Field label="It ends" hint="A key can be ended earlier at any time.">
        <Select value={ends} onChange={setEnds} options={ENDS} />
      </Field>
      <p className="text-faint">It acts in your name: what it books shows as yours, with the key as the device.</p>
    </RecordSheet>
  );
}
