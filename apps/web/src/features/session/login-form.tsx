"use client";
import { LoginInput, type Me } from "@storehouse/domain";
import { Banner, Button, Field, Input } from "@storehouse/ui";
import { useState } from "react";
import { PasswordInput } from "../../components/password-input.tsx";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { t } from "../../language/t.ts";
import { rememberLanguage } from "../../language/cookie.ts";
import { reasonMessage } from "./reason-message.ts";
import { loginOf, useRememberedFactory } from "./remembered-login.ts";
import { SecondStepForm } from "./second-step-form.tsx";
import { showFailure } from "./show-failure.ts";

/** Username and password; the factory is remembered on this device and can be changed. */
export function LoginForm({ next }: { next: string }) {
  const [factory, setFactory] = useRememberedFactory();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [challenge, setChallenge] = useState<string | null>(null);
  const form = useZodForm(LoginInput, { defaultValues: { login: "", password: "" } });
  const { errors } = form.formState;
  const enter = (me: Me) => {
    setFactory(me.dbName);
    if (me.language !== null) rememberLanguage(me.language);
    window.location.assign(next);
  };
  const signIn = trpc.auth.login.useMutation({
    onSuccess: (answer) => ("challenge" in answer ? setChallenge(answer.challenge) : enter(answer)),
    onError: (error) => {
      setTrouble(showFailure(form, error));
      form.setFocus("password", { shouldSelect: true });
    },
  });

  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    signIn.mutate({ ...input, login: loginOf(input.login, factory) });
  });
  const forget = () => {
    setFactory(null);
    form.setFocus("login");
  };
  if (challenge !== null) {
    const restart = () => {
      setChallenge(null);
      signIn.reset();
      form.resetField("password");
    };
    return <SecondStepForm challenge={challenge} onSignedIn={enter} onRestart={restart} />;
  }
  const hint = factory === null ? t("session.asItWasGivenTo") : undefined;
  return (
    <form noValidate method="post" className="space-y-5" onSubmit={submit}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <Field label={t("session.username")} hint={hint} error={reasonMessage(errors.login?.message)}>
        <Input
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          {...form.register("login")}
          after={factory === null ? null : <FactoryChip factory={factory} onForget={forget} />}
        />
      </Field>
      <Field label={t("session.password")} error={reasonMessage(errors.password?.message)}>
        <PasswordInput autoComplete="current-password" {...form.register("password")} />
      </Field>
      <Button type="submit" variant="primary" isWide isPending={signIn.isPending || signIn.isSuccess}>
        {t("session.signIn")}
      </Button>
      <p className="text-quiet">{t("session.forgotYourPasswordAMaster")}</p>
    </form>
  );
}

function FactoryChip({ factory, onForget }: { factory: string; onForget: () => void }) {
  return (
    <button
      type="button"
      onClick={onForget}
      aria-label={t("session.factoryChange", { factory })}
      className="-mr-1.5 flex h-7 max-w-48 items-center gap-2 rounded-full bg-accent-soft px-2.5 text-xs text-accent-ink coarse:h-9"
    >
      <span className="truncate">@{factory}</span>
      <span className="text-quiet underline underline-offset-2">{t("session.changeFactory")}</span>
    </button>
  );
}
