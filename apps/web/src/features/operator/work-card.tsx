"use client";
import type { RequestedWork } from "@storehouse/domain";
import { Badge, Card, groupDigits, type Meaning } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { MomentText } from "../session/index.ts";
import { kindWords, stepWords, U } from "./upkeep-words.ts";
import { actorWords, W } from "./words.ts";

const MEANINGS: Readonly<Record<RequestedWork["state"], Meaning>> = {
  QUEUED: "progress",
  RUNNING: "progress",
  DONE: "fine",
  FAILED: "problem",
};
const MOVING_MS = 1_000;
const STILL_MS = 10_000;
const NONE: readonly RequestedWork[] = [];

const isUnderWay = ({ state }: RequestedWork): boolean => state === "QUEUED" || state === "RUNNING";

/** The work that was asked for on a factory, told anew each second while some of it is under way. */
export function useFactoryWork(factoryId: string): readonly RequestedWork[] {
  const utils = trpc.useUtils();
  const query = trpc.platform.factoryWork.useQuery(
    { factoryId },
    {
      refetchInterval: ({ state: { data } }) => {
        if (!data?.some(isUnderWay)) return STILL_MS;
        // The factory's state goes with it.
        void utils.platform.factory.invalidate({ factoryId });
        return MOVING_MS;
      },
    },
  );
  return query.data ?? NONE;
}

/** What the worker was asked to do with a factory, and how far it is. */
export function WorkCard({ work }: { work: readonly RequestedWork[] }) {
  return (
    <Card title={U.work} isFlush>
      {work.length === 0 ? <p className="px-5 pb-5 text-quiet">{U.noWork}</p> : null}
      <ul aria-live="polite" className="border-t empty:hidden">
        {work.map((row) => (
          <li key={row.id} className="flex items-start gap-3 border-b px-5 py-2.5 last:border-0">
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{kindWords(row.kind)}</p>
              <p className="text-quiet [overflow-wrap:anywhere]">{saidOf(row)}</p>
              <p className="text-xs text-faint">
                <MomentText isLong value={row.endedAt ?? row.createdAt} /> {W.by(actorWords(row.requestedBy))}
              </p>
            </div>
            <Badge meaning={MEANINGS[row.state]}>{U.jobState[row.state]}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Why it failed, what it came to, or how far it is. */
function saidOf({ kind, state, step, error, result }: RequestedWork): string {
  if (error !== null && state !== "DONE") return error;
  if (state === "DONE") return kind === "factory.move" ? movedWords(result) : "";
  return step === null ? "" : stepWords(step);
}

function movedWords(result: RequestedWork["result"]): string {
  const { to, rows, closedMs } = result ?? {};
  if (typeof to !== "string") return "";
  return U.movedTo(to, groupDigits(String(Number(rows))), (Number(closedMs) / 1_000).toFixed(1));
}
