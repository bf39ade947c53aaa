"use client";
import type { EntryRow, ListEntriesInput } from "@storehouse/domain";
import { type ColumnChoice, DataTable, EmptyState, type Sorting } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { History } from "lucide-react";
import type { ReactNode } from "react";
import { useDrawerAddress } from "../../components/use-drawer-address.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ENTRY_COLUMNS, PRODUCT_ENTRY_COLUMNS } from "./columns.tsx";
import { EntrySheet } from "./entry-sheet.tsx";
import { ExportMenu } from "../export/index.ts";
import { t } from "../../language/t.ts";

type EntryTableProps = Sorting & {
  productId?: string;
  variantId?: string;
  locationId?: string;
  /** What the page's filters ask for. */
  filters?: Partial<ListEntriesInput>;
  isFiltered?: boolean;
  onClearFilters?: () => void;
  toolbar?: ReactNode;
  columnChoice?: ColumnChoice<EntryRow>;
};

/** The ledger, whole or of one product: newest first, each row with what was left after it. */
export function EntryTable({ filters = {}, productId, variantId, locationId, ...rest }: EntryTableProps) {
  const utils = trpc.useUtils();
  const { openId, open: openEntry, close } = useDrawerAddress("entry");
  const isWithin = productId !== undefined || variantId !== undefined;
  const input = {
    limit: 50,
    ...filters,
    ...(productId && { productId }),
    ...(variantId && { variantId }),
    ...(locationId && { locationId }),
  };
  const table = usePages(getQueryKey(trpc.inventory.entries, input, "infinite"), (after, signal) =>
    utils.client.inventory.entries.query({ ...input, after }, { signal }),
  );
  const open = table.rows.find((row) => row.id === openId);
  return (
    <>
      <DataTable
        {...table}
        {...rest}
        label={t("entry.entries")}
        columns={isWithin ? PRODUCT_ENTRY_COLUMNS : ENTRY_COLUMNS}
        tools={(columns) => <ExportMenu seen={{ list: "entries", filters: input }} columns={columns} />}
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.productName} ${row.quantity}`}
        isQuiet={(row) => row.reversedById !== null}
        onOpen={(row) => openEntry(row.id)}
        openId={openId}
        empty={<EmptyState icon={History} title={t("entry.noEntriesYet")} text={t("entry.eachBookingStandsHereFor")} />}
      />
      {open ? <EntrySheet key={open.id} entry={open} onClose={close} /> : null}
    </>
  );
}
