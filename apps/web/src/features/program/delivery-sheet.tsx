"use client";
import type { DeliveryAttempt, DeliveryDetail } from "@storehouse/domain";
import { Badge, Banner, Button, Sheet, Skeleton, toast } from "@storehouse/ui";
import { History } from "lucide-react";
import type { ReactNode } from "react";
import { v7 as newId } from "uuid";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, MomentText, useCan } from "../session/index.ts";
import { answerText, durationText, standingOf } from "./delivery-words.ts";
import { eventText } from "./event-words.ts";

/** One delivery: what was sent, to the byte, and what came back each time. */
export function DeliverySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const can = useCan();
  const delivery = trpc.webhooks.delivery.useQuery({ id });
  const { data } = delivery;
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={data ? eventText(data.event) : t("program.delivery")}
      size="lg"
      footer={can("webhooks.replay") && data ? <AgainButton id={data.id} /> : null}
    >
      {delivery.isError ? <Banner meaning="problem">{errorMessage(delivery.error)}</Banner> : null}
      {delivery.isPending ? <Skeleton className="h-64" /> : null}
      {data ? <Detail delivery={data} /> : null}
    </Sheet>
  );
}

function AgainButton({ id }: { id: string }) {
  const utils = trpc.useUtils();
  const replay = trpc.webhooks.replay.useMutation({
    onSuccess: async () => {
      toast(t("program.onItsWayAgain"));
      await utils.webhooks.invalidate();
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  return (
    <Button variant="primary" isPending={replay.isPending} onClick={() => replay.mutate({ id, replayId: newId() })}>
      <History aria-hidden />
      {t("program.sendAgain")}
    </Button>
  );
}

function Detail({ delivery }: { delivery: DeliveryDetail }) {
  const { url, eventId, createdAt, dueAt, isReplay, tries, body } = delivery;
  const standing = standingOf(delivery);
  return (
    <div className="space-y-6">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <Fact name={t("program.state")}>
          <Badge meaning={standing.meaning}>{standing.text}</Badge>
        </Fact>
        <Fact name={t("program.to")}>
          <span className="break-all">{url}</span>
        </Fact>
        <Fact name={t("program.happened")}>
          <MomentText value={createdAt} isLong />
          {isReplay ? <span className="text-faint"> {t("program.sentAgain")}</span> : null}
        </Fact>
        {dueAt === null ? null : (
          <Fact name={t("program.triedNext")}>
            <MomentText value={dueAt} isLong />
          </Fact>
        )}
        <Fact name="webhook-id">
          <span className="font-mono text-xs break-all">{eventId}</span>
        </Fact>
      </dl>
      <section className="space-y-2">
        <h3 className="font-semibold">{t("program.attemptsCounted", { count: tries.length })}</h3>
        {tries.length === 0 ? <p className="text-quiet">{t("program.sentWithinSeconds")}</p> : null}
        <ol className="space-y-2">
          {tries.map((attempt) => (
            <Attempt key={attempt.number} attempt={attempt} />
          ))}
        </ol>
      </section>
      <section className="space-y-2">
        <h3 className="font-semibold">{t("program.whatWasSent")}</h3>
        <pre className="max-h-120 overflow-auto rounded-md border bg-canvas p-3 font-mono text-xs break-all whitespace-pre-wrap">
          {pretty(body)}
        </pre>
      </section>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Attempt({ attempt }: { attempt: DeliveryAttempt }) {
  const { number, at, durationMs, answer } = attempt;
  return (
    <li className="rounded-md border p-3">
      <p className="flex flex-wrap gap-x-3">
        <span className="tabular text-faint">{number}.</span>
        <span className="font-semibold">{answerText(attempt)}</span>
        <span className="text-faint">
          <MomentText value={at} isLong /> · {durationText(durationMs)}
        </span>
      </p>
      {answer ? (
        <pre className="mt-2 max-h-40 overflow-auto font-mono text-xs break-all whitespace-pre-wrap text-quiet">
          {answer}
        </pre>
      ) : null}
    </li>
  );
}

/** Indented to be read. What is signed is the text without it. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
