"use client";
import { ChangePasswordInput, type Me } from "@storehouse/domain";
import { Banner, Button, Field } from "@storehouse/ui";
import { useState } from "react";
import { PasswordInput } from "../../components/password-input.tsx";
import { PublicFrame } from "../../components/public-frame.tsx";
import { ConnectionBanner } from "../../components/shell/connection-banner.tsx";
import { useZodForm } from "../../components/use-zod-form.ts";
import { TrpcProvider, trpc } from "../../trpc/client.tsx";
import { useIsDisconnected } from "../../trpc/connection.ts";
import { t } from "../../language/t.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { reasonMessage } from "./reason-message.ts";
import { showFailure } from "./show-failure.ts";

/** All that somebody sees whose password was chosen by somebody else, until they have chosen their own. */
export function FirstPasswordPage({ me }: { me: Me }) {
  return (
    <TrpcProvider key={`${me.dbName}/${me.userId}`}>
      <ConnectionBanner isDisconnected={useIsDisconnected()} />
      <PublicFrame
        title={t("session.chooseYourOwnPassword")}
        lead={t("session.helloSomebodyElseChoseThe", { name: me.name })}
        aside={<SignOut />}
      >
        <FirstPasswordForm me={me} />
      </PublicFrame>
    </TrpcProvider>
  );
}

function SignOut() {
  const logout = trpc.auth.logout.useMutation({ onSettled: () => window.location.assign("/login") });
  return (
    <Button variant="ghost" className="-mr-4" isPending={logout.isPending} onClick={() => logout.mutate()}>
      {t("session.signOut")}
    </Button>
  );
}

function FirstPasswordForm({ me }: { me: Me }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(ChangePasswordInput, { defaultValues: { current: "", next: "" } });
  const { errors } = form.formState;
  const change = trpc.auth.changePassword.useMutation({
    // Sent again after it was done, the present password would be the wrong one.
    retry: false,
    // The server decides what to draw: with the password changed, that is the page that was asked for.
    onSuccess: () => window.location.reload(),
    onError: (error) => setTrouble(showFailure(form, error)),
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    change.mutate(input);
  });
  return (
    <form noValidate method="post" className="space-y-5" onSubmit={submit}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <Field
        label={t("session.presentPassword")}
        hint={t("session.theOneYouWereGiven")}
        error={reasonMessage(errors.current?.message)}
      >
        <PasswordInput autoComplete="current-password" autoFocus {...form.register("current")} />
      </Field>
      <NewPasswordField
        login={`${me.username}@${me.dbName}`}
        password={form.watch("next")}
        known={[me.username, me.name, me.dbName, me.factoryName]}
        error={errors.next?.message}
        input={form.register("next")}
      />
      <Button type="submit" variant="primary" isWide isPending={change.isPending || change.isSuccess}>
        {t("session.setPassword")}
      </Button>
    </form>
  );
}
