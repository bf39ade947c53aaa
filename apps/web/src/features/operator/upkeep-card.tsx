"use client";
import type { Upkeep } from "@storehouse/domain";
import { Badge, Button, Card, ErrorState, Skeleton, Switch, toast } from "@storehouse/ui";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { ago } from "./ago.ts";
import { AskDialog } from "./ask-dialog.tsx";
import { useOperatorCan } from "./operator-me.tsx";
import { stepWords, U } from "./upkeep-words.ts";
import { actorWords, W } from "./words.ts";

const MOVING_MS = 1_000;
const STILL_MS = 15_000;

/** What concerns all factories at once: their servers, migrations that rest, the keys. */
export function UpkeepCard() {
  const query = trpc.platform.upkeep.useQuery(undefined, {
    refetchInterval: ({ state: { data } }) => (data && isRotating(data) ? MOVING_MS : STILL_MS),
  });
  return (
    <Card title={U.fleet} hint={U.fleetHint} isFlush className="lg:col-span-2">
      {query.isPending ? <Skeleton className="m-5 h-24" /> : null}
      {query.isError && !query.data ? (
        <ErrorState text={errorMessage(query.error)} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data ? <Drawn data={query.data} /> : null}
    </Card>
  );
}

const isRotating = ({ keys }: Upkeep): boolean => keys?.state === "QUEUED" || keys?.state === "RUNNING";

function Drawn({ data }: { data: Upkeep }) {
  return (
    <div className="border-t">
      {data.servers.length === 0 ? <p className="px-5 py-3 text-quiet">{U.noServers}</p> : null}
      <ul>
        {data.servers.map(({ name, host, port, version, factories, error }) => (
          <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-5 py-2.5">
            <span className="font-semibold">{name}</span>
            <span className="min-w-0 flex-1 text-quiet [overflow-wrap:anywhere]">
              {host}:{port} {error ?? version}
            </span>
            <Badge meaning={error === null ? "fine" : "problem"}>{U.onServer(factories)}</Badge>
          </li>
        ))}
      </ul>
      <Migrations data={data} />
      <KeysRow data={data} />
    </div>
  );
}

function Migrations({ data }: { data: Upkeep }) {
  const can = useOperatorCan();
  const utils = trpc.useUtils();
  const change = trpc.platform.pauseMigrations.useMutation({
    onSettled: () => utils.platform.invalidate(),
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  const isPaused = change.isPending ? change.variables.isPaused : data.isMigrationPaused;
  return (
    <div className="border-b px-5 py-3">
      <Switch
        label={U.migrations}
        checked={!isPaused}
        disabled={!can("fleet.migrate") || change.isPending}
        onCheckedChange={(runs) => change.mutate({ isPaused: !runs })}
      />
      <p className="text-xs text-faint">
        {data.isMigrationPaused && data.pausedBy !== null ? `${U.pausedBy(actorWords(data.pausedBy))} ` : ""}
        {U.migrationsHint}
      </p>
    </div>
  );
}

function KeysRow({ data }: { data: Upkeep }) {
  const can = useOperatorCan();
  const utils = trpc.useUtils();
  const [isAsking, setAsking] = useState(false);
  const rotate = trpc.platform.rotateKeys.useMutation({ onSuccess: () => utils.platform.invalidate() });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-semibold">{U.keys}</p>
        <p className="text-quiet [overflow-wrap:anywhere]">
          {U.keysHint} {lastWords(data)}
        </p>
      </div>
      {can("keys.rotate") ? (
        <Button isPending={isRotating(data)} disabled={isRotating(data)} onClick={() => setAsking(true)}>
          {U.rotate}
        </Button>
      ) : null}
      {isAsking ? (
        <AskDialog
          title={U.rotateTitle}
          text={U.rotateText}
          verb={U.rotateNow}
          isPending={rotate.isPending}
          onAsk={(id) => rotate.mutateAsync({ id })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}

function lastWords({ keys }: Upkeep): string {
  if (keys === null) return "";
  if (keys.state === "DONE") return keys.endedAt === null ? "" : U.keysLast(ago(keys.endedAt));
  return keys.error ?? (keys.step === null ? U.jobState[keys.state] : stepWords(keys.step)) ?? W.unknown;
}
