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
import { PlacesField } from "./places-field.tsx";
import { useRoleOptions } from "./use-role-options.ts";

const LABELS = { name: "Name", email: "E-mail", role: "Role", locationIds: "Places", isActive: "May sign in" };

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
    doneText: `${row.name} saved`,
    onDone,
  });
  return (
    <form noValidate className="space-y-5" onSubmit={saving.submit}>
      {saving.refusal ? <Banner meaning="problem">{saving.refusal}</Banner> : null}
      {saving.stale ? (
        <StaleBanner failure={saving.stale} labels={LABELS} onTake={saving.takeTheirs} onKeep={saving.keepMine} />
      ) : null}
      {asked === "deactivate" && row.isActive ? (
        <Banner meaning="attention">
          Save to keep {row.name} from signing in. It ends their sessions; what they booked stays.
        </Banner>
      ) : null}
      {asked === "activate" && !row.isActive ? (
        <Banner meaning="attention">Save to let {row.name} sign in again.</Banner>
      ) : null}
      <Field label="Name" error={reasonMessage(errors.name?.message)}>
        <Input autoComplete="off" {...form.register("name")} />
      </Field>
      <Field label="Role" error={reasonMessage(errors.role?.message)}>
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
      <Field label="E-mail" isOptional error={reasonMessage(errors.email?.message)}>
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
                May sign in
                <span className="block text-xs text-faint">
                  Turning this off ends their sessions, as another role does. What they booked stays.
                </span>
              </>
            }
          />
        )}
      />
      <FormActions className="max-sm:-mb-5">
        <Button type="submit" variant="primary" isWide isPending={saving.isPending} disabled={!isDirty}>
          Save
        </Button>
      </FormActions>
    </form>
  );
}
