"use client";
import { FACTORY_SORTS, FACTORY_STATES, type FactoryOverview } from "@storehouse/domain";
import { Button, DataTable, EmptyState, PageHeader, Select } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { Building2, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { SearchField } from "../../components/search-field.tsx";
import { useDrawerAddress } from "../../components/use-drawer-address.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { FACTORY_COLUMNS } from "./columns.tsx";
import { CreateFactorySheet } from "./create-factory-sheet.tsx";
import { FleetBar } from "./fleet-bar.tsx";
import { useOperatorCan } from "./operator-me.tsx";
import { W } from "./words.ts";

const ADDRESS = {
  q: parseAsString.withDefault(""),
  state: parseAsStringLiteral(FACTORY_STATES),
  sort: parseAsStringLiteral(FACTORY_SORTS).withDefault("name"),
  way: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
};
const ALL = "all";
const STATES = [
  { value: ALL, label: W.anyState },
  ...(["READY", "SUSPENDED", "FAILED", "REQUESTED", "ARCHIVED"] as const).map((value) => ({
    value,
    label: W.state[value],
  })),
];

/** The factories in one grid, and on which schema versions they are. */
export function FactoriesPage() {
  const can = useOperatorCan();
  const router = useRouter();
  const utils = trpc.useUtils();
  const [{ q, state, sort, way }, set] = useQueryStates(ADDRESS);
  const { openId, open, close } = useDrawerAddress("open");
  const input = { limit: 50, ...(q && { search: q }), ...(state && { state }), sort: { by: sort, direction: way } };
  const table = usePages<FactoryOverview>(getQueryKey(trpc.platform.factories, input, "infinite"), (after, signal) =>
    utils.client.platform.factories.query({ ...input, ...(after ? { after } : {}) }, { signal }),
  );
  const dashboard = trpc.platform.dashboard.useQuery();
  return (
    <div className="space-y-5">
      <PageHeader
        title={W.factories}
        actions={
          can("factories.create") ? (
            <Button variant="primary" onClick={() => open("new")}>
              <Plus aria-hidden />
              {W.newFactory}
            </Button>
          ) : null
        }
      />
      <FleetBar versions={dashboard.data?.versions ?? []} />
      <DataTable
        {...table}
        label={W.factories}
        columns={FACTORY_COLUMNS}
        columnsKey="storehouse.operator.factories"
        rowId={(row) => row.id}
        rowLabel={(row) => row.factoryName}
        onOpen={(row) => router.push(`/operator/factories/${row.id}`)}
        sort={{ by: sort, direction: way }}
        onSort={({ by, direction }) => {
          const known = FACTORY_SORTS.find((one) => one === by);
          if (known) void set({ sort: known, way: direction });
        }}
        isFiltered={q !== "" || state !== null}
        onClearFilters={() => void set({ q: null, state: null })}
        toolbar={
          <>
            <SearchField value={q} onChange={(text) => void set({ q: text || null })} label={W.searchFactories} />
            <Select
              className="w-auto"
              label={W.stateHead}
              options={STATES}
              value={state ?? ALL}
              onChange={(value) => void set({ state: FACTORY_STATES.find((one) => one === value) ?? null })}
            />
          </>
        }
        isQuiet={(row) => row.state === "FAILED" || row.state === "ARCHIVED"}
        empty={<EmptyState icon={Building2} title={W.noFactories} text={W.noFactoriesHint} />}
      />
      {openId === "new" && can("factories.create") ? <CreateFactorySheet onClose={close} /> : null}
    </div>
  );
}
