"use client";
import { LABELS_MAX } from "@storehouse/domain";
import { Button, DataTable, EmptyState, PageHeader } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { Package, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsBoolean, useQueryState } from "nuqs";
import { LabelLink } from "../../components/label-link.tsx";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { BulkHistoryButton, useBulk } from "../bulk/index.ts";
import { ExportMenu } from "../export/index.ts";
import { SampleNotice, SampleOffer } from "../sample/index.ts";
import { useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { useListViews } from "../view/index.ts";
import { ChangeFields } from "./change-fields.tsx";
import { PRODUCT_COLUMNS } from "./columns.tsx";
import { ImportLink, WholeListItems } from "./list-menu.tsx";
import { NewProductSheet } from "./new-product-sheet.tsx";
import { ProductFilters } from "./product-filters.tsx";
import { useProductEdits } from "./use-product-edits.tsx";
import { PRODUCT_KEYS, useProductAddress } from "./use-product-address.ts";

/** What is kept: every product, found by typing, by filter and by sort. */
export function ProductsPage() {
  const can = useCan();
  const router = useRouter();
  const { currency } = useMe();
  const utils = trpc.useUtils();
  const address = useProductAddress();
  const { input } = address;
  const edits = useProductEdits();
  const { tabs, columnChoice } = useListViews("products", PRODUCT_KEYS, PRODUCT_COLUMNS);
  const [isAdding, setAdding] = useQueryState("new", parseAsBoolean.withDefault(false));
  const table = usePages(getQueryKey(trpc.products.list, input, "infinite"), (after, signal) =>
    utils.client.products.list.query({ ...input, after }, { signal }),
  );
  const bulk = useBulk({
    target: { list: "products", filters: input },
    table,
    fields: ChangeFields,
    more: (products) => (products.length > LABELS_MAX ? null : <LabelLink products={products} />),
    isAllowed: can("products.update"),
  });
  const add = can("products.create") ? (
    <Button variant="primary" onClick={() => void setAdding(true)}>
      <Plus aria-hidden />
      {t("product.addAProduct")}
    </Button>
  ) : null;
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("product.products")}
        hint={t("product.whatYouKeepMakeAnd", { currency })}
        actions={
          <>
            <div className="flex gap-2 max-sm:hidden">
              <BulkHistoryButton />
              <LabelLink />
            </div>
            <ImportLink />
            {add}
          </>
        }
      />
      <SampleNotice />
      {tabs}
      <DataTable
        {...table}
        label={t("product.products")}
        columnChoice={columnChoice}
        columns={PRODUCT_COLUMNS}
        {...bulk.table}
        tools={(columns) => (
          <ExportMenu seen={{ list: "products", filters: input }} columns={columns}>
            <WholeListItems />
          </ExportMenu>
        )}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        isQuiet={(row) => row.isArchived}
        sort={address.sort}
        onSort={address.setSort}
        edits={edits}
        lead={address.lead}
        onLead={address.setLead}
        onOpen={(row) => router.push(`/products/${row.id}`)}
        onEdit={(row) => router.push(`/products/${row.id}?tab=settings`)}
        isFiltered={address.isFiltered}
        onClearFilters={address.clear}
        toolbar={<ProductFilters address={address} />}
        empty={
          <EmptyState
            icon={Package}
            title={t("common.noProductsYet")}
            text={t("product.bringInTheSheetYou")}
            actions={
              <>
                <ImportLink />
                {add}
                <SampleOffer />
              </>
            }
          />
        }
      />
      {bulk.bar}
      {isAdding ? <NewProductSheet onClose={() => void setAdding(null)} /> : null}
    </div>
  );
}
