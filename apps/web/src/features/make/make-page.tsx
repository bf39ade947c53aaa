"use client";
import type { FormulaRow } from "@storehouse/domain";
import { Button, type Column, DataTable, EmptyState, Money, PageHeader } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { Hammer } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { SearchField } from "../../components/search-field.tsx";
import { useMaking } from "../../components/use-making.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { nameOf } from "../product/index.ts";
import { useMe } from "../session/index.ts";

const COLUMNS: readonly Column<FormulaRow>[] = [
  { id: "sku", header: "Code", width: 150, onCard: "line", cell: (row) => row.sku, cardCell: (row) => row.sku },
  { id: "name", header: "Product", isGrowing: true, width: 260, onCard: "title", cell: nameOf },
  { id: "components", header: "Components", width: 130, align: "end", cell: (row) => row.componentCount },
  {
    id: "cost",
    header: "Cost of one",
    width: 150,
    align: "end",
    onCard: "corner",
    cell: (row) => <Money value={row.unitCost} isExact />,
  },
];

/** Everything that can be made: a press on one says what it takes, and makes it. */
export function MakePage() {
  const { currency } = useMe();
  const making = useMaking();
  const utils = trpc.useUtils();
  const [search, setSearch] = useQueryState("q", parseAsString.withDefault(""));
  const input = { isActive: true, limit: 50, ...(search && { search }) };
  const table = usePages(getQueryKey(trpc.productFormulas.list, input, "infinite"), (after, signal) =>
    utils.client.productFormulas.list.query({ ...input, after }, { signal }),
  );
  return (
    <div className="space-y-5">
      <PageHeader
        title="Make"
        hint={`What has a formula in use. Costs in ${currency}, rolled up over all levels.`}
        actions={
          <Button variant="primary" onClick={() => making.open()}>
            <Hammer aria-hidden />
            Make
          </Button>
        }
      />
      <DataTable
        {...table}
        label="What can be made"
        columns={COLUMNS}
        rowId={(row) => row.id}
        rowLabel={nameOf}
        onOpen={(row) => making.open(row.variantId)}
        openId={table.rows.find((row) => row.variantId === making.variantId)?.id}
        isFiltered={search !== ""}
        onClearFilters={() => void setSearch(null)}
        toolbar={
          <SearchField value={search} onChange={(text) => void setSearch(text || null)} label="Search products" />
        }
        empty={
          <EmptyState
            icon={Hammer}
            title="Nothing to make yet"
            text="Once a product has a formula, making it takes its components out and books it in, in one step."
            actions={
              <Button asChild>
                <Link href="/formulas">Formulas</Link>
              </Button>
            }
          />
        }
      />
    </div>
  );
}
