"use client";
import { type FactoryOverview, SuspendFactoryInput } from "@storehouse/domain";
import { Banner, Button, Dialog, Field, Input, toast } from "@storehouse/ui";
import { useState } from "react";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, showFailure } from "../session/index.ts";
import { W } from "./words.ts";

type SuspendDialogProps = { factory: Pick<FactoryOverview, "id" | "factoryName">; onClose: () => void };
const FORM = "suspend-factory";

/** Asks why a factory is to be shut: its people read the answer. */
export function SuspendDialog({ factory, onClose }: SuspendDialogProps) {
  const utils = trpc.useUtils();
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(SuspendFactoryInput, { defaultValues: { factoryId: factory.id, reason: "" } });
  const suspend = trpc.platform.suspend.useMutation({
    onSuccess: async () => {
      toast(W.suspended);
      await utils.platform.invalidate();
      onClose();
    },
    onError: (error) => setTrouble(showFailure(form, error)),
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    suspend.mutate(input);
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={W.suspendTitle(factory.factoryName)}
      description={W.suspendText}
      footer={
        <>
          <Button onClick={onClose}>{W.cancel}</Button>
          <Button type="submit" form={FORM} variant="danger" isPending={suspend.isPending}>
            {W.suspend}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className="space-y-4" onSubmit={submit}>
        {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
        <Field label={W.reason} hint={W.reasonHint} error={reasonMessage(form.formState.errors.reason?.message)}>
          <Input autoComplete="off" maxLength={255} {...form.register("reason")} />
        </Field>
      </form>
    </Dialog>
  );
}
