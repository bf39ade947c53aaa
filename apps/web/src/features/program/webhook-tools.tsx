"use client";
import type { WebhookRow } from "@storehouse/domain";
import { Banner, Button, Checkbox, Select, toast } from "@storehouse/ui";
import { History, KeyRound, ListChecks, Send } from "lucide-react";
import { type ReactNode, useState } from "react";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, MomentText, useCan } from "../session/index.ts";
import { SecretBox } from "./secret-box.tsx";
import { TrialResult } from "./trial-result.tsx";

type ToolsProps = { record: WebhookRow };

/** What can be done with a webhook besides changing it: try it, look at its log, send again, give it another secret. */
export function WebhookTools({ record, onDeliveries }: ToolsProps & { onDeliveries: () => void }) {
  const can = useCan();
  return (
    <div className="mt-6 space-y-6 border-t pt-5">
      {can("webhooks.replay") ? <Trial record={record} /> : null}
      <Part
        title="Deliveries"
        text={record.waiting === 0 ? "Nothing waits to be sent." : `${record.waiting} wait to be sent.`}
      >
        <Button onClick={onDeliveries}>
          <ListChecks aria-hidden />
          Show its deliveries
        </Button>
      </Part>
      {can("webhooks.replay") ? <SendAgain record={record} /> : null}
      {can("webhooks.update") ? <NewSecret record={record} /> : null}
    </div>
  );
}

function Part({ title, text, children }: { title: string; text: ReactNode; children: ReactNode }) {
  return (
    <section className="space-y-2.5">
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-quiet">{text}</p>
      </div>
      {children}
    </section>
  );
}

function Trial({ record: { id, isActive } }: ToolsProps) {
  const [deliveryId, setDeliveryId] = useState<string | null>(null);
  const test = trpc.webhooks.test.useMutation({ onSuccess: (made) => setDeliveryId(made.deliveryId) });
  return (
    <Part title="Try it" text="Sends an event that stands for nothing, signed like any other.">
      <Button
        isPending={test.isPending}
        disabled={!isActive}
        onClick={() => {
          setDeliveryId(null);
          test.mutate({ id, deliveryId: newId() });
        }}
      >
        <Send aria-hidden />
        Send a trial
      </Button>
      {isActive ? null : <p className="text-xs text-faint">It is off: tick “It is told” and save first.</p>}
      {test.isError ? <Banner meaning="problem">{errorMessage(test.error)}</Banner> : null}
      {deliveryId === null ? null : <TrialResult id={deliveryId} />}
    </Part>
  );
}

const HOUR_MS = 60 * 60_000;
const SPANS = [
  { value: "1", label: "the last hour" },
  { value: "24", label: "the last 24 hours" },
  { value: "168", label: "the last 7 days" },
  { value: "720", label: "the last 30 days" },
] as const;

function SendAgain({ record: { id, isActive } }: ToolsProps) {
  const utils = trpc.useUtils();
  const [span, setSpan] = useState<(typeof SPANS)[number]["value"]>("24");
  const [onlyFailed, setOnlyFailed] = useState(true);
  const replay = trpc.webhooks.replaySince.useMutation({
    onSuccess: async ({ queued, isCut }) => {
      const more = isCut ? ", and there is more: ask again once these are through" : "";
      toast(queued === 0 ? "There is nothing to send again." : `${queued} on their way again${more}.`);
      await utils.webhooks.invalidate();
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  const send = () => {
    const since = new Date(Date.now() - Number(span) * HOUR_MS).toISOString();
    replay.mutate({ id, since, onlyFailed, replayId: newId() });
  };
  return (
    <Part title="Send again" text="Each comes under the id it had, so a program that took it before can tell.">
      <div className="flex flex-wrap items-center gap-2">
        <Select label="From when" className="w-auto" options={SPANS} value={span} onChange={setSpan} />
        <Button isPending={replay.isPending} disabled={!isActive} onClick={send}>
          <History aria-hidden />
          Send again
        </Button>
      </div>
      <Checkbox
        label="Only what it did not take"
        checked={onlyFailed}
        onCheckedChange={(isOn) => setOnlyFailed(isOn === true)}
      />
    </Part>
  );
}

function NewSecret({ record: { id, version, formerUntil } }: ToolsProps) {
  const utils = trpc.useUtils();
  const rotate = trpc.webhooks.rotateSecret.useMutation({
    onSettled: () => utils.webhooks.invalidate(),
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  const ask = () => {
    if (window.confirm("Give it a new secret? For a day, the one it has now is good besides."))
      rotate.mutate({ id, version });
  };
  return (
    <Part
      title="Secret"
      text={
        formerUntil === null ? (
          "Give it a new one if somebody else may know it."
        ) : (
          <>
            The secret before is good until <MomentText value={formerUntil} />.
          </>
        )
      }
    >
      {rotate.data ? (
        <SecretBox secret={rotate.data.secret} />
      ) : (
        <Button isPending={rotate.isPending} onClick={ask}>
          <KeyRound aria-hidden />
          New secret
        </Button>
      )}
    </Part>
  );
}
