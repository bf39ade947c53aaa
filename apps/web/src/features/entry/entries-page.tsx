"use client";
import { PageHeader } from "@storehouse/ui";
import { EntryFilters } from "./entry-filters.tsx";
import { EntryTable } from "./entry-table.tsx";
import { useEntryAddress } from "./use-entry-address.ts";

/** The ledger: every movement there ever was. */
export function EntriesPage() {
  const address = useEntryAddress();
  return (
    <div className="space-y-5">
      <PageHeader
        title="Entries"
        hint="Everything that came in, went out or moved. Nothing here is ever changed: what was wrong is undone by an entry of its own."
      />
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
