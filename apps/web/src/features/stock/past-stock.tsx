"use client";
import {
  Banner,
  Button,
  DataTable,
  dayText,
  EmptyState,
  FilterRow,
  Money,
  PageHeader,
  useFormats,
} from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { Boxes } from "lucide-react";
import { SearchField } from "../../components/search-field.tsx";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ExportMenu } from "../export/index.ts";
import { CatalogueFilters } from "../filter/index.ts";
import { t } from "../../language/t.ts";
import { AsOfFilter } from "./as-of-filter.tsx";
import { PAST_COLUMNS } from "./past-columns.tsx";
import type { LevelAddress } from "./use-level-address.ts";

type PastStockProps = { address: LevelAddress; asOf: Readonly<{ day: string; moment: string }> };

/** What was where at the end of a day gone by, and what it was worth. */
export function PastStock({ address, asOf }: PastStockProps) {
  const { state, set } = address;
  const { dateFormat } = useFormats();
  const utils = trpc.useUtils();
  const filters = {
    asOf: asOf.moment,
    ...(state.q && { search: state.q }),
    ...(state.place && { locationId: state.place }),
    ...(state.category && { category: state.category }),
    ...(state.subcategory && { subcategoryId: state.subcategory }),
  };
  const input = { ...filters, limit: 50 };
  const table = usePages(getQueryKey(trpc.inventory.levelsAt, input, "infinite"), (after, signal) =>
    utils.client.inventory.levelsAt.query({ ...input, after }, { signal }),
  );
  const value = trpc.inventory.valueAt.useQuery(filters);
  const day = dayText(asOf.day, dateFormat);
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("stock.stock")}
        hint={
          value.data
            ? t.rich("stock.whatWasLeftWorth", {
                money: () => (
                  <Money
                    value={value.data.totalValue}
                    currency={value.data.currency}
                    className="font-semibold text-ink"
                  />
                ),
              })
            : t("stock.whatWasLeftPlaceBy")
        }
      />
      <Banner
        meaning="attention"
        action={
          <Button size="sm" onClick={() => set({ asof: null })}>
            {t("stock.backToNow")}
          </Button>
        }
      >
        {t.rich("stock.lookingAtThePast", {
          day,
          b: (words) => <strong className="font-semibold">{words}</strong>,
        })}
      </Banner>
      <DataTable
        {...table}
        label={t("stock.stockAsOf", { day })}
        columnsKey="past-levels"
        columns={PAST_COLUMNS}
        tools={(columns) => <ExportMenu seen={{ list: "levelsAt", filters: input }} columns={columns} />}
        rowId={(row) => `${row.variantId}.${row.locationId}`}
        rowLabel={(row) => t("stock.productAt", { productName: row.productName, locationName: row.locationName })}
        isFiltered={[state.q, state.place, state.category, state.subcategory].some(Boolean)}
        onClearFilters={address.clear}
        toolbar={
          <>
            <SearchField value={state.q} onChange={(q) => set({ q })} label={t("stock.searchStock")} />
            <FilterRow>
              <CatalogueFilters state={state} set={set} />
              <AsOfFilter address={address} />
            </FilterRow>
          </>
        }
        empty={
          <EmptyState icon={Boxes} title={t("stock.nothingWasThere")} text={t("stock.byTheEndOfNothing", { day })} />
        }
      />
    </div>
  );
}
