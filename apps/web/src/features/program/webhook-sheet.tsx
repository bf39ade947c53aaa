"use client";
import type { WebhookRow } from "@storehouse/domain";
import { Banner, Button, Sheet, toast } from "@storehouse/ui";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, MomentText, useCan } from "../session/index.ts";
import { hostOf } from "./host-of.ts";
import { SecretBox } from "./secret-box.tsx";
import { valuesOf, WEBHOOK_LABELS, WebhookFields, WebhookForm } from "./webhook-form.tsx";
import { WebhookTools } from "./webhook-tools.tsx";

type WebhookSheetProps = { record: WebhookRow | null; onClose: () => void; onDeliveries: (id: string) => void };

/** Adds a webhook, whose secret is shown once in the same drawer; or changes one, tries it and sends again what it missed. */
export function WebhookSheet({ record, onClose, onDeliveries }: WebhookSheetProps) {
  const can = useCan();
  const utils = trpc.useUtils();
  const create = trpc.webhooks.create.useMutation();
  const update = trpc.webhooks.update.useMutation();
  const [id] = useState(() => record?.id ?? newId());
  const form = useZodForm(WebhookForm, { defaultValues: valuesOf(record) });
  const mayChange = can(record ? "webhooks.update" : "webhooks.create");
  const saving = useRecordForm({
    form,
    version: record?.version,
    save: ({ isActive, ...content }, version) =>
      version === undefined
        ? create.mutateAsync({ id, ...content })
        : update.mutateAsync({ id, version, isActive, ...content }),
    doneText: record ? t("program.webhookSaved") : t("program.webhookAdded"),
    onDone: () => void utils.webhooks.invalidate(),
  });
  if (create.data !== undefined) return <NewSecret secret={create.data.secret} onClose={onClose} />;
  return (
    <RecordSheet
      title={record ? hostOf(record.url) : t("program.addAWebhook")}
      saveText={record ? t("common.save") : t("program.addTheWebhook")}
      onClose={onClose}
      isDirty={form.formState.isDirty}
      saving={mayChange ? saving : undefined}
      labels={WEBHOOK_LABELS}
      actions={record && can("webhooks.remove") ? <RemoveButton record={record} onDone={onClose} /> : null}
      history={record ? <WebhookTools record={record} onDeliveries={() => onDeliveries(record.id)} /> : null}
    >
      {record ? <Standing record={record} /> : null}
      <WebhookFields form={form} isNew={record === null} mayChange={mayChange} />
    </RecordSheet>
  );
}

/** What is the matter with it, if anything. */
function Standing({ record: { disabledAt, failingSince, failures, isActive } }: { record: WebhookRow }) {
  if (disabledAt !== null && !isActive) {
    return (
      <Banner meaning="problem">
        {failingSince
          ? t.rich("program.turnedOffSince", {
              off: () => <MomentText value={disabledAt} />,
              since: () => <MomentText value={failingSince} />,
            })
          : t.rich("program.turnedOffLong", { off: () => <MomentText value={disabledAt} /> })}
      </Banner>
    );
  }
  if (failures === 0 || failingSince === null) return null;
  return (
    <Banner meaning="attention">
      {t.rich("program.cameToNothing", { count: failures, since: () => <MomentText value={failingSince} /> })}
    </Banner>
  );
}

function RemoveButton({ record: { id, url }, onDone }: { record: WebhookRow; onDone: () => void }) {
  const utils = trpc.useUtils();
  const remove = trpc.webhooks.remove.useMutation({
    onSuccess: async () => {
      toast(t("program.webhookRemoved"));
      onDone();
      await utils.webhooks.invalidate();
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  // There is no undo: its secret is gone with it.
  const ask = () => {
    if (window.confirm(t("program.removeForGood", { host: hostOf(url) }))) remove.mutate({ id });
  };
  return (
    <Button variant="ghost" isPending={remove.isPending} onClick={ask}>
      <Trash2 aria-hidden />
      {t("program.remove")}
    </Button>
  );
}

function NewSecret({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("program.yourWebhooksSecret")}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("program.iHaveKeptIt")}
        </Button>
      }
    >
      <SecretBox secret={secret}>{t("program.openToSendATrial")}</SecretBox>
    </Sheet>
  );
}
