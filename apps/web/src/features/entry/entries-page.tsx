"use client";
import { PageHeader } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { EntryFilters } from "./entry-filters.tsx";
import { EntryTable } from "./entry-table.tsx";
import { useEntryAddress } from "./use-entry-address.ts";

/** The ledger: every movement there ever was. */
export function EntriesPage() {
  const address = useEntryAddress();
  return (
    <div className="space-y-5">
      <PageHeader title={t("entry.entries")} hint={t("entry.everythingThatCameInWent")} />
      <EntryTable
        filters={address.filters}
        isFiltered={address.isFiltered}
        onClearFilters={address.clear}
        sort={address.sort}
        onSort={address.setSort}
        toolbar={<EntryFilters address={address} />}
      />
    </div>
  );
}
