"use client";
import { Button, Field, NumberInput } from "@storehouse/ui";
import { Plus, Trash2 } from "lucide-react";
import { Controller, useFieldArray, useFormContext } from "react-hook-form";
import { reasonMessage } from "../session/index.ts";
import { UnitPicker, useUnits } from "../unit/index.ts";
import { t } from "../../language/t.ts";
import type { ProductValues } from "./product-form.tsx";

/** The product's other units: one box is 12 pcs, one roll is 25 m. Exact: whole numbers over whole numbers. */
export function UnitsField({ baseUnitId }: { baseUnitId: string }) {
  const form = useFormContext<ProductValues>();
  const units = useUnits();
  const list = useFieldArray({ control: form.control, name: "units", keyName: "key" });
  const base = units.find((unit) => unit.id === baseUnitId)?.code ?? t("product.baseUnits");
  const taken = new Set([baseUnitId, ...list.fields.map((field) => field.unitId)]);
  const free = units.find((unit) => !taken.has(unit.id));
  const errors = form.formState.errors.units;
  return (
    <div className="space-y-3">
      <p className="font-semibold">
        {t("product.otherUnits")} <span className="ml-1 font-normal text-faint">{t("product.optionalUnit")}</span>
      </p>
      {list.fields.map((field, at) => (
        <div key={field.key} className="flex flex-wrap items-start gap-2">
          <span className="flex h-control items-center">1</span>
          <Field
            label={t("product.unit")}
            isLabelHidden
            className="w-32"
            error={reasonMessage(errors?.[at]?.unitId?.message)}
          >
            <Controller
              control={form.control}
              name={`units.${at}.unitId`}
              render={({ field: { ref: _, value, ...unit } }) => <UnitPicker {...unit} value={value ?? ""} />}
            />
          </Field>
          <span className="flex h-control items-center">{t("product.equals")}</span>
          <Field
            label={t("product.howMany", { base })}
            isLabelHidden
            className="w-32"
            error={reasonMessage(errors?.[at]?.numerator?.message)}
          >
            <NumberInput
              unit={base}
              inputMode="numeric"
              {...form.register(`units.${at}.numerator`, { setValueAs: Number })}
            />
          </Field>
          <Controller
            control={form.control}
            name={`units.${at}.denominator`}
            render={({ field: { value, onChange } }) =>
              value === 1 ? (
                <Button variant="ghost" size="sm" className="h-control" onClick={() => onChange(2)}>
                  ÷
                </Button>
              ) : (
                <Field label={t("product.dividedBy")} isLabelHidden className="w-28">
                  <NumberInput
                    inputMode="numeric"
                    unit="÷"
                    value={value}
                    onChange={(event) => onChange(Number(event.target.value) || 1)}
                  />
                </Field>
              )
            }
          />
          <Button variant="ghost" size="icon" aria-label={t("product.removeThisUnit")} onClick={() => list.remove(at)}>
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      {free ? (
        <Button
          variant="ghost"
          size="sm"
          onClick={() => list.append({ unitId: free.id, numerator: 12, denominator: 1 })}
        >
          <Plus aria-hidden />
          {t("product.addAUnitSuchAs")}
        </Button>
      ) : null}
    </div>
  );
}
