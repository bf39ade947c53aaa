"use client";
import { CreateUserInput } from "@storehouse/domain";
import { Banner, Button, Field, FormActions, Input, Select, toast } from "@storehouse/ui";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { v7 } from "uuid";
import { PasswordInput } from "../../components/password-input.tsx";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, showFailure, useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { AddedPerson } from "./added-person.tsx";
import { PlacesField } from "./places-field.tsx";
import { useRoleOptions } from "./use-role-options.ts";

/** A new person: how they are called, how they sign in, what they may do. They choose their password by a link. */
export function AddPersonForm({ onDone }: { onDone: () => void }) {
  const me = useMe();
  // Who may not make links tells them a first password instead.
  const hasLinks = useCan()("users.reset");
  const utils = trpc.useUtils();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [id] = useState(() => v7());
  const roleOptions = useRoleOptions();
  const form = useZodForm(CreateUserInput, {
    defaultValues: {
      id,
      username: "",
      name: "",
      email: "",
      role: "employee",
      locationIds: [],
      ...(hasLinks ? {} : { password: "" }),
    },
  });
  const { errors } = form.formState;
  const create = trpc.users.create.useMutation({
    onSuccess: async (_, saved) => {
      await utils.users.list.invalidate();
      if (hasLinks) return;
      toast(t("people.canSignInNow", { name: saved.name }), { detail: `${saved.username.toLowerCase()}@${me.dbName}` });
      onDone();
    },
    onError: (error) => setTrouble(showFailure(form, error)),
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    create.mutate(input);
  });
  if (hasLinks && create.isSuccess) return <AddedPerson id={id} name={create.variables.name} onDone={onDone} />;
  return (
    <form noValidate method="post" className="space-y-5" onSubmit={submit}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <Field label={t("people.name")} error={reasonMessage(errors.name?.message)}>
        <Input autoComplete="off" autoFocus {...form.register("name")} />
      </Field>
      <Field
        label={t("people.username")}
        error={reasonMessage(errors.username?.message)}
        hint={t("people.howTheySignInIt")}
      >
        <Input
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...form.register("username")}
          after={<span className="max-w-44 truncate">@{me.dbName}</span>}
        />
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
      {hasLinks ? null : (
        <Field
          label={t("people.firstPassword")}
          error={reasonMessage(errors.password?.message)}
          hint={t("people.tellItToThemThey")}
        >
          <PasswordInput autoComplete="new-password" {...form.register("password")} />
        </Field>
      )}
      <Field label={t("people.eMail")} isOptional error={reasonMessage(errors.email?.message)}>
        <Input type="email" autoComplete="off" {...form.register("email")} />
      </Field>
      <FormActions className="max-sm:-mb-5">
        <Button type="submit" variant="primary" isWide isPending={create.isPending}>
          {t("people.addPerson")}
        </Button>
      </FormActions>
    </form>
  );
}
