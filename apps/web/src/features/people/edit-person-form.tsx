"use client";
import { UpdateUserInput, type UserRow } from "@storehouse/domain";
import { Banner, Button, Field, FormActions, Input, Select, Switch } from "@storehouse/ui";
import { useEffect } from "react";
import { Controller } from "react-hook-form";
import { useAsked } from "../../components/use-asked.ts";
import { StaleBanner } from "../../components/stale-banner.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage } from "../session/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { PlacesField } from "./places-field.tsx";
import { useRoleOptions } from "./use-role-options.ts";

const LABELS = wordsOf({
  name: "people.name",
  email: "people.eMail",
  role: "people.role",
  locationIds: "people.places",
  isActive: "people.maySignIn",
});

/** A person's name, role and whether they may sign in. Deactivating ends their sessions and keeps their history. */
export function EditPersonForm({ row, onDone }: { row: UserRow; onDone: () => void }) {
  const utils = trpc.useUtils();
  const roleOptions = useRoleOptions();
  const form = useZodForm(UpdateUserInput, {
    defaultValues: {
      id: row.id,
      version: row.version,
      name: row.name,
      email: row.email,
      role: row.role,
      locationIds: [...row.locationIds],
      isActive: row.isActive,
    },
  });
  const { errors, isDirty } = form.formState;
  const asked = useAsked(["deactivate", "activate"]);
  const { setValue } = form;
  useEffect(() => {
    if (asked !== null) setValue("isActive", asked === "activate", { shouldDirty: true });
  }, [asked, setValue]);
  const update = trpc.users.update.useMutation({
    onSuccess: () => Promise.all([utils.users.invalidate(), utils.auth.me.invalidate()]),
  });
  const saving = useRecordForm({
    form,
    version: row.version,
    save: (input, version) => update.mutateAsync({ ...input, version: version ?? row.version }),
    doneText: t("people.saved", { name: row.name }),
    onDone,
  });
  return (
    <form noValidate className="space-y-5" onSubmit={saving.submit}>
      {saving.refusal ? <Banner meaning="problem">{saving.refusal}</Banner> : null}
      {saving.stale ? (
        <StaleBanner failure={saving.stale} labels={LABELS} onTake={saving.takeTheirs} onKeep={saving.keepMine} />
      ) : null}
      {asked === "deactivate" && row.isActive ? (
        <Banner meaning="attention">{t("people.saveToKeepFromSigning", { name: row.name })}</Banner>
      ) : null}
      {asked === "activate" && !row.isActive ? (
        <Banner meaning="attention">{t("people.saveToLetSignIn", { name: row.name })}</Banner>
      ) : null}
      <Field label={t("people.name")} error={reasonMessage(errors.name?.message)}>
        <Input autoComplete="off" {...form.register("name")} />
      </Field>
      <Field label={t("people.role")} error={reasonMessage(errors.role?.message)}>
        <Controller
          control={form.control}
          name="role"
          render={({ field }) => (
            <Select options={roleOptions} value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
          )}
        />
      </Field>
      <Controller
        control={form.control}
        name="locationIds"
        render={({ field }) => (
          <PlacesField
            value={field.value ?? []}
            onChange={field.onChange}
            error={reasonMessage(errors.locationIds?.message ?? errors.locationIds?.find?.(Boolean)?.message)}
          />
        )}
      />
      <Field label={t("people.eMail")} isOptional error={reasonMessage(errors.email?.message)}>
        <Input type="email" autoComplete="off" {...form.register("email")} />
      </Field>
      <Controller
        control={form.control}
        name="isActive"
        render={({ field }) => (
          <Switch
            checked={field.value}
            onCheckedChange={field.onChange}
            onBlur={field.onBlur}
            label={
              <>
                {t("people.maySignIn")}
                <span className="block text-xs text-faint">{t("people.turningThisOffEndsTheir")}</span>
              </>
            }
          />
        )}
      />
      <FormActions className="max-sm:-mb-5">
        <Button type="submit" variant="primary" isWide isPending={saving.isPending} disabled={!isDirty}>
          {t("common.save")}
        </Button>
      </FormActions>
    </form>
  );
}
