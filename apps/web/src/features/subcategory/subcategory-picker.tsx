"use client";
import type { Category } from "@storehouse/domain";
import { Combobox } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { t } from "../../language/t.ts";
import { CATEGORY_WORDS } from "./words.ts";

type SubcategoryPickerProps = {
  value: string | null;
  onChange: (subcategoryId: string | null) => void;
  onBlur?: () => void;
  /** Only those under this category. */
  category?: Category | undefined;
  label?: string;
  placeholder?: string;
  isOpenAtFirst?: boolean;
};

/** One of the subcategories in use. */
export function SubcategoryPicker({ value, onChange, category, ...rest }: SubcategoryPickerProps) {
  const found = trpc.subcategories.list.useQuery({ limit: 200, ...(category && { category }) }, { staleTime: 60_000 });
  const options = (found.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: row.name,
    ...(category ? {} : { hint: CATEGORY_WORDS[row.category] }),
  }));
  return (
    <Combobox
      options={options}
      value={value}
      valueLabel={found.isPending ? "…" : null}
      onChange={onChange}
      isLoading={found.isPending}
      isClearable
      placeholder={t("subcategory.none")}
      emptyText={t("subcategory.noSuchSubcategory")}
      {...rest}
    />
  );
}
