"use client";
import { Banner } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { answerText, durationText } from "./delivery-words.ts";

const ASK_EVERY_MS = 1_000;

/** What became of a trial, as soon as it is known. */
export function TrialResult({ id }: { id: string }) {
  const delivery = trpc.webhooks.delivery.useQuery(
    { id },
    {
      refetchInterval: ({ state }) =>
        state.data === undefined || state.data.tries.length === 0 ? ASK_EVERY_MS : false,
    },
  );
  const [last] = delivery.data?.tries ?? [];
  if (last === undefined) return <Banner meaning="progress">{t("program.onItsWay")}</Banner>;
  const isTaken = delivery.data?.state === "DELIVERED";
  return (
    <Banner meaning={isTaken ? "fine" : "problem"}>
      <p>
        {t(isTaken ? "program.trialWorks" : "program.trialFails", {
          answer: answerText(last),
          duration: durationText(last.durationMs),
        })}
      </p>
      {last.answer ? (
        <pre className="mt-1 max-h-24 overflow-auto font-mono text-xs break-all whitespace-pre-wrap">{last.answer}</pre>
      ) : null}
    </Banner>
  );
}
