"use client";
import { Field } from "@storehouse/ui";
import type { ComponentProps } from "react";
import { PasswordInput } from "../../components/password-input.tsx";
import { PasswordStrength } from "../../components/password-strength.tsx";
import { t } from "../../language/t.ts";
import { reasonMessage } from "./reason-message.ts";

type NewPasswordFieldProps = {
  /** The login it is for: browsers keep it with the password. */
  login: string;
  password: string;
  /** Words a guesser would try first. */
  known: readonly string[];
  error: string | undefined;
  input: ComponentProps<typeof PasswordInput>;
};

/** A password to choose, with how hard it is to guess. */
export function NewPasswordField({ login, password, known, error, input }: NewPasswordFieldProps) {
  return (
    <div className="space-y-2">
      <input type="text" name="username" autoComplete="username" readOnly hidden value={login} />
      <Field label={t("session.newPassword")} error={reasonMessage(error)}>
        <PasswordInput autoComplete="new-password" {...input} />
      </Field>
      <PasswordStrength password={password} known={known} />
    </div>
  );
}
