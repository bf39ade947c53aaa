"use client";
import { type RegisterInput, Username } from "@storehouse/domain";
import { Banner, Button, Field, FormActions, Input } from "@storehouse/ui";
import { type ReactNode, useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import { PasswordInput } from "../../components/password-input.tsx";
import { reasonMessage } from "../session/index.ts";
import { PasswordStrength } from "../../components/password-strength.tsx";
import { t } from "../../language/t.ts";
import { suggestDbName } from "./suggest-db-name.ts";

export type RegisterFields = z.input<typeof RegisterInput>;

type RegisterFormProps = {
  form: UseFormReturn<RegisterFields, unknown, RegisterInput>;
  trouble: string | null;
  isPending: boolean;
  onSubmit: (input: RegisterInput) => void;
};

/** Six fields in two groups. The database's name follows the factory's until somebody changes it by hand. */
export function RegisterForm({ form, trouble, isPending, onSubmit }: RegisterFormProps) {
  const { errors } = form.formState;
  const [factory, dbName, username, password, name] = form.watch([
    "factory_name",
    "db_name",
    "admin_username",
    "admin_password",
    "admin_name",
  ]);
  const suggest = useDbNameSuggestion(form);
  return (
    <form noValidate method="post" className="space-y-9" onSubmit={form.handleSubmit(onSubmit)}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <Group title={t("registration.yourFactory")}>
        <Field label={t("registration.factoryName")} error={reasonMessage(errors.factory_name?.message)}>
          <Input autoComplete="organization" autoFocus {...form.register("factory_name", { onChange: suggest })} />
        </Field>
        <Field
          label={t("registration.databaseName")}
          error={reasonMessage(errors.db_name?.message)}
          hint={isShowable(username) ? <LoginPreview username={username} dbName={dbName} /> : undefined}
        >
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} {...form.register("db_name")} />
        </Field>
      </Group>
      <Group title={t("registration.you")}>
        <Field label={t("registration.yourName")} error={reasonMessage(errors.admin_name?.message)}>
          <Input autoComplete="name" {...form.register("admin_name")} />
        </Field>
        <Field label={t("registration.username")} error={reasonMessage(errors.admin_username?.message)}>
          <Input
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...form.register("admin_username")}
            after={dbName ? <span className="max-w-44 truncate">@{dbName}</span> : null}
          />
        </Field>
        <div className="space-y-2">
          <Field label={t("registration.password")} error={reasonMessage(errors.admin_password?.message)}>
            <PasswordInput autoComplete="new-password" {...form.register("admin_password")} />
          </Field>
          <PasswordStrength password={password} known={[factory, dbName, username, name]} />
        </div>
        <Field label={t("registration.eMail")} isOptional error={reasonMessage(errors.admin_email?.message)}>
          <Input type="email" autoComplete="email" {...form.register("admin_email")} />
        </Field>
      </Group>
      <FormActions className="max-sm:bg-canvas">
        <Button type="submit" variant="primary" isWide isPending={isPending}>
          {t("registration.startFree")}
        </Button>
      </FormActions>
    </form>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="space-y-5">
      <legend className="mb-4 w-full border-b pb-2 text-base font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

// What can be no username makes no login: there is nothing true to show until it is put right.
const isShowable = (username: string) => username.trim() === "" || Username.safeParse(username).success;

function LoginPreview({ username, dbName }: { username: string; dbName: string }) {
  return (
    <>
      {t.rich("registration.signInAs", {
        login: `${username.trim().toLowerCase() || "you"}@${dbName || "steel_works"}`,
        b: (words) => <strong className="text-ink [overflow-wrap:anywhere]">{words}</strong>,
      })}
    </>
  );
}

// Follows the factory's name as long as nobody has written another database name.
function useDbNameSuggestion(form: RegisterFormProps["form"]) {
  const suggested = useRef("");
  return () => {
    const next = suggestDbName(form.getValues("factory_name"));
    if (form.getValues("db_name") === suggested.current) form.setValue("db_name", next);
    suggested.current = next;
  };
}
