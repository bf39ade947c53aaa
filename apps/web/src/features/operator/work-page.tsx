"use client";
import { WORK_STATES, type WorkRow, type WorkState } from "@storehouse/domain";
import { Badge, type Column, DataTable, EmptyState, PageHeader, Select } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { ListChecks } from "lucide-react";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { PageLink } from "../../components/page-link.tsx";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { MomentText } from "../session/index.ts";
import { TimetableCard } from "./timetable-card.tsx";
import { actorWords, W, workWords } from "./words.ts";

const ALL = "all";
const ADDRESS = { state: parseAsStringLiteral(WORK_STATES) };
const STATES = [
  { value: ALL, label: W.anyState },
  ...WORK_STATES.map((value) => ({ value, label: W.workState[value] })),
];
const MEANING = { WAITING: undefined, RUNNING: "attention", DONE: "fine", FAILED: "problem" } as const;

const COLUMNS: readonly Column<WorkRow>[] = [
  { id: "at", header: W.when, width: 160, onCard: "line", cell: (row) => <MomentText isLong value={row.at} /> },
  { id: "kind", header: W.what, width: 180, onCard: "title", cell: (row) => workWords(row.kind) },
  { id: "factory", header: W.factory, width: 170, cell: (row) => <FactoryOf row={row} /> },
  { id: "state", header: W.stateHead, width: 115, cell: ({ state }) => <StateBadge state={state} /> },
  { id: "step", header: W.step, width: 100, cell: (row) => row.step ?? W.unknown },
  { id: "attempts", header: W.attempts, width: 90, align: "end", cell: (row) => row.attempts },
  { id: "who", header: W.who, width: 120, cell: (row) => (row.requestedBy ? actorWords(row.requestedBy) : W.unknown) },
  {
    id: "ended",
    header: W.ended,
    width: 100,
    cell: ({ endedAt }) => (endedAt ? <MomentText value={endedAt} /> : W.unknown),
  },
  { id: "error", header: W.details, isGrowing: true, width: 240, cell: (row) => row.error ?? W.unknown },
];

/** What the worker was asked for, and what it does by the clock. */
export function WorkPage() {
  const utils = trpc.useUtils();
  const [{ state }, set] = useQueryStates(ADDRESS);
  const input = { limit: 50, ...(state && { state }) };
  const table = usePages<WorkRow>(getQueryKey(trpc.platform.work, input, "infinite"), (after, signal) =>
    utils.client.platform.work.query({ ...input, ...(after ? { after } : {}) }, { signal }),
  );
  return (
    <div className="space-y-5">
      <PageHeader title={W.work} hint={W.workHint} />
      <DataTable
        {...table}
        label={W.work}
        columns={COLUMNS}
        columnsKey="storehouse.operator.work"
        rowId={(row) => `${row.kind} ${row.id}`}
        rowLabel={(row) => `${workWords(row.kind)} ${row.factoryName ?? ""}`}
        isFiltered={state !== null}
        onClearFilters={() => void set(null)}
        toolbar={
          <Select
            className="w-auto"
            label={W.stateHead}
            options={STATES}
            value={state ?? ALL}
            onChange={(value) => void set({ state: WORK_STATES.find((known) => known === value) ?? null })}
          />
        }
        empty={<EmptyState icon={ListChecks} title={W.noWork} text={W.noWorkHint} />}
      />
      <TimetableCard />
    </div>
  );
}

const StateBadge = ({ state }: { state: WorkState }) => <Badge meaning={MEANING[state]}>{W.workState[state]}</Badge>;

const FactoryOf = ({ row: { factoryId, factoryName } }: { row: WorkRow }) =>
  factoryId === null ? (
    W.unknown
  ) : (
    <PageLink href={`/operator/factories/${factoryId}`} className="underline-offset-4 hover:underline">
      {factoryName ?? W.unknown}
    </PageLink>
  );
