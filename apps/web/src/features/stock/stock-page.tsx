"use client";
import type { LevelRow } from "@storehouse/domain";
import { Button, Chip, DataTable, EmptyState, FilterRow, Money, PageHeader } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { ArrowDownUp, Boxes, PackagePlus } from "lucide-react";
import { PageLink } from "../../components/page-link.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { useBooking } from "../../components/use-booking.ts";
import { useDrawerAddress } from "../../components/use-drawer-address.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ExportMenu } from "../export/index.ts";
import { CatalogueFilters } from "../filter/index.ts";
import { SampleNotice, SampleOffer } from "../sample/index.ts";
import { useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { useListViews } from "../view/index.ts";
import { AsOfFilter } from "./as-of-filter.tsx";
import { LEVEL_COLUMNS } from "./columns.tsx";
import { LevelSheet } from "./level-sheet.tsx";
import { PastStock } from "./past-stock.tsx";
import { ProofButton } from "./proof-button.tsx";
import { LEVEL_KEYS, type LevelAddress, useLevelAddress } from "./use-level-address.ts";

const idOf = (row: LevelRow): string => `${row.variantId}.${row.locationId}`;

/** What is left of everything, place by place, and what it is worth. */
export function StockPage() {
  const address = useLevelAddress();
  return address.asOf === null ? <StockNow address={address} /> : <PastStock address={address} asOf={address.asOf} />;
}

function StockNow({ address }: { address: LevelAddress }) {
  const can = useCan();
  const booking = useBooking();
  const utils = trpc.useUtils();
  const { input } = address;
  const { tabs, columnChoice } = useListViews("levels", LEVEL_KEYS, LEVEL_COLUMNS);
  const { openId, open: openAt, close } = useDrawerAddress("open");
  const table = usePages(getQueryKey(trpc.inventory.levels, input, "infinite"), (after, signal) =>
    utils.client.inventory.levels.query({ ...input, after }, { signal }),
  );
  const at = table.rows.findIndex((row) => idOf(row) === openId);
  const open = table.rows[at];
  const show = (row: LevelRow | undefined) => row && openAt(idOf(row));
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("stock.stock")}
        hint={<TotalValue address={address} />}
        actions={
          <>
            <Button asChild>
              <PageLink href="/stock/movements">
                <ArrowDownUp aria-hidden />
                {t("stock.inAndOut")}
              </PageLink>
            </Button>
            {can("inventory.verify") ? <ProofButton /> : null}
          </>
        }
      />
      <SampleNotice />
      {tabs}
      <DataTable
        {...table}
        label={t("stock.stock")}
        columnChoice={columnChoice}
        columns={LEVEL_COLUMNS}
        tools={(columns) => <ExportMenu seen={{ list: "levels", filters: input }} columns={columns} />}
        rowId={idOf}
        rowLabel={(row) => t("stock.productAt", { productName: row.productName, locationName: row.locationName })}
        sort={address.sort}
        onSort={address.setSort}
        lead={address.lead}
        onLead={address.setLead}
        onOpen={show}
        openId={openId}
        isFiltered={address.isFiltered}
        onClearFilters={address.clear}
        toolbar={<LevelFilters address={address} />}
        empty={
          <EmptyState
            icon={Boxes}
            title={t("stock.nothingInStockYet")}
            text={t("stock.bookInWhatIsOn")}
            actions={
              <>
                {can("inventory.post") ? (
                  <Button variant="primary" onClick={() => booking.open("in")}>
                    <PackagePlus aria-hidden />
                    {t("common.bookIn")}
                  </Button>
                ) : null}
                <SampleOffer />
              </>
            }
          />
        }
      />
      {open ? (
        <LevelSheet
          level={open}
          onClose={close}
          onPrevious={() => show(table.rows[at - 1])}
          onNext={() => show(table.rows[at + 1])}
        />
      ) : null}
    </div>
  );
}

function LevelFilters({ address }: { address: LevelAddress }) {
  const { state, set } = address;
  return (
    <>
      <SearchField value={state.q} onChange={(q) => set({ q })} label={t("stock.searchStock")} />
      <FilterRow>
        <CatalogueFilters state={state} set={set} />
        <Chip isOn={state.low} onClick={() => set({ low: !state.low })}>
          {t("stock.low")}
        </Chip>
        <Chip isOn={state.zero} onClick={() => set({ zero: !state.zero })}>
          {t("stock.withEmptyPlaces")}
        </Chip>
        <AsOfFilter address={address} />
      </FilterRow>
    </>
  );
}

// The value of all that the filters name, not only of the rows that are loaded.
function TotalValue({ address: { state } }: { address: LevelAddress }) {
  const { currency } = useMe();
  const balance = trpc.inventory.balance.useQuery({
    limit: 1,
    ...(state.q && { search: state.q }),
    ...(state.place && { locationId: state.place }),
    ...(state.category && { category: state.category }),
    ...(state.subcategory && { subcategoryId: state.subcategory }),
  });
  if (!balance.data) return <>{t("stock.whatIsLeftPlaceBy")}</>;
  return (
    <>
      {t.rich("stock.whatIsLeftWorth", {
        money: () => (
          <Money value={balance.data.totalValue} currency={currency} className="inline-block font-semibold text-ink" />
        ),
      })}
    </>
  );
}
