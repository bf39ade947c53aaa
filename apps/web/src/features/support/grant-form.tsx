"use client";
import { GrantSupportInput, SUPPORT_HOURS } from "@storehouse/domain";
import { Banner, Button, Field, Input, momentText, Select, toast } from "@storehouse/ui";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { useZodForm } from "../../components/use-zod-form.ts";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, showFailure } from "../session/index.ts";

const hoursText = (hours: number): string => (hours === 24 ? t("support.day") : t("support.hours", { hours }));

/** Lets support in: for how long, and what it should look at. */
export function GrantForm() {
  const utils = trpc.useUtils();
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(GrantSupportInput, { defaultValues: { id: newId(), hours: 1, reason: "" } });
  const { errors } = form.formState;
  const grant = trpc.support.grant.useMutation({
    onSuccess: ({ expiresAt }) => toast(t("support.allowed", { until: momentText(new Date(expiresAt)) })),
    onError: (error) => setTrouble(showFailure(form, error)),
    onSettled: () => utils.support.invalidate(),
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    grant.mutate(input);
  });
  return (
    <form noValidate className="space-y-5" onSubmit={submit}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <Field label={t("support.forHowLong")} error={reasonMessage(errors.hours?.message)}>
        <Select
          label={t("support.forHowLong")}
          options={SUPPORT_HOURS.map((hours) => ({ value: String(hours), label: hoursText(hours) }))}
          value={String(form.watch("hours"))}
          onChange={(value) => form.setValue("hours", SUPPORT_HOURS.find((hours) => String(hours) === value) ?? 1)}
        />
      </Field>
      <Field
        label={t("support.reasonLabel")}
        hint={t("support.reasonHint")}
        error={reasonMessage(errors.reason?.message)}
      >
        <Input autoComplete="off" maxLength={255} {...form.register("reason")} />
      </Field>
      <Button type="submit" variant="primary" isPending={grant.isPending}>
        {t("support.allow")}
      </Button>
    </form>
  );
}
