"use client";
import { addDays, CATEGORIES, endOfDay, isDay, startOfDay } from "@storehouse/domain";
import { DataTable, DayFilter, EmptyState, FilterRow, PageHeader, useFormats, useReadDay } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { ArrowDownUp } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { SearchField } from "../../components/search-field.tsx";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ExportMenu } from "../export/index.ts";
import { CatalogueFilters } from "../filter/index.ts";
import { t } from "../../language/t.ts";
import { MOVEMENT_COLUMNS } from "./past-columns.tsx";

const ADDRESS = {
  q: parseAsString.withDefault(""),
  place: parseAsString,
  category: parseAsStringLiteral(CATEGORIES),
  subcategory: parseAsString,
  from: parseAsString,
  to: parseAsString,
};

/** What was there before a period, what came in and went out, and what was there after it: product by product. */
export function MovementsPage() {
  const [state, setState] = useQueryStates(ADDRESS);
  const set = (changes: Partial<typeof state>) => void setState(changes);
  const { timeZone } = useFormats();
  const { today } = useReadDay();
  const utils = trpc.useUtils();
  // Thirty days until today, unless somebody says otherwise.
  const to = state.to !== null && isDay(state.to) ? state.to : today;
  const wanted = state.from !== null && isDay(state.from) ? state.from : addDays(to, -29);
  const from = wanted > to ? to : wanted;
  const input = {
    limit: 50,
    from: startOfDay(timeZone, from).toISOString(),
    to: endOfDay(timeZone, to).toISOString(),
    ...(state.q && { search: state.q }),
    ...(state.place && { locationId: state.place }),
    ...(state.category && { category: state.category }),
    ...(state.subcategory && { subcategoryId: state.subcategory }),
  };
  const table = usePages(getQueryKey(trpc.inventory.movements, input, "infinite"), (after, signal) =>
    utils.client.inventory.movements.query({ ...input, after }, { signal }),
  );
  return (
    <div className="space-y-5">
      <PageHeader title={t("stock.inAndOut")} hint={t("stock.atFirstInOutAt")} />
      <DataTable
        {...table}
        label={t("stock.inAndOut")}
        columnsKey="movements"
        columns={MOVEMENT_COLUMNS}
        tools={(columns) => <ExportMenu seen={{ list: "movements", filters: input }} columns={columns} />}
        rowId={(row) => row.variantId}
        rowLabel={(row) => row.productName}
        isFiltered={[state.q, state.place, state.category, state.subcategory].some(Boolean)}
        onClearFilters={() => void setState({ q: null, place: null, category: null, subcategory: null })}
        toolbar={
          <>
            <SearchField value={state.q} onChange={(q) => set({ q })} label={t("stock.searchProducts")} />
            <FilterRow>
              <DayFilter label={t("common.from")} value={from} max={today} onChange={(day) => set({ from: day })} />
              <DayFilter label={t("common.to")} value={to} max={today} onChange={(day) => set({ to: day })} />
              <CatalogueFilters state={state} set={set} />
            </FilterRow>
          </>
        }
        empty={
          <EmptyState icon={ArrowDownUp} title={t("stock.nothingCameOrWent")} text={t("stock.nothingWasThereInThis")} />
        }
      />
    </div>
  );
}
