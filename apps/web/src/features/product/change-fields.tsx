"use client";
import { CATEGORIES, type Category, SOURCE_TYPES, type SourceType } from "@storehouse/domain";
import { Field, NumberInput, Select } from "@storehouse/ui";
import { useState } from "react";
import { LocationPicker } from "../location/index.ts";
import { reasonMessage, useMe } from "../session/index.ts";
import { CATEGORY_WORDS, SubcategoryPicker } from "../subcategory/index.ts";
import { SupplierPicker } from "../supplier/index.ts";
import { changeOf, FIELD_OPTIONS, type FieldKey, type Making } from "./make-change.ts";
import { SOURCE_TYPE_WORDS } from "./words.ts";

type ChangeFieldsProps = {
  onChange: (change: ReturnType<typeof changeOf>) => void;
  errors: Readonly<Record<string, readonly string[]>>;
};

// Made while drawing: before that there is no language to say them in.
const categoryOptions = () => CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }));
const sourceOptions = () => SOURCE_TYPES.map((value) => ({ value, label: SOURCE_TYPE_WORDS[value] }));
const WAYS = [
  { value: "value", label: "To one value" },
  { value: "percent", label: "Up or down by percent" },
] as const;

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
      <Field label="What to change">
        <Select<FieldKey>
          options={FIELD_OPTIONS}
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
          <Field label="Category">
            <Select<Category>
              options={categoryOptions()}
              value={making.category}
              onChange={(category) => set({ category, id: null })}
            />
          </Field>
          <Field label="Subcategory" isOptional error={errorOf("subcategoryId")}>
            <SubcategoryPicker category={making.category} value={making.id} onChange={(id) => set({ id })} />
          </Field>
        </div>
      );
    case "supplierId":
      return (
        <Field label="Supplier" hint="None takes it away." error={errorOf("value")}>
          <SupplierPicker value={making.id} onChange={(id) => set({ id })} />
        </Field>
      );
    case "defaultLocationId":
      return (
        <Field label="Usually kept at" hint="None takes it away." error={errorOf("value")}>
          <LocationPicker isClearable value={making.id} onChange={(id) => set({ id })} />
        </Field>
      );
    case "sourceType":
      return (
        <Field label="Comes from">
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
      <Field label="How">
        <Select<Making["by"]> options={WAYS} value={making.by} onChange={(by) => set({ by, text: "" })} />
      </Field>
      <Field
        label={isShare ? "Percent" : "Value"}
        hint={isShare ? "5 adds five percent, −5 takes them off." : "Left empty, it is taken away."}
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
