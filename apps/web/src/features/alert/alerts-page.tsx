"use client";
import { ALERT_KINDS } from "@storehouse/domain";
import { Chip, DataTable, EmptyState, FilterRow, PageHeader } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { BellOff } from "lucide-react";
import { SearchField } from "../../components/search-field.tsx";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ExportMenu } from "../export/index.ts";
import { LocationPicker } from "../location/index.ts";
import { t } from "../../language/t.ts";
import { ALERT_COLUMNS } from "./columns.tsx";
import { type AlertAddress, useAlertAddress } from "./use-alert-address.ts";
import { KIND_WORDS } from "./words.ts";

/** What holds now and has to be seen to, the most urgent first, each with what ends it. */
export function AlertsPage() {
  const utils = trpc.useUtils();
  const address = useAlertAddress();
  const { input, state } = address;
  const table = usePages(getQueryKey(trpc.alerts.list, input, "infinite"), (after, signal) =>
    utils.client.alerts.list.query({ ...input, after }, { signal }),
  );
  return (
    <div className="space-y-5">
      <PageHeader title={t("alert.alerts")} hint={t("alert.whatHoldsNowTheMost")} />
      <DataTable
        {...table}
        label={t("alert.alerts")}
        columnsKey="alerts"
        columns={ALERT_COLUMNS}
        tools={(columns) => <ExportMenu seen={{ list: "alerts", filters: input }} columns={columns} />}
        rowId={(row) => row.id}
        rowLabel={(row) => `${KIND_WORDS[row.kind]}: ${row.productName}`}
        isQuiet={(row) => row.state === "ACKNOWLEDGED"}
        isFiltered={address.isFiltered}
        onClearFilters={address.clear}
        toolbar={<AlertFilters address={address} />}
        empty={
          <EmptyState
            icon={BellOff}
            title={state.ended ? t("alert.nothingHasEndedYet") : t("alert.nothingToSeeTo")}
            text={t("alert.whenSomethingFallsToIts")}
          />
        }
      />
    </div>
  );
}

function AlertFilters({ address: { state, set } }: { address: AlertAddress }) {
  const counts = trpc.alerts.counts.useQuery();
  return (
    <>
      <SearchField value={state.q} onChange={(q) => set({ q })} label={t("alert.searchAlerts")} />
      <FilterRow>
        {ALERT_KINDS.map((kind) => (
          <Chip key={kind} isOn={state.kind === kind} onClick={() => set({ kind: state.kind === kind ? null : kind })}>
            {KIND_WORDS[kind]}
            {counts.data && !state.ended ? ` ${counts.data.byKind[kind]}` : ""}
          </Chip>
        ))}
        <div className="w-40">
          <LocationPicker
            label={t("common.place")}
            placeholder={t("common.anyPlace")}
            isClearable
            value={state.place}
            onChange={(place) => set({ place })}
          />
        </div>
        <Chip isOn={state.ended} onClick={() => set({ ended: !state.ended })}>
          {t("alert.ended")}
        </Chip>
      </FilterRow>
    </>
  );
}
