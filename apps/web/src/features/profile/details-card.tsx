"use client";
import { UpdateProfileInput } from "@storehouse/domain";
import { Banner, Button, Card, Field, Input, toast } from "@storehouse/ui";
import { useState } from "react";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { failureOf } from "../../trpc/failure-of.ts";
import { reasonMessage, showFailure, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** The person's own name and address. */
export function DetailsCard() {
  const me = useMe();
  const utils = trpc.useUtils();
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(UpdateProfileInput, {
    values: { version: me.version, name: me.name, email: me.email },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty } = form.formState;
  const save = trpc.auth.updateProfile.useMutation({
    onSuccess: async (_, saved) => {
      form.reset(saved);
      await utils.auth.me.invalidate();
      toast(t("common.saved"));
    },
    onError: (error) => {
      setTrouble(showFailure(form, error));
      // Brings the version somebody else saved, so that saving again is made from it.
      if (failureOf(error)?.code === "STALE") void utils.auth.me.invalidate();
    },
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    save.mutate({ ...input, version: me.version });
  });
  return (
    <Card title={t("profile.you")} hint={t("profile.youSignInAs", { username: me.username, dbName: me.dbName })}>
      <form noValidate className="space-y-5" onSubmit={submit}>
        {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
        <Field label={t("profile.name")} error={reasonMessage(errors.name?.message)}>
          <Input autoComplete="name" {...form.register("name")} />
        </Field>
        <Field label={t("profile.eMail")} isOptional error={reasonMessage(errors.email?.message)}>
          <Input type="email" autoComplete="email" {...form.register("email")} />
        </Field>
        <Button type="submit" variant="primary" isPending={save.isPending} disabled={!isDirty}>
          {t("common.save")}
        </Button>
      </form>
    </Card>
  );
}
