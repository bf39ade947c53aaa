"use client";
import { SUPPLIER_SORTS, type SupplierRow } from "@storehouse/domain";
import type { Column } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { Truck } from "lucide-react";
import { RecordList } from "../../components/record-list.tsx";
import { LIST_KEYS, NEW, useListAddress } from "../../components/use-list-address.ts";
import { useSortAddress } from "../../components/use-sort-address.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ARCHIVE, TAKE_BACK, useBulk } from "../bulk/index.ts";
import { ExportMenu } from "../export/index.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { useListViews } from "../view/index.ts";
import { SupplierSheet } from "./supplier-sheet.tsx";
import { useSupplierEdits } from "./use-supplier-edits.ts";

const COLUMNS: readonly Column<SupplierRow>[] = [
  {
    id: "name",
    get header() {
      return t("supplier.businessName");
    },
    isGrowing: true,
    width: 240,
    sortKey: "name",
    leadKey: "name",
    cell: (row) => row.name,
  },
  {
    id: "contact",
    get header() {
      return t("supplier.contact");
    },
    width: 160,
    sortKey: "contact",
    leadKey: "contact",
    cell: (row) => row.contact ?? "–",
  },
  {
    id: "phone",
    get header() {
      return t("supplier.phone");
    },
    width: 150,
    sortKey: "phone",
    leadKey: "phone",
    cell: (row) => row.phone ?? "–",
  },
  { id: "email", header: "E-mail", width: 220, sortKey: "email", leadKey: "email", cell: (row) => row.email ?? "–" },
  {
    id: "taxNumber",
    get header() {
      return t("supplier.taxNumber");
    },
    width: 160,
    sortKey: "taxNumber",
    leadKey: "taxNumber",
    cell: (row) => row.taxNumber ?? "–",
    isHiddenAtFirst: true,
  },
];

/** Who goods are bought from. */
export function SuppliersPage() {
  const can = useCan();
  const utils = trpc.useUtils();
  const address = useListAddress();
  const { input: order, sorting } = useSortAddress(SUPPLIER_SORTS);
  const edits = useSupplierEdits();
  const views = useListViews("suppliers", LIST_KEYS, COLUMNS);
  const input = { search: address.search || undefined, isArchived: address.isArchived, limit: 50, ...order };
  const table = usePages(getQueryKey(trpc.suppliers.list, input, "infinite"), (after, signal) =>
    utils.client.suppliers.list.query({ ...input, after }, { signal }),
  );
  const bulk = useBulk({
    target: { list: "suppliers", filters: input },
    table,
    verbs: [address.isArchived ? TAKE_BACK : ARCHIVE],
    isAllowed: can("suppliers.archive"),
  });
  const isNew = address.openId === NEW;
  const record = trpc.suppliers.get.useQuery(
    { id: address.openId ?? "" },
    { enabled: address.openId !== null && !isNew },
  );
  return (
    <RecordList
      title={t("supplier.suppliers")}
      hint={t("supplier.whoYouBuyFromAnd")}
      icon={Truck}
      addLabel={can("suppliers.create") ? t("supplier.addASupplier") : undefined}
      emptyText={t("supplier.addWhoYouBuyFrom")}
      columns={COLUMNS}
      tools={(columns) => <ExportMenu seen={{ list: "suppliers", filters: input }} columns={columns} />}
      table={table}
      sorting={sorting}
      views={views}
      bulk={bulk}
      edits={edits}
      address={address}
    >
      {isNew ? <SupplierSheet record={null} onClose={address.close} /> : null}
      {record.data ? <SupplierSheet key={record.data.id} record={record.data} onClose={address.close} /> : null}
    </RecordList>
  );
}
