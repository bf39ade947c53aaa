"use client";
import type { WebhookRow } from "@storehouse/domain";
import { Banner, Button, Checkbox, Select, toast } from "@storehouse/ui";
import { History, KeyRound, ListChecks, Send } from "lucide-react";
import { type ReactNode, useState } from "react";
import { v7 as newId } from "uuid";
import { t, wordsOf } from "../../language/t.ts";
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
      <Part title={t("program.deliveries")} text={t("program.waitToBeSent", { count: record.waiting })}>
        <Button onClick={onDeliveries}>
          <ListChecks aria-hidden />
          {t("program.showItsDeliveries")}
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
    <Part title={t("program.tryIt")} text={t("program.tryItText")}>
      <Button
        isPending={test.isPending}
        disabled={!isActive}
        onClick={() => {
          setDeliveryId(null);
          test.mutate({ id, deliveryId: newId() });
        }}
      >
        <Send aria-hidden />
        {t("program.sendATrial")}
      </Button>
      {isActive ? null : <p className="text-xs text-faint">{t("program.itIsOff")}</p>}
      {test.isError ? <Banner meaning="problem">{errorMessage(test.error)}</Banner> : null}
      {deliveryId === null ? null : <TrialResult id={deliveryId} />}
    </Part>
  );
}

const HOUR_MS = 60 * 60_000;
const SPANS = ["1", "24", "168", "720"] as const;
const SPAN_WORDS: Readonly<Record<(typeof SPANS)[number], string>> = wordsOf({
  1: "program.lastHour",
  24: "program.last24Hours",
  168: "program.last7Days",
  720: "program.last30Days",
});

function SendAgain({ record: { id, isActive } }: ToolsProps) {
  const utils = trpc.useUtils();
  const [span, setSpan] = useState<(typeof SPANS)[number]>("24");
  const [onlyFailed, setOnlyFailed] = useState(true);
  const replay = trpc.webhooks.replaySince.useMutation({
    onSuccess: async ({ queued, isCut }) => {
      const count = String(queued);
      const more = isCut ? t("program.queuedAndMore", { count }) : t("program.queued", { count });
      toast(queued === 0 ? t("program.nothingToSendAgain") : more);
      await utils.webhooks.invalidate();
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  const send = () => {
    const since = new Date(Date.now() - Number(span) * HOUR_MS).toISOString();
    replay.mutate({ id, since, onlyFailed, replayId: newId() });
  };
  return (
    <Part title={t("program.sendAgain")} text={t("program.sendAgainText")}>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={t("program.fromWhen")}
          className="w-auto"
          options={SPANS.map((value) => ({ value, label: SPAN_WORDS[value] }))}
          value={span}
          onChange={setSpan}
        />
        <Button isPending={replay.isPending} disabled={!isActive} onClick={send}>
          <History aria-hidden />
          {t("program.sendAgain")}
        </Button>
      </div>
      <Checkbox
        label={t("program.onlyNotTaken")}
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
    if (window.confirm(t("program.giveANewSecret"))) rotate.mutate({ id, version });
  };
  return (
    <Part
      title={t("program.secret")}
      text={
        formerUntil === null
          ? t("program.giveItANewOne")
          : t.rich("program.secretBefore", { moment: () => <MomentText value={formerUntil} /> })
      }
    >
      {rotate.data ? (
        <SecretBox secret={rotate.data.secret} />
      ) : (
        <Button isPending={rotate.isPending} onClick={ask}>
          <KeyRound aria-hidden />
          {t("program.newSecret")}
        </Button>
      )}
    </Part>
  );
}
