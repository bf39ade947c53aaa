"use client";
import { FORMULA_SORTS, type FormulaRow } from "@storehouse/domain";
import { Badge, Button, Chip, type Column, DataTable, EmptyState, Money, PageHeader } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { PageLink } from "../../components/page-link.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { LIST_KEYS, useListAddress } from "../../components/use-list-address.ts";
import { useSortAddress } from "../../components/use-sort-address.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ARCHIVE, TAKE_BACK, useBulk } from "../bulk/index.ts";
import { ExportMenu } from "../export/index.ts";
import { nameOf } from "../product/index.ts";
import { useCan, useMe } from "../session/index.ts";
import { useListViews } from "../view/index.ts";
import { t } from "../../language/t.ts";
import { MakeRuleSelect } from "./make-rule.tsx";

const COLUMNS: readonly Column<FormulaRow>[] = [
  {
    id: "sku",
    get header() {
      return t("formula.code");
    },
    width: 150,
    onCard: "line",
    sortKey: "sku",
    leadKey: "sku",
    cell: (row) => row.sku,
    cardCell: (row) => row.sku,
  },
  {
    id: "name",
    get header() {
      return t("common.product");
    },
    isGrowing: true,
    width: 240,
    onCard: "title",
    sortKey: "name",
    leadKey: "name",
    cell: nameOf,
  },
  {
    id: "state",
    get header() {
      return t("formula.state");
    },
    width: 170,
    sortKey: "state",
    leadKey: "state",
    cell: (row) =>
      row.activeNumber === null ? (
        <Badge meaning="progress">{t("formula.nothingInUse")}</Badge>
      ) : (
        <Badge meaning="fine">{t("formula.versionInUse", { activeNumber: row.activeNumber })}</Badge>
      ),
  },
  {
    id: "components",
    get header() {
      return t("formula.components");
    },
    width: 120,
    align: "end",
    cell: (row) => row.componentCount,
  },
  {
    id: "usedIn",
    get header() {
      return t("formula.usedIn");
    },
    width: 100,
    align: "end",
    cell: (row) => row.usedInCount || "–",
  },
  {
    id: "cost",
    get header() {
      return t("formula.costOfOne");
    },
    width: 140,
    align: "end",
    onCard: "corner",
    cell: (row) => <Money value={row.unitCost} isUnit />,
  },
];

/** Every formula, with what one costs and how many others need it. */
export function FormulasPage() {
  const can = useCan();
  const { currency } = useMe();
  const router = useRouter();
  const utils = trpc.useUtils();
  const { search, isArchived, setSearch, setArchived, clear } = useListAddress();
  const { input: order, sorting } = useSortAddress(FORMULA_SORTS);
  const { tabs, columnChoice } = useListViews("formulas", LIST_KEYS, COLUMNS);
  const input = { isArchived, limit: 50, ...(search && { search }), ...order };
  const table = usePages(getQueryKey(trpc.productFormulas.list, input, "infinite"), (after, signal) =>
    utils.client.productFormulas.list.query({ ...input, after }, { signal }),
  );
  const bulk = useBulk({
    target: { list: "formulas", filters: input },
    table,
    verbs: [isArchived ? TAKE_BACK : ARCHIVE],
    isAllowed: can("productFormulas.archive"),
  });
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("formula.formulas")}
        hint={t("formula.whatProductsAreMadeOf", { currency })}
        actions={<MakeRuleSelect />}
      />
      {tabs}
      <DataTable
        {...table}
        label={t("formula.formulas")}
        columnChoice={columnChoice}
        columns={COLUMNS}
        {...sorting}
        {...bulk.table}
        tools={(columns) => <ExportMenu seen={{ list: "formulas", filters: input }} columns={columns} />}
        rowId={(row) => row.id}
        rowLabel={nameOf}
        isQuiet={(row) => row.isArchived}
        onOpen={(row) => router.push(`/products/${row.productId}?tab=formula&formulaOf=${row.variantId}`)}
        isFiltered={search !== "" || isArchived}
        onClearFilters={clear}
        toolbar={
          <>
            <SearchField value={search} onChange={setSearch} label={t("formula.searchFormulas")} />
            <Chip isOn={isArchived} onClick={() => setArchived(!isArchived)}>
              {t("common.archived")}
            </Chip>
          </>
        }
        empty={
          <EmptyState
            icon={FlaskConical}
            title={t("formula.noFormulasYet")}
            text={t("formula.openAProductThatYou")}
            actions={
              <Button asChild>
                <PageLink href="/products">{t("formula.products")}</PageLink>
              </Button>
            }
          />
        }
      />
      {bulk.bar}
    </div>
  );
}
