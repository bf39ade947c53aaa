"use client";
import { CreateViewInput } from "@storehouse/domain";
import { Banner, Button, Dialog, Field, Input, Switch } from "@storehouse/ui";
import { useId, useState } from "react";
import { useZodForm } from "../../components/use-zod-form.ts";
import { reasonMessage, showFailure, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

const ViewForm = CreateViewInput.pick({ name: true, isShared: true });
type Values = Pick<CreateViewInput, "name" | "isShared">;

type ViewDialogProps = {
  title: string;
  description?: string;
  saveText: string;
  atFirst: Values;
  save: (values: Values) => Promise<unknown>;
  onClose: () => void;
};

/** Names a view, and says whose it is. */
export function ViewDialog({ title, description, saveText, atFirst, save, onClose }: ViewDialogProps) {
  const can = useCan();
  const formId = useId();
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useZodForm(ViewForm, { defaultValues: atFirst });
  const { errors, isSubmitting } = form.formState;
  const isShared = form.watch("isShared");
  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    try {
      await save(values);
      onClose();
    } catch (error) {
      setRefusal(showFailure(form, error));
    }
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={isSubmitting}>
            {saveText}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        {refusal ? <Banner meaning="problem">{refusal}</Banner> : null}
        <Field label={t("view.name")} error={reasonMessage(errors.name?.message)} isRequired>
          <Input autoFocus autoComplete="off" {...form.register("name")} />
        </Field>
        {can("views.share") ? (
          <Switch
            label={t("view.everybodyInTheFactorySees")}
            checked={isShared}
            onCheckedChange={(checked) => form.setValue("isShared", checked)}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
