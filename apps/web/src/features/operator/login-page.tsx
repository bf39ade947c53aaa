"use client";
import { OperatorLoginInput, SecondStepInput } from "@storehouse/domain";
import { Banner, Button, Field, Input } from "@storehouse/ui";
import { useState } from "react";
import { PasswordInput } from "../../components/password-input.tsx";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, showFailure } from "../session/index.ts";
import { OperatorFrame } from "./operator-frame.tsx";
import { OperatorProvider } from "./operator-provider.tsx";
import { W } from "./words.ts";

/** The way into the console: the password, then the code of one's phone. Always both. */
export function OperatorLoginPage() {
  const [challenge, setChallenge] = useState<string | null>(null);
  return (
    <OperatorProvider name="guest">
      <OperatorFrame title={W.signIn} lead={W.signInLead}>
        {challenge === null ? (
          <PasswordForm onChallenge={setChallenge} />
        ) : (
          <CodeForm challenge={challenge} onRestart={() => setChallenge(null)} />
        )}
      </OperatorFrame>
    </OperatorProvider>
  );
}

function PasswordForm({ onChallenge }: { onChallenge: (challenge: string) => void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(OperatorLoginInput, { defaultValues: { username: "", password: "" } });
  const { errors } = form.formState;
  const logIn = trpc.platform.login.useMutation({
    onSuccess: ({ challenge }) => onChallenge(challenge),
    onError: (error) => {
      setTrouble(showFailure(form, error));
      form.setFocus("password", { shouldSelect: true });
    },
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    logIn.mutate(input);
  });
  return (
    <form noValidate method="post" className="space-y-5" onSubmit={submit}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <Field label={W.username} error={reasonMessage(errors.username?.message)}>
        <Input
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          {...form.register("username")}
        />
      </Field>
      <Field label={W.password} error={reasonMessage(errors.password?.message)}>
        <PasswordInput autoComplete="current-password" {...form.register("password")} />
      </Field>
      <Button type="submit" variant="primary" isWide isPending={logIn.isPending}>
        {W.next}
      </Button>
      <p className="text-quiet">{W.lostAccess}</p>
    </form>
  );
}

function CodeForm({ challenge, onRestart }: { challenge: string; onRestart: () => void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(SecondStepInput, { mode: "onSubmit", defaultValues: { challenge, code: "" } });
  const pass = trpc.platform.secondStep.useMutation({
    // Sent again after it was accepted, the code would be a used one.
    retry: false,
    onSuccess: () => window.location.assign("/operator"),
    onError: (error) => {
      setTrouble(showFailure(form, error));
      form.setFocus("code", { shouldSelect: true });
    },
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    if (!pass.isPending) pass.mutate(input);
  });
  return (
    <form noValidate method="post" className="space-y-5" onSubmit={submit}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <Field label={W.code} hint={W.codeHint} error={reasonMessage(form.formState.errors.code?.message)}>
        <Input
          autoComplete="one-time-code"
          spellCheck={false}
          autoCapitalize="characters"
          autoFocus
          className="tabular text-base tracking-widest"
          {...form.register("code")}
        />
      </Field>
      <Button type="submit" variant="primary" isWide isPending={pass.isPending || pass.isSuccess}>
        {W.signIn}
      </Button>
      <Button variant="link" onClick={onRestart}>
        {W.startAgain}
      </Button>
    </form>
  );
}
