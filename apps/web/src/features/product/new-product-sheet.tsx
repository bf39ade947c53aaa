"use client";
import { CreateProductInput } from "@storehouse/domain";
import { Field, Input, NumberInput } from "@storehouse/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller, FormProvider } from "react-hook-form";
import { v7 as newId } from "uuid";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, useDraft } from "../session/index.ts";
import { useUnits } from "../unit/index.ts";
import { t } from "../../language/t.ts";
import { emptyToNull, PRODUCT_LABELS, ProductFields } from "./product-form.tsx";

const NewProductForm = CreateProductInput.omit({ id: true, variantId: true });

type NewProductSheetProps = {
  onClose: () => void;
  /** A code that was scanned and nothing has yet: it becomes the product's barcode. */
  barcode?: string;
  /** Told instead of going to the product's page. */
  onCreated?: () => void;
};

/** Makes a product; what is left of it is booked in afterwards. */
export function NewProductSheet(props: NewProductSheetProps) {
  const units = useUnits();
  const pieces = units.find((unit) => unit.code === "pcs") ?? units[0];
  if (pieces === undefined)
    return <RecordSheet title={t("product.addAProduct")} onClose={props.onClose} isLoading labels={PRODUCT_LABELS} />;
  return <OpenSheet baseUnitId={pieces.id} {...props} />;
}

function OpenSheet({ baseUnitId, onClose, barcode, onCreated }: NewProductSheetProps & { baseUnitId: string }) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const create = trpc.products.create.useMutation();
  const [ids] = useState(() => ({ id: newId(), variantId: newId() }));
  const form = useZodForm(NewProductForm, {
    defaultValues: {
      code: "",
      name: "",
      category: "raw",
      sourceType: "trading",
      baseUnitId,
      units: [],
      barcodes: barcode === undefined ? [] : [barcode],
      description: "",
    },
  });
  const forget = useDraft(form, barcode === undefined ? "product.new" : `product.new.${barcode}`);
  const { errors, isDirty } = form.formState;
  const saving = useRecordForm({
    form,
    version: undefined,
    save: (output) => create.mutateAsync({ ...ids, ...output }),
    doneText: t("product.productAdded"),
    onDone: () => {
      forget();
      onClose();
      void utils.products.invalidate();
      if (onCreated) onCreated();
      else router.push(`/products/${ids.id}`);
    },
  });
  return (
    <RecordSheet
      title={t("product.addAProduct")}
      onClose={onClose}
      isDirty={isDirty}
      saving={saving}
      labels={PRODUCT_LABELS}
    >
      <FormProvider {...form}>
        <ProductFields isNew />
      </FormProvider>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label={t("product.minimum")}
          isOptional
          hint={t("product.atOrBelowItThe")}
          error={reasonMessage(errors.minimumStock?.message)}
        >
          <NumberInput {...form.register("minimumStock", { setValueAs: emptyToNull })} />
        </Field>
        <Field label={t("product.barcode")} isOptional error={reasonMessage(errors.barcodes?.[0]?.message)}>
          <Controller
            control={form.control}
            name="barcodes"
            render={({ field: { value, onChange, onBlur } }) => (
              <Input
                autoComplete="off"
                value={value?.[0] ?? ""}
                onBlur={onBlur}
                onChange={(event) => onChange(event.target.value === "" ? [] : [event.target.value])}
              />
            )}
          />
        </Field>
      </div>
    </RecordSheet>
  );
}
