"use client";
import { SecondFactorProofInput } from "@storehouse/domain";
import { Banner, Button, Field, Input } from "@storehouse/ui";
import { useState } from "react";
import { PasswordInput } from "../../components/password-input.tsx";
import { useZodForm } from "../../components/use-zod-form.ts";
import { reasonMessage, showFailure } from "../session/index.ts";
import { t } from "../../language/t.ts";

type ProveProps = {
  login: string;
  label: string;
  isDangerous?: boolean;
  send: (proof: SecondFactorProofInput) => Promise<unknown>;
};

/** Both steps asked anew, before the second is turned off or its recovery codes are replaced. */
export function ProveSecondFactor({ login, label, isDangerous = false, send }: ProveProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(SecondFactorProofInput, { defaultValues: { password: "", code: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (proof) => {
    setTrouble(null);
    try {
      await send(proof);
    } catch (error) {
      setTrouble(showFailure(form, error));
    }
  });
  return (
    <form noValidate method="post" className="space-y-5" onSubmit={submit}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <input type="text" autoComplete="username" readOnly hidden value={login} />
      <Field label={t("profile.yourPassword")} error={reasonMessage(errors.password?.message)}>
        <PasswordInput autoComplete="current-password" autoFocus {...form.register("password")} />
      </Field>
      <Field label={t("profile.aCode")} hint={t("profile.ofYourPhoneOrA")} error={reasonMessage(errors.code?.message)}>
        <Input
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          className="tabular text-base tracking-widest"
          {...form.register("code")}
        />
      </Field>
      <Button type="submit" variant={isDangerous ? "danger" : "primary"} isWide isPending={isSubmitting}>
        {label}
      </Button>
    </form>
  );
}
