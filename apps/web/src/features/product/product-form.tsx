"use client";
import { CATEGORIES, type CreateProductInput, type ProductUnit, SOURCE_TYPES } from "@storehouse/domain";
import { Field, Input, NumberInput, Select, Textarea } from "@storehouse/ui";
import { Controller, useFormContext } from "react-hook-form";
import { LocationPicker } from "../location/index.ts";
import { reasonMessage, useMe } from "../session/index.ts";
import { CATEGORY_WORDS, SubcategoryPicker } from "../subcategory/index.ts";
import { SupplierPicker } from "../supplier/index.ts";
import { UnitPicker } from "../unit/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { UnitsField } from "./units-field.tsx";
import { SOURCE_TYPE_WORDS } from "./words.ts";

/** What the fields are called, here and where a stale save tells of them. */
export const PRODUCT_LABELS = wordsOf({
  code: "product.code",
  name: "product.name",
  description: "product.description",
  category: "common.category",
  sourceType: "product.comesFrom",
  baseUnitId: "product.countedIn",
  subcategoryId: "common.subcategory",
  supplierId: "product.supplier",
  defaultLocationId: "product.usuallyKeptAt",
  price: "product.price",
  cost: "product.cost",
  units: "product.otherUnits",
});

/** The product's fields as the form holds them: text where the wire has text or null. */
export type ProductValues = Pick<CreateProductInput, "code" | "name" | "category" | "sourceType" | "baseUnitId"> & {
  description?: string | null | undefined;
  subcategoryId?: string | null | undefined;
  supplierId?: string | null | undefined;
  defaultLocationId?: string | null | undefined;
  price?: string | null | undefined;
  cost?: string | null | undefined;
  units?: ProductUnit[] | undefined;
};

type ProductFieldsProps = {
  isNew: boolean;
  supplierName?: string | null;
};

/** The fields of a product, in the order people know them. Stands in a FormProvider, whose form may hold more than these. */
export function ProductFields({ isNew, supplierName = null }: ProductFieldsProps) {
  const form = useFormContext<ProductValues>();
  const { currency } = useMe();
  const { errors } = form.formState;
  const told = (name: keyof ProductValues) => reasonMessage(errors[name]?.message);
  const category = form.watch("category");
  const base = form.watch("baseUnitId");
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-[1fr_2fr]">
        <Field label={PRODUCT_LABELS.code} error={told("code")} isRequired>
          <Input autoFocus={isNew} autoComplete="off" spellCheck={false} {...form.register("code")} />
        </Field>
        <Field label={PRODUCT_LABELS.name} error={told("name")} isRequired>
          <Input autoComplete="off" {...form.register("name")} />
        </Field>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={PRODUCT_LABELS.category}>
          <Controller
            control={form.control}
            name="category"
            render={({ field }) => (
              <Select {...field} options={CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }))} />
            )}
          />
        </Field>
        <Field label={PRODUCT_LABELS.subcategoryId} isOptional error={told("subcategoryId")}>
          <Controller
            control={form.control}
            name="subcategoryId"
            render={({ field: { ref: _, value, ...field } }) => (
              <SubcategoryPicker {...field} value={value ?? null} category={category} />
            )}
          />
        </Field>
        <Field
          label={PRODUCT_LABELS.baseUnitId}
          error={told("baseUnitId")}
          hint={isNew ? t("product.staysOnceSomethingWasBooked") : undefined}
          isRequired
        >
          <Controller
            control={form.control}
            name="baseUnitId"
            render={({ field: { ref: _, ...field } }) => <UnitPicker {...field} />}
          />
        </Field>
        <Field label={PRODUCT_LABELS.sourceType}>
          <Controller
            control={form.control}
            name="sourceType"
            render={({ field }) => (
              <Select {...field} options={SOURCE_TYPES.map((value) => ({ value, label: SOURCE_TYPE_WORDS[value] }))} />
            )}
          />
        </Field>
        <Field label={PRODUCT_LABELS.price} isOptional error={told("price")}>
          <NumberInput currency={currency} {...form.register("price", { setValueAs: emptyToNull })} />
        </Field>
        <Field label={PRODUCT_LABELS.cost} isOptional hint={t("product.usedUntilTheFirstGoods")} error={told("cost")}>
          <NumberInput currency={currency} {...form.register("cost", { setValueAs: emptyToNull })} />
        </Field>
        <Field label={PRODUCT_LABELS.defaultLocationId} isOptional error={told("defaultLocationId")}>
          <Controller
            control={form.control}
            name="defaultLocationId"
            render={({ field: { ref: _, value, ...field } }) => (
              <LocationPicker {...field} value={value ?? null} isClearable placeholder={t("product.noUsualPlace")} />
            )}
          />
        </Field>
        <Field label={PRODUCT_LABELS.supplierId} isOptional error={told("supplierId")}>
          <Controller
            control={form.control}
            name="supplierId"
            render={({ field: { ref: _, value, ...field } }) => (
              <SupplierPicker {...field} value={value ?? null} valueLabel={supplierName} />
            )}
          />
        </Field>
      </div>
      <UnitsField baseUnitId={base} />
      <Field label={PRODUCT_LABELS.description} isOptional error={told("description")}>
        <Textarea rows={3} {...form.register("description")} />
      </Field>
    </>
  );
}

/** An empty box is no amount, not an amount of nothing. */
export const emptyToNull = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;
