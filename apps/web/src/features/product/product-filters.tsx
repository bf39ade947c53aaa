"use client";
import { SOURCE_TYPES } from "@storehouse/domain";
import { Chip, FilterRow, Select } from "@storehouse/ui";
import { SearchField } from "../../components/search-field.tsx";
import { CatalogueFilters } from "../filter/index.ts";
import { SupplierPicker } from "../supplier/index.ts";
import { t } from "../../language/t.ts";
import type { ProductAddress } from "./use-product-address.ts";
import { SOURCE_TYPE_WORDS } from "./words.ts";

const ALL = "all";
const SOURCE_OPTIONS = [
  {
    value: ALL,
    get label() {
      return t("product.madeOrBought");
    },
  },
  ...SOURCE_TYPES.map((value) => ({
    value,
    get label() {
      return SOURCE_TYPE_WORDS[value];
    },
  })),
];

/** What narrows the product list. Each choice stands in the URL. */
export function ProductFilters({ address }: { address: ProductAddress }) {
  const { state, set } = address;
  return (
    <>
      <SearchField value={state.q} onChange={(q) => set({ q })} label={t("product.searchProducts")} />
      <FilterRow>
        <CatalogueFilters state={state} set={set} />
        <div className="flex flex-wrap items-center gap-2 max-sm:hidden">
          <div className="w-44">
            <SupplierPicker
              label={t("product.supplier")}
              placeholder={t("product.anySupplier")}
              value={state.supplier}
              onChange={(supplier) => set({ supplier })}
            />
          </div>
          <Select
            className="w-auto"
            label={t("product.comesFrom")}
            options={SOURCE_OPTIONS}
            value={state.source ?? ALL}
            onChange={(value) => set({ source: SOURCE_TYPES.find((one) => one === value) ?? null })}
          />
        </div>
        <Chip isOn={state.low} onClick={() => set({ low: !state.low })}>
          {t("product.low")}
        </Chip>
        <Chip isOn={state.archived} onClick={() => set({ archived: !state.archived })}>
          {t("common.archived")}
        </Chip>
      </FilterRow>
    </>
  );
}
