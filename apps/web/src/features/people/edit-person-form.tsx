"use client";
import { UpdateUserInput, type UserRow } from "@storehouse/domain";
import { Banner, Button, Field, Input, Select, Switch, toast } from "@storehouse/ui";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, showFailure } from "../session/index.ts";
import { ROLE_OPTIONS } from "./role-words.ts";

/** A person's name, role and whether they may sign in. Deactivating ends their sessions and keeps their history. */
export function EditPersonForm({ row, onDone }: { row: UserRow; onDone: () => void }) {
  const utils = trpc.useUtils();
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(UpdateUserInput, {
    defaultValues: {
      id: row.id,
      version: row.version,
      name: row.name,
      email: row.email,
      role: row.role,
      isActive: row.isActive,
    },
  });
  const { errors, isDirty } = form.formState;
  const save = trpc.users.update.useMutation({
    onSuccess: async (_, saved) => {
      await Promise.all([utils.users.invalidate(), utils.auth.me.invalidate()]);
      toast(`${saved.name} saved`);
      onDone();
    },
    onError: (error) => setTrouble(showFailure(form, error)),
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    save.mutate(input);
  });
  return (
    <form noValidate className="space-y-5" onSubmit={submit}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <Field label="Name" error={reasonMessage(errors.name?.message)}>
        <Input autoComplete="off" {...form.register("name")} />
      </Field>
      <Field label="Role" error={reasonMessage(errors.role?.message)}>
        <Controller
          control={form.control}
          name="role"
          render={({ field }) => (
            <Select options={ROLE_OPTIONS} value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
          )}
        />
      </Field>
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
                  Turning this off ends their sessions. What they booked stays.
                </span>
              </>
            }
          />
        )}
      />
      <Button type="submit" variant="primary" isWide isPending={save.isPending} disabled={!isDirty}>
        Save
      </Button>
    </form>
  );
}
