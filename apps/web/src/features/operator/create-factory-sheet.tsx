"use client";
import { CreateFactoryInput } from "@storehouse/domain";
import { Banner, Button, Field, Input, Sheet } from "@storehouse/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, showFailure } from "../session/index.ts";
import { W } from "./words.ts";

const FORM = "create-factory";

/** Making a factory: its names and its first master, who chooses a password by a link. */
export function CreateFactorySheet({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(CreateFactoryInput, {
    defaultValues: { factory_name: "", db_name: "", admin_name: "", admin_username: "", admin_email: "" },
  });
  const { errors } = form.formState;
  const create = trpc.platform.createFactory.useMutation({
    // Sent again after it was done, its own names would be taken.
    retry: false,
    onSuccess: async ({ factoryId }) => {
      await utils.platform.invalidate();
      router.push(`/operator/factories/${factoryId}`);
    },
    onError: (error) => setTrouble(showFailure(form, error)),
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    create.mutate(input);
  });
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={W.newFactory}
      footer={
        <>
          <Button onClick={onClose}>{W.cancel}</Button>
          <Button type="submit" form={FORM} variant="primary" isPending={create.isPending || create.isSuccess}>
            {W.create}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className="space-y-5" onSubmit={submit}>
        {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
        <Field label={W.factoryName} error={reasonMessage(errors.factory_name?.message)}>
          <Input autoComplete="off" {...form.register("factory_name")} />
        </Field>
        <Field label={W.dbName} hint={W.dbNameHint} error={reasonMessage(errors.db_name?.message)}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} {...form.register("db_name")} />
        </Field>
        <Field label={W.adminName} error={reasonMessage(errors.admin_name?.message)}>
          <Input autoComplete="off" {...form.register("admin_name")} />
        </Field>
        <Field label={W.adminUsername} error={reasonMessage(errors.admin_username?.message)}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} {...form.register("admin_username")} />
        </Field>
        <Field label={W.adminEmail} isOptional error={reasonMessage(errors.admin_email?.message)}>
          <Input type="email" autoComplete="off" {...form.register("admin_email")} />
        </Field>
      </form>
    </Sheet>
  );
}
