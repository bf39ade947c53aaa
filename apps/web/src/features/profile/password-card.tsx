"use client";
import { ChangePasswordInput } from "@storehouse/domain";
import { Banner, Button, Card, Field, toast } from "@storehouse/ui";
import { useState } from "react";
import { PasswordInput } from "../../components/password-input.tsx";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, showFailure, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";

const EMPTY = { current: "", next: "" };

/** Changing one's own password. It ends every other session. */
export function PasswordCard() {
  const me = useMe();
  const utils = trpc.useUtils();
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(ChangePasswordInput, { defaultValues: EMPTY });
  const { errors } = form.formState;
  const change = trpc.auth.changePassword.useMutation({
    // Sent again after it was done, the present password would be the wrong one.
    retry: false,
    onSuccess: async () => {
      form.reset(EMPTY);
      toast(t("profile.passwordChanged"), { detail: t("profile.everyOtherDeviceWasSigned") });
      await Promise.all([utils.auth.me.invalidate(), utils.auth.sessions.invalidate()]);
    },
    onError: (error) => setTrouble(showFailure(form, error)),
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    change.mutate(input);
  });
  return (
    <Card title={t("profile.password")} hint={t("profile.changingItSignsOutEvery")}>
      <form noValidate method="post" className="space-y-5" onSubmit={submit}>
        {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
        <input type="text" autoComplete="username" readOnly hidden value={`${me.username}@${me.dbName}`} />
        <Field label={t("profile.presentPassword")} error={reasonMessage(errors.current?.message)}>
          <PasswordInput autoComplete="current-password" {...form.register("current")} />
        </Field>
        <Field
          label={t("profile.newPassword")}
          hint={t("profile.atLeast6Characters")}
          error={reasonMessage(errors.next?.message)}
        >
          <PasswordInput autoComplete="new-password" {...form.register("next")} />
        </Field>
        <Button type="submit" variant="primary" isPending={change.isPending}>
          {t("profile.changePassword")}
        </Button>
      </form>
    </Card>
  );
}
