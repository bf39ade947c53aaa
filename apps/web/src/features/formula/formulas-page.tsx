"use client";
import type { FormulaRow } from "@storehouse/domain";
import { Badge, Button, Chip, type Column, DataTable, EmptyState, Money, PageHeader } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { PageLink } from "../../components/page-link.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { LIST_KEYS, useListAddress } from "../../components/use-list-address.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ARCHIVE, TAKE_BACK, useBulk } from "../bulk/index.ts";
import { ExportMenu } from "../export/index.ts";
import { nameOf } from "../product/index.ts";
import { useCan, useMe } from "../session/index.ts";
import { useListViews } from "../view/index.ts";
import { MakeRuleSelect } from "./make-rule.tsx";

const COLUMNS: readonly Column<FormulaRow>[] = [
  { id: "sku", header: "Code", width: 150, onCard: "line", cell: (row) => row.sku, cardCell: (row) => row.sku },
  { id: "name", header: "Product", isGrowing: true, width: 240, onCard: "title", cell: nameOf },
  {
    id: "state",
    header: "State",
    width: 170,
    cell: (row) =>
      row.activeNumber === null ? (
        <Badge meaning="progress">Nothing in use</Badge>
      ) : (
        <Badge meaning="fine">Version {row.activeNumber} in use</Badge>
      ),
  },
  { id: "components", header: "Components", width: 120, align: "end", cell: (row) => row.componentCount },
  { id: "usedIn", header: "Used in", width: 100, align: "end", cell: (row) => row.usedInCount || "–" },
  {
    id: "cost",
    header: "Cost of one",
    width: 140,
    align: "end",
    onCard: "corner",
    cell: (row) => <Money value={row.unitCost} isExact />,
  },
];

/** Every formula, with what one costs and how many others need it. */
export function FormulasPage() {
  const can = useCan();
  const { currency } = useMe();
  const router = useRouter();
  const utils = trpc.useUtils();
  const { search, isArchived, setSearch, setArchived, clear } = useListAddress();
  const { tabs, columnChoice } = useListViews("formulas", LIST_KEYS, COLUMNS);
  const input = { isArchived, limit: 50, ...(search && { search }) };
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
        title="Formulas"
        hint={`What products are made of. Costs in ${currency}, rolled up over all levels.`}
        actions={<MakeRuleSelect />}
      />
      {tabs}
      <DataTable
        {...table}
        label="Formulas"
        columnChoice={columnChoice}
        columns={COLUMNS}
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
            <SearchField value={search} onChange={setSearch} label="Search formulas" />
            <Chip isOn={isArchived} onClick={() => setArchived(!isArchived)}>
              Archived
            </Chip>
          </>
        }
        empty={
          <EmptyState
            icon={FlaskConical}
            title="No formulas yet"
            text="Open a product that you make and say what goes into it."
            actions={
              <Button asChild>
                <PageLink href="/products">Products</PageLink>
              </Button>
            }
          />
        }
      />
      {bulk.bar}
    </div>
  );
}
