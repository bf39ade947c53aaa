"use client";
import { CreateApiKeyInput, type Permission } from "@storehouse/domain";
import { Field, Input, Select } from "@storehouse/ui";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { v7 as newId } from "uuid";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { t, wordsOf } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, useCan } from "../session/index.ts";
import { NewToken } from "./new-token.tsx";
import { ScopeBoxes } from "./scope-boxes.tsx";
import { PRESET_HINTS, PRESET_WORDS, PRESETS, type PresetId, scopesOf } from "./scope-words.ts";

const KeyForm = CreateApiKeyInput.pick({ name: true, scopes: true });
const LABELS = wordsOf({ name: "program.name", scopes: "program.whatItMayDo" });
const DAY_MS = 24 * 60 * 60 * 1000;
const ends = () => [
  { value: "90", label: t("program.in90Days") },
  { value: "365", label: t("program.inAYear") },
  { value: "never", label: t("program.neverEnds") },
];

/** Makes a key; its token is shown once, in the same drawer. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const can = useCan();
  const utils = trpc.useUtils();
  const create = trpc.apiKeys.create.useMutation();
  const [id] = useState(() => newId());
  const [preset, setPreset] = useState<PresetId>("read");
  const [end, setEnd] = useState("365");
  const [token, setToken] = useState<string | null>(null);
  const holds = (permission: Permission) => can(permission);
  const form = useZodForm(KeyForm, { defaultValues: { name: "", scopes: scopesOf("read", holds) } });
  const { errors, isDirty } = form.formState;
  const saving = useRecordForm({
    form,
    version: undefined,
    save: async (output) => {
      const expiresAt = end === "never" ? null : new Date(Date.now() + Number(end) * DAY_MS).toISOString();
      setToken((await create.mutateAsync({ id, ...output, expiresAt })).token);
    },
    doneText: t("program.keyMade"),
    onDone: () => void utils.apiKeys.invalidate(),
  });
  const choose = (next: string) => {
    const found = PRESETS.find((one) => one === next) ?? "read";
    setPreset(found);
    if (found !== "own") form.setValue("scopes", scopesOf(found, holds), { shouldDirty: true });
  };
  if (create.data !== undefined) return <NewToken token={token} onClose={onClose} />;
  return (
    <RecordSheet
      title={t("program.makeAKey")}
      saveText={t("program.makeTheKey")}
      onClose={onClose}
      isDirty={isDirty}
      saving={saving}
      labels={LABELS}
    >
      <Field
        label={LABELS.name}
        hint={t("program.programItIsFor")}
        error={reasonMessage(errors.name?.message)}
        isRequired
      >
        <Input autoFocus {...form.register("name")} />
      </Field>
      <Field label={LABELS.scopes} error={reasonMessage(errors.scopes?.message ?? errors.scopes?.root?.message)}>
        <Select
          value={preset}
          onChange={choose}
          options={PRESETS.map((value) => ({ value, label: PRESET_WORDS[value], hint: PRESET_HINTS[value] }))}
        />
      </Field>
      {preset === "own" ? (
        <Controller
          control={form.control}
          name="scopes"
          render={({ field }) => <ScopeBoxes chosen={field.value} onChange={field.onChange} holds={holds} />}
        />
      ) : null}
      <Field label={t("program.itEnds")} hint={t("program.endedEarlier")}>
        <Select value={end} onChange={setEnd} options={ends()} />
      </Field>
      <p className="text-faint">{t("program.actsInYourName")}</p>
    </RecordSheet>
  );
}
