"use client";
import { SOURCE_TYPES } from "@storehouse/domain";
import { Chip, FilterRow, Select } from "@storehouse/ui";
import { SearchField } from "../../components/search-field.tsx";
import { CatalogueFilters } from "../filter/index.ts";
import { SupplierPicker } from "../supplier/index.ts";
import type { ProductAddress } from "./use-product-address.ts";
import { SOURCE_TYPE_WORDS } from "./words.ts";

const ALL = "all";
const SOURCE_OPTIONS = [
  { value: ALL, label: "Made or bought" },
  ...SOURCE_TYPES.map((value) => ({ value, label: SOURCE_TYPE_WORDS[value] })),
];

/** What narrows the product list. Each choice stands in the URL. */
export function ProductFilters({ address }: { address: ProductAddress }) {
  const { state, set } = address;
  return (
    <>
      <SearchField value={state.q} onChange={(q) => set({ q })} label="Search products" />
      <FilterRow>
        <CatalogueFilters state={state} set={set} />
        <div className="flex flex-wrap items-center gap-2 max-sm:hidden">
          <div className="w-44">
            <SupplierPicker
              label="Supplier"
              placeholder="Any supplier"
              value={state.supplier}
              onChange={(supplier) => set({ supplier })}
            />
          </div>
          <Select
            className="w-auto"
            label="Comes from"
            options={SOURCE_OPTIONS}
            value={state.source ?? ALL}
            onChange={(value) => set({ source: SOURCE_TYPES.find((one) => one === value) ?? null })}
          />
        </div>
        <Chip isOn={state.low} onClick={() => set({ low: !state.low })}>
          Low
        </Chip>
        <Chip isOn={state.archived} onClick={() => set({ archived: !state.archived })}>
          Archived
        </Chip>
      </FilterRow>
    </>
  );
}
