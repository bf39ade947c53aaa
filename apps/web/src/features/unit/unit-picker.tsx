"use client";
import type { UnitRow } from "@storehouse/domain";
import { Combobox } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { t } from "../../language/t.ts";

type UnitPickerProps = {
  value: string;
  onChange: (unitId: string) => void;
  onBlur?: () => void;
  isDisabled?: boolean;
  label?: string;
};

/** The factory's units; empty until they are there. */
export function useUnits(): readonly UnitRow[] {
  return trpc.units.list.useQuery(undefined, { staleTime: 300_000 }).data?.rows ?? [];
}

/** One of the factory's units. */
export function UnitPicker({ value, onChange, ...rest }: UnitPickerProps) {
  const units = useUnits();
  return (
    <Combobox
      options={units.map((unit) => ({ value: unit.id, label: unit.code, hint: unit.name, keywords: [unit.name] }))}
      value={value === "" ? null : value}
      valueLabel={units.length === 0 ? "…" : null}
      onChange={(unitId) => onChange(unitId ?? "")}
      placeholder={t("unit.choose")}
      emptyText={t("unit.noSuchUnit")}
      {...rest}
    />
  );
}
