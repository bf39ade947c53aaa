"use client";
import type { VariantChoice } from "@storehouse/domain";
import { Combobox, groupDigits } from "@storehouse/ui";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { useDebounced } from "../../components/use-debounced.ts";
import { trpc } from "../../trpc/client.tsx";
import { t } from "../../language/t.ts";

const WAIT_MS = 120;

type VariantPickerProps = {
  choice: Pick<VariantChoice, "variantId" | "productName" | "variantName"> | null;
  onChoose: (choice: VariantChoice | null) => void;
  onBlur?: () => void;
  /** Needed where no Field stands around it. */
  label?: string;
  placeholder?: string;
  /** Told once one is chosen and the list has closed: the next field takes the focus. */
  onChosen?: () => void;
};

/** Finds what can be booked by code, name or barcode. A scanned code that is whole is taken at once. */
export function VariantPicker({ choice, onChoose, onBlur, onChosen, label, placeholder }: VariantPickerProps) {
  const [text, setText] = useState("");
  const search = useDebounced(text, WAIT_MS).trim();
  const found = trpc.products.find.useQuery({ search, limit: 20 }, { placeholderData: keepPreviousData });
  const rows = found.data?.rows ?? [];
  return (
    <Combobox
      options={rows.map((row) => ({
        value: row.variantId,
        label: nameOf(row),
        hint: `${row.sku} · ${groupDigits(row.onHand)} ${row.unit}`,
        keywords: [row.sku],
        row,
      }))}
      value={choice?.variantId ?? null}
      valueLabel={choice ? nameOf(choice) : null}
      onChange={(_id, option) => onChoose(option?.row ?? null)}
      onSearch={setText}
      isLoading={found.isPending || found.isPlaceholderData || search !== text.trim()}
      placeholder={placeholder ?? t("common.searchTypeACodeOr")}
      searchPlaceholder={t("common.codeNameOrBarcode")}
      emptyText={search === "" ? t("common.noProductsYet") : t("common.noProductMatches")}
      {...(label && { label })}
      {...(onBlur && { onBlur })}
      {...(onChosen && { onChosen })}
    />
  );
}

/** A variant's name as people say it: the product's, and its own where it has one. */
export const nameOf = (choice: Pick<VariantChoice, "productName" | "variantName">): string =>
  choice.variantName ? `${choice.productName}, ${choice.variantName}` : choice.productName;
