"use client";
import { AddVariantInput, type ProductDetail, type VariantRow } from "@storehouse/domain";
import { Field, Input, NumberInput, Textarea } from "@storehouse/ui";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { v7 as newId } from "uuid";
import { ArchiveButton } from "../../components/archive-button.tsx";
import { LabelLink } from "../../components/label-link.tsx";
import { RecordSheet } from "../../components/record-sheet.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { HistoryFold } from "../history/index.ts";
import { ThresholdList } from "../alert/index.ts";
import { reasonMessage, useCan } from "../session/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { attributesOf, linesOf } from "./attribute-lines.ts";
import { emptyToNull } from "./product-form.tsx";

const VariantForm = AddVariantInput.omit({ id: true, productId: true });
const LABELS = wordsOf({
  sku: "product.code",
  name: "product.name",
  attributes: "product.attributes",
  barcodes: "product.barcodes",
  minimumStock: "product.minimum",
});

type VariantSheetProps = { product: ProductDetail; variant: VariantRow | null; onClose: () => void };

/** Adds a variant, or changes one. */
export function VariantSheet({ product, variant, onClose }: VariantSheetProps) {
  const can = useCan();
  const utils = trpc.useUtils();
  const add = trpc.products.addVariant.useMutation();
  const update = trpc.products.updateVariant.useMutation();
  const archive = trpc.products.archiveVariant.useMutation();
  const [id] = useState(() => variant?.id ?? newId());
  const form = useZodForm(VariantForm, {
    defaultValues: {
      sku: variant?.sku ?? "",
      name: variant?.name ?? "",
      attributes: { ...variant?.attributes },
      barcodes: [...(variant?.barcodes ?? [])],
      minimumStock: variant?.minimumStock ?? null,
    },
  });
  const { errors, isDirty } = form.formState;
  const done = async () => {
    onClose();
    await utils.products.invalidate();
  };
  const saving = useRecordForm({
    form,
    version: variant?.version,
    save: (output, version) =>
      version === undefined
        ? add.mutateAsync({ id, productId: product.id, ...output })
        : update.mutateAsync({ id, version, ...output }),
    doneText: variant ? t("product.variantSaved") : t("product.variantAdded"),
    onDone: () => void done(),
  });
  return (
    <RecordSheet
      title={variant ? (variant.name ?? variant.sku) : t("product.addVariantOf", { name: product.name })}
      onClose={onClose}
      isDirty={isDirty}
      saving={can("products.update") ? saving : undefined}
      labels={LABELS}
      history={variant ? <HistoryFold entity="variant" entityId={variant.id} onRestored={() => void done()} /> : null}
      actions={
        variant ? (
          <>
            {can("products.archive") && product.variants.length > 1 ? (
              <ArchiveButton record={variant} archive={archive.mutateAsync} onDone={done} />
            ) : null}
            <LabelLink variants={[variant.id]} />
          </>
        ) : null
      }
    >
      <Field label={LABELS.sku} error={reasonMessage(errors.sku?.message)} isRequired>
        <Input autoFocus={variant === null} autoComplete="off" {...form.register("sku")} />
      </Field>
      <Field label={LABELS.name} isOptional error={reasonMessage(errors.name?.message)}>
        <Input autoComplete="off" {...form.register("name")} />
      </Field>
      <Field
        label={LABELS.attributes}
        isOptional
        hint={t("product.oneALineAsColour")}
        error={reasonMessage(errors.attributes?.message as string | undefined)}
      >
        <Controller
          control={form.control}
          name="attributes"
          render={({ field }) => (
            <Textarea
              rows={3}
              defaultValue={linesOf(field.value ?? {})}
              onBlur={field.onBlur}
              onChange={(event) => field.onChange(attributesOf(event.target.value))}
            />
          )}
        />
      </Field>
      <Field
        label={LABELS.barcodes}
        isOptional
        hint={t("product.oneALine")}
        error={reasonMessage(errors.barcodes?.message ?? errors.barcodes?.find?.(Boolean)?.message)}
      >
        <Controller
          control={form.control}
          name="barcodes"
          render={({ field }) => (
            <Textarea
              rows={2}
              defaultValue={field.value?.join("\n") ?? ""}
              onBlur={field.onBlur}
              onChange={(event) => field.onChange(event.target.value.split("\n").filter((line) => line.trim() !== ""))}
            />
          )}
        />
      </Field>
      <Field
        label={LABELS.minimumStock}
        isOptional
        hint={t("product.atOrBelowItIt")}
        error={reasonMessage(errors.minimumStock?.message)}
      >
        <NumberInput unit={product.unit} {...form.register("minimumStock", { setValueAs: emptyToNull })} />
      </Field>
      {variant && can("alerts.read") ? <ThresholdList variantId={variant.id} /> : null}
    </RecordSheet>
  );
}
