import type { FactoryOverview } from "@storehouse/domain";
import { type Column, groupDigits } from "@storehouse/ui";
import { sizeText } from "../backup/index.ts";
import { MomentText } from "../session/index.ts";
import { ago } from "./ago.ts";
import { BackupAge } from "./backup-age.tsx";
import { B } from "./billing-words.ts";
import { FactoryBadge } from "./factory-badge.tsx";
import { W } from "./words.ts";

const HAS_DATA: ReadonlySet<string> = new Set(["READY", "SUSPENDED"]);

/** The columns of the list of factories: all that is known of them but what they keep. */
export const FACTORY_COLUMNS: readonly Column<FactoryOverview>[] = [
  {
    id: "name",
    header: W.factory,
    isGrowing: true,
    width: 220,
    sortKey: "name",
    cell: (row) => (
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="truncate">{row.factoryName}</span>
        <span className="shrink-0 text-xs text-faint">@{row.dbName}</span>
      </span>
    ),
  },
  { id: "state", header: W.stateHead, width: 130, onCard: "corner", cell: (row) => <FactoryBadge factory={row} /> },
  {
    id: "plan",
    header: W.plan,
    width: 190,
    cell: ({ plan, subscription: { state } }) => (state === "ACTIVE" ? plan : `${plan} · ${B.state[state]}`),
    onCard: "none",
  },
  {
    id: "people",
    header: W.people,
    width: 100,
    align: "end",
    sortKey: "people",
    firstDirection: "desc",
    cell: (row) => groupDigits(String(row.people)),
  },
  {
    id: "size",
    header: W.size,
    width: 90,
    align: "end",
    sortKey: "size",
    firstDirection: "desc",
    cell: (row) => (row.sizeBytes === null ? W.unknown : sizeText(row.sizeBytes)),
  },
  { id: "schema", header: W.schema, width: 80, align: "end", cell: (row) => row.schemaVersion || W.unknown },
  {
    id: "lastActive",
    header: W.lastActive,
    width: 130,
    align: "end",
    sortKey: "lastActive",
    firstDirection: "desc",
    cell: (row) => (row.lastActiveAt === null ? W.never : ago(row.lastActiveAt)),
  },
  {
    id: "backup",
    header: W.lastBackup,
    width: 150,
    align: "end",
    sortKey: "backup",
    firstDirection: "asc",
    cell: (row) => (HAS_DATA.has(row.state) ? <BackupAge factory={row} /> : W.unknown),
  },
  {
    id: "errors",
    header: W.errors,
    width: 90,
    align: "end",
    sortKey: "errors",
    firstDirection: "desc",
    cell: (row) => <span className={row.failed > 0 ? "text-problem" : ""}>{W.errorRate(row.failed, row.calls)}</span>,
  },
  {
    id: "p95",
    header: W.p95,
    width: 90,
    align: "end",
    sortKey: "p95",
    firstDirection: "desc",
    cell: (row) => (row.p95Ms === null ? W.unknown : W.ms(row.p95Ms)),
  },
  {
    id: "created",
    header: W.created,
    width: 120,
    sortKey: "createdAt",
    firstDirection: "desc",
    isHiddenAtFirst: true,
    cell: (row) => <MomentText value={row.createdAt} />,
  },
];
