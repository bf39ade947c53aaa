"use client";
import type { FactoryPage as Factory } from "@storehouse/domain";
import { Banner, Card, ErrorState, groupDigits, momentText, PageHeader, Skeleton } from "@storehouse/ui";
import type { ReactNode } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { trpc } from "../../trpc/client.tsx";
import { sizeText } from "../backup/index.ts";
import { errorMessage, MomentText } from "../session/index.ts";
import { ago } from "./ago.ts";
import { BackupAge } from "./backup-age.tsx";
import { BackupsCard } from "./backups-card.tsx";
import { CopiesCard } from "./copies-card.tsx";
import { BillingCard } from "./billing-card.tsx";
import { CareCard } from "./care-card.tsx";
import { FactoryActions } from "./factory-actions.tsx";
import { FactoryBadge } from "./factory-badge.tsx";
import { FirstLinkBanner } from "./first-link-banner.tsx";
import { HistoryCard } from "./history-card.tsx";
import { SupportSection } from "./support-section.tsx";
import { useFactoryWork, WorkCard } from "./work-card.tsx";
import { W } from "./words.ts";

const MOVING_MS = 1_000;
const STILL_MS = 10_000;
const MOVING: ReadonlySet<string> = new Set(["REQUESTED", "CREATING", "MIGRATING", "SEEDING"]);
const TURNING: ReadonlySet<string> = new Set(["MOVING", "RESTORING", "DELETING"]);

/** One factory: everything but what it keeps. */
export function OneFactoryPage({ factoryId }: { factoryId: string }) {
  const query = trpc.platform.factory.useQuery(
    { factoryId },
    { refetchInterval: ({ state: { data } }) => (data && isMoving(data) ? MOVING_MS : STILL_MS) },
  );
  if (query.data) return <Drawn factory={query.data} />;
  if (query.isError) return <ErrorState isPage text={errorMessage(query.error)} onRetry={() => void query.refetch()} />;
  return (
    <div aria-busy className="space-y-5">
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-40" />
    </div>
  );
}

const isMoving = ({ state, backups }: Factory): boolean =>
  MOVING.has(state) ||
  TURNING.has(state) ||
  backups.some((row) => row.state === "REQUESTED" || row.state === "RUNNING");

function Drawn({ factory }: { factory: Factory }) {
  const work = useFactoryWork(factory.id);
  return (
    <div className="space-y-5">
      <PageHeader
        breadcrumb={
          <PageLink href="/operator/factories" className="underline-offset-4 hover:underline">
            {W.factories}
          </PageLink>
        }
        title={factory.factoryName}
        aside={<FactoryBadge factory={factory} />}
        hint={<span>@{factory.dbName}</span>}
        actions={<FactoryActions factory={factory} />}
      />
      <SupportSection factory={factory} />
      <Notices factory={factory} />
      <Facts factory={factory} />
      <div className="grid gap-5 lg:grid-cols-2">
        <BackupsCard factory={factory} />
        <CopiesCard factory={factory} />
        <HistoryCard factoryId={factory.id} />
        <BillingCard factory={factory} />
        <CareCard factory={factory} work={work} />
        <WorkCard work={work} />
      </div>
    </div>
  );
}

function Notices({ factory }: { factory: Factory }) {
  const { state, suspendReason, suspendedAt, quarantineReason, error } = factory;
  return (
    <div className="space-y-3 empty:hidden">
      {MOVING.has(state) ? <Banner meaning="progress">{W.being}</Banner> : null}
      {state === "SUSPENDED" ? (
        <Banner meaning="attention">
          {W.suspendedBecause(suspendReason ?? "", suspendedAt === null ? "" : momentText(new Date(suspendedAt)))}
        </Banner>
      ) : null}
      {quarantineReason === null ? null : <Banner meaning="problem">{W.quarantineBecause(quarantineReason)}</Banner>}
      {state === "FAILED" && error ? <Banner meaning="problem">{W.failedBecause(error)}</Banner> : null}
      {factory.awaitsFirstMaster ? <FirstLinkBanner factoryId={factory.id} /> : null}
    </div>
  );
}

function Facts({ factory }: { factory: Factory }) {
  return (
    <Card title={W.facts}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        <Fact name={W.plan}>{factory.plan}</Fact>
        <Fact name={W.people}>{groupDigits(String(factory.people))}</Fact>
        <Fact name={W.connections}>{factory.maxConnections}</Fact>
        <Fact name={W.size}>{factory.sizeBytes === null ? W.unknown : sizeText(factory.sizeBytes)}</Fact>
        <Fact name={W.schema}>{factory.schemaVersion || W.unknown}</Fact>
        <Fact name={W.lastActive}>{factory.lastActiveAt === null ? W.never : ago(factory.lastActiveAt)}</Fact>
        <Fact name={W.lastBackup}>
          <BackupAge factory={factory} />
        </Fact>
        <Fact name={W.errors}>{W.errorRate(factory.failed, factory.calls)}</Fact>
        <Fact name={W.p95}>{factory.p95Ms === null ? W.unknown : W.ms(factory.p95Ms)}</Fact>
        <Fact name={W.callsHead}>{groupDigits(String(factory.calls))}</Fact>
        <Fact name={W.server}>{`${factory.serverName} · ${factory.server}`}</Fact>
        <Fact name={W.created}>
          <MomentText isLong value={factory.createdAt} />
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-faint">{name}</dt>
      <dd className="tabular [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
