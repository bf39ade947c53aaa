"use client";
import type { FormulaRow } from "@storehouse/domain";
import { Button, type Column, DataTable, EmptyState, Money, PageHeader } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { Hammer } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { PageLink } from "../../components/page-link.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { useMaking } from "../../components/use-making.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { nameOf } from "../product/index.ts";
import { useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";

const COLUMNS: readonly Column<FormulaRow>[] = [
  {
    id: "sku",
    get header() {
      return t("make.code");
    },
    width: 150,
    onCard: "line",
    cell: (row) => row.sku,
    cardCell: (row) => row.sku,
  },
  {
    id: "name",
    get header() {
      return t("common.product");
    },
    isGrowing: true,
    width: 260,
    onCard: "title",
    cell: nameOf,
  },
  {
    id: "components",
    get header() {
      return t("make.components");
    },
    width: 130,
    align: "end",
    cell: (row) => row.componentCount,
  },
  {
    id: "cost",
    get header() {
      return t("make.costOfOne");
    },
    width: 150,
    align: "end",
    cell: (row) => <Money value={row.unitCost} isUnit />,
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
        title={t("common.make")}
        hint={t("make.whatHasAFormulaIn", { currency })}
        actions={
          <Button variant="primary" onClick={() => making.open()}>
            <Hammer aria-hidden />
            {t("common.make")}
          </Button>
        }
      />
      <DataTable
        {...table}
        label={t("make.whatCanBeMade")}
        columns={COLUMNS}
        rowId={(row) => row.id}
        rowLabel={nameOf}
        onOpen={(row) => making.open(row.variantId)}
        openId={table.rows.find((row) => row.variantId === making.variantId)?.id}
        isFiltered={search !== ""}
        onClearFilters={() => void setSearch(null)}
        toolbar={
          <SearchField
            value={search}
            onChange={(text) => void setSearch(text || null)}
            label={t("make.searchProducts")}
          />
        }
        empty={
          <EmptyState
            icon={Hammer}
            title={t("make.nothingToMakeYet")}
            text={t("make.onceAProductHasA")}
            actions={
              <Button asChild>
                <PageLink href="/formulas">{t("make.formulas")}</PageLink>
              </Button>
            }
          />
        }
      />
    </div>
  );
}
