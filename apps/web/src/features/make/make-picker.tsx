"use client";
import type { FormulaRow } from "@storehouse/domain";
import { Combobox } from "@storehouse/ui";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { useDebounced } from "../../components/use-debounced.ts";
import { trpc } from "../../trpc/client.tsx";
import { nameOf } from "../product/index.ts";
import { t } from "../../language/t.ts";

type MakePickerProps = {
  value: string | null;
  valueLabel: string | null;
  onChoose: (variantId: string | null) => void;
  onChosen?: () => void;
};

/** Finds what can be made: the products that have a formula in use. */
export function MakePicker({ value, valueLabel, onChoose, onChosen }: MakePickerProps) {
  const [text, setText] = useState("");
  const search = useDebounced(text, 120).trim();
  const found = trpc.productFormulas.list.useQuery(
    { isActive: true, limit: 20, ...(search && { search }) },
    { placeholderData: keepPreviousData },
  );
  const rows: readonly FormulaRow[] = found.data?.rows ?? [];
  return (
    <Combobox
      options={rows.map((row) => ({ value: row.variantId, label: nameOf(row), hint: row.sku, keywords: [row.sku] }))}
      value={value}
      valueLabel={valueLabel}
      onChange={onChoose}
      onSearch={setText}
      isLoading={found.isPending || found.isPlaceholderData || search !== text.trim()}
      placeholder={t("make.searchOrTypeACode")}
      searchPlaceholder={t("make.codeName")}
      emptyText={search === "" ? t("make.noProductHasAFormula") : t("make.nothingWithAFormulaMatches")}
      {...(onChosen && { onChosen })}
    />
  );
}
