"use client";
import { PageHeader } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { useListViews } from "../view/index.ts";
import { ENTRY_COLUMNS } from "./columns.tsx";
import { EntryFilters } from "./entry-filters.tsx";
import { EntryTable } from "./entry-table.tsx";
import { ENTRY_KEYS, useEntryAddress } from "./use-entry-address.ts";

/** The ledger: every movement there ever was. */
export function EntriesPage() {
  const address = useEntryAddress();
  const { tabs, columnChoice } = useListViews("entries", ENTRY_KEYS, ENTRY_COLUMNS);
  return (
    <div className="space-y-5">
      <PageHeader title={t("entry.entries")} hint={t("entry.everythingThatCameInWent")} />
      {tabs}
      <EntryTable
        columnChoice={columnChoice}
        filters={address.filters}
        isFiltered={address.isFiltered}
        onClearFilters={address.clear}
        sort={address.sort}
        onSort={address.setSort}
        lead={address.lead}
        onLead={address.setLead}
        toolbar={<EntryFilters address={address} />}
      />
    </div>
  );
}
