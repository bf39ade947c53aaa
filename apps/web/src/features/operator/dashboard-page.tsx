"use client";
import type { OperatorPermission, PlatformDashboard } from "@storehouse/domain";
import { Card, ErrorState, groupDigits, PageHeader, Skeleton, Stat, Switch, toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { ago } from "./ago.ts";
import { AttentionCard } from "./attention-card.tsx";
import { FleetBar } from "./fleet-bar.tsx";
import { GrowthBars } from "./growth-bars.tsx";
import { useOperatorCan } from "./operator-me.tsx";
import { UpkeepCard } from "./upkeep-card.tsx";
import { W } from "./words.ts";

const REFRESH_MS = 15_000;

/** The fleet at a glance: what there is, how it goes, and what needs somebody. */
export function DashboardPage() {
  const query = trpc.platform.dashboard.useQuery(undefined, { refetchInterval: REFRESH_MS });
  return (
    <div className="space-y-5">
      <PageHeader title={W.overview} hint={W.overviewHint} />
      {query.data ? <Drawn data={query.data} /> : null}
      {query.isPending ? <Waiting /> : null}
      {query.isError && !query.data ? (
        <ErrorState text={errorMessage(query.error)} onRetry={() => void query.refetch()} />
      ) : null}
    </div>
  );
}

const Waiting = () => (
  <div aria-busy className="grid gap-5 lg:grid-cols-2">
    <Skeleton className="h-36 lg:col-span-2" />
    <Skeleton className="h-44" />
    <Skeleton className="h-44" />
  </div>
);

function Drawn({ data }: { data: PlatformDashboard }) {
  const total = data.states.reduce((sum, { count }) => sum + count, 0);
  const verified = data.lastVerifiedAt;
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Card className="lg:col-span-2">
        <div className="grid grid-cols-2 gap-x-6 gap-y-5 lg:grid-cols-5">
          <Stat label={W.inAll} value={groupDigits(String(total))} />
          <Stat label={W.callsHead} value={groupDigits(String(data.calls))} />
          <Stat label={W.errors} value={W.errorRate(data.failed, data.calls)} hint={W.callsHead} />
          <Stat label={W.p95Head} value={data.p95Ms === null ? W.unknown : W.ms(data.p95Ms)} hint={W.p95Hint} />
          <Stat
            label={W.lastVerified}
            value={verified === null ? W.never : ago(verified, Date.parse(data.now))}
            hint={W.staleCount(data.staleBackups)}
          />
        </div>
      </Card>
      <AttentionCard data={data} />
      <Card title={W.byState}>
        <Counts rows={data.states.map(({ state, count }) => ({ name: W.state[state], count }))} />
        <p className="mt-5 mb-2 font-semibold">{W.byPlan}</p>
        <Counts rows={data.plans.map(({ plan, count }) => ({ name: plan, count }))} />
      </Card>
      <Card title={W.growth} hint={W.growthHint}>
        <GrowthBars growth={data.growth} />
      </Card>
      <Card title={W.fleet}>
        <FleetBar versions={data.versions} />
        <SignUpSwitch isOpen={data.isSignUpOpen} />
        <DirectorySwitch isOpen={data.isDirectoryOpen} />
      </Card>
      <UpkeepCard />
    </div>
  );
}

function Counts({ rows }: { rows: readonly { name: string; count: number }[] }) {
  if (rows.length === 0) return <p className="text-quiet">{W.none}</p>;
  return (
    <ul className="space-y-1.5">
      {rows.map(({ name, count }) => (
        <li key={name} className="flex justify-between gap-4">
          <span className="text-quiet">{name}</span>
          <span className="tabular font-semibold">{groupDigits(String(count))}</span>
        </li>
      ))}
    </ul>
  );
}

function SignUpSwitch({ isOpen }: { isOpen: boolean }) {
  const change = trpc.platform.setSignUp.useMutation(useTold());
  return <OpenSwitch label={W.signUp} hint={W.signUpHint} permission="signUp.change" isOpen={isOpen} change={change} />;
}

function DirectorySwitch({ isOpen }: { isOpen: boolean }) {
  const change = trpc.platform.setDirectory.useMutation(useTold());
  return (
    <OpenSwitch
      label={W.directory}
      hint={W.directoryHint}
      permission="directory.change"
      isOpen={isOpen}
      change={change}
    />
  );
}

type Change = Readonly<{
  isPending: boolean;
  variables: Readonly<{ isOpen: boolean }> | undefined;
  mutate: (input: { isOpen: boolean }) => void;
}>;
type OpenSwitchProps = {
  label: string;
  hint: string;
  permission: OperatorPermission;
  isOpen: boolean;
  change: Change;
};

function OpenSwitch({ label, hint, permission, isOpen, change }: OpenSwitchProps) {
  const can = useOperatorCan();
  return (
    <div className="mt-5 border-t pt-3">
      <Switch
        label={label}
        checked={(change.isPending ? change.variables?.isOpen : undefined) ?? isOpen}
        disabled={!can(permission) || change.isPending}
        onCheckedChange={(next) => change.mutate({ isOpen: next })}
      />
      <p className="text-xs text-faint">{hint}</p>
    </div>
  );
}

function useTold() {
  const utils = trpc.useUtils();
  return {
    onSettled: () => utils.platform.invalidate(),
    onError: (error: unknown) => toast(errorMessage(error), { meaning: "problem" as const }),
  };
}
