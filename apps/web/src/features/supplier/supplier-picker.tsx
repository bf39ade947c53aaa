"use client";
import { Combobox } from "@storehouse/ui";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { useDebounced } from "../../components/use-debounced.ts";
import { trpc } from "../../trpc/client.tsx";
import { t } from "../../language/t.ts";

type SupplierPickerProps = {
  value: string | null;
  onChange: (supplierId: string | null) => void;
  onBlur?: () => void;
  /** The name of the one that is set, for before the list is there. */
  valueLabel?: string | null;
  label?: string;
  placeholder?: string;
  isOpenAtFirst?: boolean;
};

/** One of the suppliers in use, found by typing. */
export function SupplierPicker({ onChange, valueLabel = null, ...rest }: SupplierPickerProps) {
  const [text, setText] = useState("");
  const search = useDebounced(text).trim();
  const [chosen, setChosen] = useState(valueLabel);
  const found = trpc.suppliers.list.useQuery(
    { search, limit: 50 },
    { staleTime: 60_000, placeholderData: keepPreviousData },
  );
  return (
    <Combobox
      options={(found.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
      valueLabel={chosen}
      onChange={(id, option) => {
        setChosen(option?.label ?? null);
        onChange(id);
      }}
      onSearch={setText}
      isLoading={found.isPending}
      isClearable
      placeholder={t("supplier.none")}
      emptyText={t("supplier.noSuchSupplier")}
      {...rest}
    />
  );
}
