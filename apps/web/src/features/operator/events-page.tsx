"use client";
import { Day, type PlatformEventRow } from "@storehouse/domain";
import { Chip, type Column, DataTable, DayFilter, EmptyState, FilterRow, PageHeader, Select } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { ScrollText } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { SearchField } from "../../components/search-field.tsx";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { MomentText } from "../session/index.ts";
import { detailText } from "./detail-text.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { actionWords, actorWords, W } from "./words.ts";

const ALL = "all";
const ADDRESS = {
  who: parseAsString.withDefault(""),
  what: parseAsString,
  factory: parseAsString,
  from: parseAsString,
  to: parseAsString,
};
const ACTIONS = [
  { value: ALL, label: W.anything },
  ...Object.entries(EVENT_WORDS).map(([value, words]) => ({ value, label: words })),
];
const COLUMNS: readonly Column<PlatformEventRow>[] = [
  { id: "at", header: W.when, width: 170, onCard: "line", cell: (row) => <MomentText isLong value={row.at} /> },
  { id: "who", header: W.who, width: 150, cell: (row) => actorWords(row.actor) },
  { id: "what", header: W.what, width: 190, onCard: "title", cell: (row) => actionWords(row.action) },
  { id: "factory", header: W.factory, width: 200, cell: (row) => row.factoryName ?? W.unknown },
  { id: "details", header: W.details, isGrowing: true, width: 260, cell: (row) => detailText(row.detail) || W.unknown },
];

/** The service's own log: who did what to which factory, and when. */
export function EventsPage() {
  const utils = trpc.useUtils();
  const [state, set] = useQueryStates(ADDRESS);
  const { who, what, factory } = state;
  const [from, to] = [dayOf(state.from), dayOf(state.to)];
  const input = {
    limit: 50,
    ...(who && { actor: who }),
    ...(what && { action: what }),
    ...(factory && { factoryId: factory }),
    ...(from && { from }),
    ...(to && { to }),
  };
  const table = usePages<PlatformEventRow>(getQueryKey(trpc.platform.events, input, "infinite"), (after, signal) =>
    utils.client.platform.events.query({ ...input, ...(after ? { after } : {}) }, { signal }),
  );
  const known = table.rows.find((row) => row.factoryId === factory)?.factoryName;
  return (
    <div className="space-y-5">
      <PageHeader title={W.events} hint={W.eventsHint} />
      <DataTable
        {...table}
        label={W.events}
        columns={COLUMNS}
        columnsKey="storehouse.operator.events"
        rowId={(row) => row.id}
        rowLabel={(row) => `${actionWords(row.action)} ${row.factoryName ?? ""}`}
        isFiltered={Object.keys(input).length > 1}
        onClearFilters={() => void set(null)}
        toolbar={
          <>
            <SearchField value={who} onChange={(text) => void set({ who: text || null })} label={W.who} />
            <FilterRow>
              <Select
                className="w-auto"
                label={W.what}
                options={ACTIONS}
                value={ACTIONS.some(({ value }) => value === what) ? (what ?? ALL) : ALL}
                onChange={(value) => void set({ what: value === ALL ? null : value })}
              />
              <DayFilter label={W.from} value={from} onChange={(day) => void set({ from: day })} />
              <DayFilter label={W.to} value={to} onChange={(day) => void set({ to: day })} />
              {factory ? (
                <Chip isOn onRemove={() => void set({ factory: null })} removeLabel={W.allFactories}>
                  {W.oneFactory(known ?? "")}
                </Chip>
              ) : null}
            </FilterRow>
          </>
        }
        empty={<EmptyState icon={ScrollText} title={W.noEvents} text={W.noEventsHint} />}
      />
    </div>
  );
}

// What somebody wrote into the address by hand may be no day.
const dayOf = (text: string | null): string | null => (text !== null && Day.safeParse(text).success ? text : null);
