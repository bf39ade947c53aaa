"use client";
import { CATEGORIES, type Category, SOURCE_TYPES, type SourceType } from "@storehouse/domain";
import { Field, NumberInput, Select } from "@storehouse/ui";
import { useState } from "react";
import { t } from "../../language/t.ts";
import { LocationPicker } from "../location/index.ts";
import { reasonMessage, useMe } from "../session/index.ts";
import { CATEGORY_WORDS, SubcategoryPicker } from "../subcategory/index.ts";
import { SupplierPicker } from "../supplier/index.ts";
import { changeOf, fieldOptions, type FieldKey, type Making } from "./make-change.ts";
import { SOURCE_TYPE_WORDS } from "./words.ts";

type ChangeFieldsProps = {
  onChange: (change: ReturnType<typeof changeOf>) => void;
  errors: Readonly<Record<string, readonly string[]>>;
};

// Made while drawing: before that there is no language to say them in.
const categoryOptions = () => CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }));
const sourceOptions = () => SOURCE_TYPES.map((value) => ({ value, label: SOURCE_TYPE_WORDS[value] }));
const wayOptions = () => [
  { value: "value" as const, label: t("bulk.toOneValue") },
  { value: "percent" as const, label: t("bulk.upOrDownByPercent") },
];

const FIRST: Making = { field: "price", category: "raw", source: "trading", id: null, by: "percent", text: "" };

/** What is to be changed of many products: which field, and to what. */
export function ChangeFields({ onChange, errors }: ChangeFieldsProps) {
  const [making, setMaking] = useState<Making>(FIRST);
  const set = (changes: Partial<Making>) => {
    const next = { ...making, ...changes };
    setMaking(next);
    onChange(changeOf(next));
  };
  const errorOf = (name: string) =>
    reasonMessage(Object.entries(errors).find(([path]) => path.startsWith("change.") && path.endsWith(name))?.[1][0]);
  return (
    <div className="space-y-5">
      <Field label={t("bulk.whatToChange")}>
        <Select<FieldKey>
          options={fieldOptions()}
          value={making.field}
          onChange={(field) => set({ field, id: null, text: "", by: field === "minimumStock" ? "value" : making.by })}
        />
      </Field>
      <ValueFields making={making} set={set} errorOf={errorOf} />
    </div>
  );
}

type ValueProps = {
  making: Making;
  set: (changes: Partial<Making>) => void;
  errorOf: (name: string) => string | undefined;
};

function ValueFields({ making, set, errorOf }: ValueProps) {
  switch (making.field) {
    case "group":
      return (
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label={t("bulk.category")}>
            <Select<Category>
              options={categoryOptions()}
              value={making.category}
              onChange={(category) => set({ category, id: null })}
            />
          </Field>
          <Field label={t("bulk.subcategory")} isOptional error={errorOf("subcategoryId")}>
            <SubcategoryPicker category={making.category} value={making.id} onChange={(id) => set({ id })} />
          </Field>
        </div>
      );
    case "supplierId":
      return (
        <Field label={t("bulk.supplier")} hint={t("bulk.noneTakesItAway")} error={errorOf("value")}>
          <SupplierPicker value={making.id} onChange={(id) => set({ id })} />
        </Field>
      );
    case "defaultLocationId":
      return (
        <Field label={t("bulk.usuallyKeptAt")} hint={t("bulk.noneTakesItAway")} error={errorOf("value")}>
          <LocationPicker isClearable value={making.id} onChange={(id) => set({ id })} />
        </Field>
      );
    case "sourceType":
      return (
        <Field label={t("bulk.comesFrom")}>
          <Select<SourceType> options={sourceOptions()} value={making.source} onChange={(source) => set({ source })} />
        </Field>
      );
    case "archive":
    case "takeBack":
      return null;
    case "price":
    case "cost":
    case "minimumStock":
      return <AmountFields making={making} set={set} errorOf={errorOf} />;
  }
}

function AmountFields({ making, set, errorOf }: ValueProps) {
  const { currency } = useMe();
  const isShare = making.by === "percent";
  const inMoney = making.field !== "minimumStock" && !isShare;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label={t("bulk.how")}>
        <Select<Making["by"]> options={wayOptions()} value={making.by} onChange={(by) => set({ by, text: "" })} />
      </Field>
      <Field
        label={isShare ? t("bulk.percent") : t("bulk.value")}
        hint={isShare ? t("bulk.fiveAddsFivePercent") : t("bulk.leftEmptyItIsTakenAway")}
        error={errorOf("percent") ?? errorOf("value")}
      >
        <NumberInput
          value={making.text}
          onChange={(event) => set({ text: event.target.value })}
          {...(isShare ? { unit: "%" } : {})}
          {...(inMoney ? { currency } : {})}
        />
      </Field>
    </div>
  );
}
