"use client";
import { SUBCATEGORY_SORTS, type SubcategoryRow } from "@storehouse/domain";
import type { Column } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { Tags } from "lucide-react";
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
import { SubcategorySheet } from "./subcategory-sheet.tsx";
import { CATEGORY_WORDS } from "./words.ts";
import { useSubcategoryEdits } from "./use-subcategory-edits.ts";

const COLUMNS: readonly Column<SubcategoryRow>[] = [
  {
    id: "name",
    get header() {
      return t("subcategory.name");
    },
    isGrowing: true,
    width: 240,
    sortKey: "name",
    leadKey: "name",
    cell: (row) => row.name,
  },
  {
    id: "category",
    get header() {
      return t("common.category");
    },
    width: 200,
    sortKey: "category",
    leadKey: "category",
    cell: (row) => CATEGORY_WORDS[row.category],
  },
];

/** Named groups of products under the four categories. */
export function SubcategoriesPage() {
  const can = useCan();
  const utils = trpc.useUtils();
  const address = useListAddress();
  const { input: order, sorting } = useSortAddress(SUBCATEGORY_SORTS);
  const edits = useSubcategoryEdits();
  const views = useListViews("subcategories", LIST_KEYS, COLUMNS);
  const input = { search: address.search || undefined, isArchived: address.isArchived, limit: 50, ...order };
  const table = usePages(getQueryKey(trpc.subcategories.list, input, "infinite"), (after, signal) =>
    utils.client.subcategories.list.query({ ...input, after }, { signal }),
  );
  const bulk = useBulk({
    target: { list: "subcategories", filters: input },
    table,
    verbs: [address.isArchived ? TAKE_BACK : ARCHIVE],
    isAllowed: can("subcategories.archive"),
  });
  const isNew = address.openId === NEW;
  const record = trpc.subcategories.get.useQuery(
    { id: address.openId ?? "" },
    { enabled: address.openId !== null && !isNew },
  );
  return (
    <RecordList
      title={t("subcategory.subcategories")}
      hint={t("subcategory.groupsOfYourOwnUnder")}
      icon={Tags}
      addLabel={can("subcategories.create") ? t("subcategory.addASubcategory") : undefined}
      emptyText={t("subcategory.groupProductsThatBelongTogether")}
      columns={COLUMNS}
      tools={(columns) => <ExportMenu seen={{ list: "subcategories", filters: input }} columns={columns} />}
      table={table}
      sorting={sorting}
      views={views}
      bulk={bulk}
      edits={edits}
      address={address}
    >
      {isNew ? <SubcategorySheet record={null} onClose={address.close} /> : null}
      {record.data ? <SubcategorySheet key={record.data.id} record={record.data} onClose={address.close} /> : null}
    </RecordList>
  );
}
