"use client";
import { CATEGORIES, type Category } from "@storehouse/domain";
import { Select } from "@storehouse/ui";
import { LocationPicker } from "../location/index.ts";
import { CATEGORY_WORDS, SubcategoryPicker } from "../subcategory/index.ts";
import { t } from "../../language/t.ts";

const ALL = "all";
const OPTIONS = [
  {
    value: ALL,
    get label() {
      return t("common.allCategories");
    },
  },
  ...CATEGORIES.map((value) => ({
    value,
    get label() {
      return CATEGORY_WORDS[value];
    },
  })),
];

type Chosen = { category: Category | null; subcategory: string | null; place: string | null };
type CatalogueFiltersProps = { state: Readonly<Chosen>; set: (changes: Partial<Chosen>) => void };

/** What every list of stock can be narrowed by: the category, a group under it, and the place. */
export function CatalogueFilters({ state, set }: CatalogueFiltersProps) {
  return (
    <>
      <Select
        className="w-auto"
        label={t("common.category")}
        options={OPTIONS}
        value={state.category ?? ALL}
        onChange={(value) => set({ category: CATEGORIES.find((one) => one === value) ?? null, subcategory: null })}
      />
      <div className="w-44 max-sm:hidden">
        <SubcategoryPicker
          label={t("common.subcategory")}
          placeholder={t("common.anySubcategory")}
          category={state.category ?? undefined}
          value={state.subcategory}
          onChange={(subcategory) => set({ subcategory })}
        />
      </div>
      <div className="w-40">
        <LocationPicker
          label={t("common.place")}
          placeholder={t("common.anyPlace")}
          isClearable
          value={state.place}
          onChange={(place) => set({ place })}
        />
      </div>
    </>
  );
}
