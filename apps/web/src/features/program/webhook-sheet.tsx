"use client";
import type { WebhookRow } from "@storehouse/domain";
import { Banner, Button, Sheet, toast } from "@storehouse/ui";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
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
    doneText: record ? "Webhook saved" : "Webhook added",
    onDone: () => void utils.webhooks.invalidate(),
  });
  if (create.data !== undefined) return <NewSecret secret={create.data.secret} onClose={onClose} />;
  return (
    <RecordSheet
      title={record ? hostOf(record.url) : "Add a webhook"}
      saveText={record ? "Save" : "Add the webhook"}
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
        Turned off <MomentText value={disabledAt} />: it took nothing{" "}
        {failingSince ? (
          <>
            since <MomentText value={failingSince} />
          </>
        ) : (
          "for long"
        )}
        . Put your program right, tick “It is told” and save.
      </Banner>
    );
  }
  if (failures === 0 || failingSince === null) return null;
  return (
    <Banner meaning="attention">
      {failures === 1 ? "The last attempt" : `The last ${failures} attempts`} came to nothing, since{" "}
      <MomentText value={failingSince} />. It is tried again by itself.
    </Banner>
  );
}

function RemoveButton({ record: { id, url }, onDone }: { record: WebhookRow; onDone: () => void }) {
  const utils = trpc.useUtils();
  const remove = trpc.webhooks.remove.useMutation({
    onSuccess: async () => {
      toast("Webhook removed. Its address is told nothing more.");
      onDone();
      await utils.webhooks.invalidate();
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  // There is no undo: its secret is gone with it.
  const ask = () => {
    if (window.confirm(`Remove the webhook to ${hostOf(url)} for good? What still waits is not sent.`))
      remove.mutate({ id });
  };
  return (
    <Button variant="ghost" isPending={remove.isPending} onClick={ask}>
      <Trash2 aria-hidden />
      Remove
    </Button>
  );
}

function NewSecret({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Your webhook's secret"
      footer={
        <Button variant="primary" onClick={onClose}>
          I have kept it
        </Button>
      }
    >
      <SecretBox secret={secret}>Open the webhook in the list to send it a trial.</SecretBox>
    </Sheet>
  );
}
