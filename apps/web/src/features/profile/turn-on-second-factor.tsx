"use client";
import { ConfirmSecondFactorInput, type SecondFactorSecret, StartSecondFactorInput } from "@storehouse/domain";
import { Banner, Button, Field, Input } from "@storehouse/ui";
import { useState } from "react";
import { CopyText } from "../../components/copy-text.tsx";
import { PasswordInput } from "../../components/password-input.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, showFailure } from "../session/index.ts";
import { t } from "../../language/t.ts";

type TurnOnProps = { login: string; onCodes: (codes: readonly string[]) => void };

/** Turning the second step on: the password, then the phone, then a first code. */
export function TurnOnSecondFactor({ login, onCodes }: TurnOnProps) {
  const [secret, setSecret] = useState<SecondFactorSecret | null>(null);
  return secret === null ? (
    <AskPassword login={login} onSecret={setSecret} />
  ) : (
    <AskFirstCode secret={secret} onCodes={onCodes} />
  );
}

function AskPassword({ login, onSecret }: { login: string; onSecret: (secret: SecondFactorSecret) => void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(StartSecondFactorInput, { defaultValues: { password: "" } });
  const start = trpc.auth.startSecondFactor.useMutation({
    onSuccess: onSecret,
    onError: (error) => setTrouble(showFailure(form, error)),
  });
  return (
    <form noValidate method="post" className="space-y-5" onSubmit={form.handleSubmit((input) => start.mutate(input))}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <p className="text-quiet">{t("profile.youNeedAnAuthenticatorApp")}</p>
      <input type="text" autoComplete="username" readOnly hidden value={login} />
      <Field label={t("profile.yourPassword")} error={reasonMessage(form.formState.errors.password?.message)}>
        <PasswordInput autoComplete="current-password" autoFocus {...form.register("password")} />
      </Field>
      <Button type="submit" variant="primary" isWide isPending={start.isPending}>
        {t("profile.goOn")}
      </Button>
    </form>
  );
}

type AskFirstCodeProps = { secret: SecondFactorSecret; onCodes: TurnOnProps["onCodes"] };

function AskFirstCode({ secret, onCodes }: AskFirstCodeProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(ConfirmSecondFactorInput, { defaultValues: { code: "" } });
  const confirm = trpc.auth.confirmSecondFactor.useMutation({
    // The recovery codes come with the first answer alone.
    retry: false,
    onSuccess: (answer) => onCodes(answer.recoveryCodes),
    onError: (error) => setTrouble(showFailure(form, error)),
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    confirm.mutate(input);
  });
  return (
    <form noValidate method="post" className="space-y-5" onSubmit={submit}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <div className="flex flex-wrap items-center gap-4">
        <QrCode text={secret.uri} label={t("profile.theSecretForTheAuthenticator")} />
        <div className="min-w-40 flex-1 space-y-2 text-quiet">
          <p>{t("profile.scanThisWithTheApp")}</p>
          <a
            href={secret.uri}
            className="hidden font-semibold text-accent-ink underline-offset-4 hover:underline coarse:inline-block"
          >
            {t("profile.theAppIsOnThis")}
          </a>
        </div>
      </div>
      <CopyText isToRead label={t("profile.theSecretToType")} text={(secret.secret.match(/.{4}/g) ?? []).join(" ")} />
      <Field
        label={t("profile.theCodeItShowsNow")}
        hint={t("profile.sixDigitsThisProvesThat")}
        error={reasonMessage(form.formState.errors.code?.message)}
      >
        <Input
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
          autoFocus
          className="tabular text-base tracking-widest"
          {...form.register("code")}
        />
      </Field>
      <Button type="submit" variant="primary" isWide isPending={confirm.isPending}>
        {t("profile.turnOn")}
      </Button>
    </form>
  );
}
