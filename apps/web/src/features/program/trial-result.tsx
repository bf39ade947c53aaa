"use client";
import { Banner } from "@storehouse/ui";
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
  if (last === undefined) return <Banner meaning="progress">On its way …</Banner>;
  const isTaken = delivery.data?.state === "DELIVERED";
  return (
    <Banner meaning={isTaken ? "fine" : "problem"}>
      <p>
        {answerText(last)} after {durationText(last.durationMs)}
        {isTaken ? ": it works." : "."}
      </p>
      {last.answer ? (
        <pre className="mt-1 max-h-24 overflow-auto font-mono text-xs break-all whitespace-pre-wrap">{last.answer}</pre>
      ) : null}
    </Banner>
  );
}
