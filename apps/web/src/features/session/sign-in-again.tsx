"use client";
import { LoginInput } from "@storehouse/domain";
import { Banner, Button, Dialog, Field, Input } from "@storehouse/ui";
import { useState } from "react";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { failureOf } from "../../trpc/failure-of.ts";
import { clearSessionLost } from "../../trpc/session-loss.ts";
import { t } from "../../language/t.ts";
import { useMe } from "./me.tsx";
import { reasonMessage } from "./reason-message.ts";
import { SecondStepForm } from "./second-step-form.tsx";
import { showFailure } from "./show-failure.ts";

/** Asks for the password over the page when the session ended elsewhere: nothing that was typed is lost. */
export function SignInAgain({ isOpen }: { isOpen: boolean }) {
  const me = useMe();
  const login = `${me.username}@${me.dbName}`;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={() => undefined}
      isModalOnly
      title={t("session.signInToGoOn")}
      description={t("session.youWereSignedOutHere", { login })}
    >
      {isOpen ? <SignInAgainForm login={login} /> : null}
    </Dialog>
  );
}

function SignInAgainForm({ login }: { login: string }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [challenge, setChallenge] = useState<string | null>(null);
  const utils = trpc.useUtils();
  const form = useZodForm(LoginInput, { defaultValues: { login, password: "" } });
  const enter = async () => {
    clearSessionLost();
    await utils.invalidate();
  };
  const signIn = trpc.auth.login.useMutation({
    onSuccess: (answer) => ("challenge" in answer ? setChallenge(answer.challenge) : enter()),
    onError: (error) =>
      setTrouble(
        failureOf(error)?.code === "WRONG_CREDENTIALS" ? t("session.thatIsNotThePassword") : showFailure(form, error),
      ),
  });
  const leave = () =>
    window.location.assign(`/login?next=${encodeURIComponent(window.location.pathname + window.location.search)}`);
  if (challenge !== null) {
    return (
      <SecondStepForm challenge={challenge} onSignedIn={() => void enter()} onRestart={() => setChallenge(null)} />
    );
  }
  return (
    <form noValidate className="space-y-4" onSubmit={form.handleSubmit((input) => signIn.mutate(input))}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <input type="hidden" autoComplete="username" {...form.register("login")} />
      <Field label={t("session.password")} error={reasonMessage(form.formState.errors.password?.message)}>
        <Input type="password" autoComplete="current-password" autoFocus {...form.register("password")} />
      </Field>
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="ghost" onClick={leave}>
          {t("session.signInAsSomebodyElse")}
        </Button>
        <Button type="submit" variant="primary" isPending={signIn.isPending}>
          {t("session.signIn")}
        </Button>
      </div>
    </form>
  );
}
