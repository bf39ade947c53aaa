"use client";
import { type ProductDetail, UpdateProductInput } from "@storehouse/domain";
import { Banner, Button } from "@storehouse/ui";
import { FormProvider } from "react-hook-form";
import { ArchiveButton } from "../../components/archive-button.tsx";
import { StaleBanner } from "../../components/stale-banner.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { PRODUCT_LABELS, ProductFields } from "./product-form.tsx";

const ProductForm = UpdateProductInput.omit({ id: true, version: true });

/** The product's own fields, to look at and to change. */
export function ProductSettings({ product }: { product: ProductDetail }) {
  const can = useCan();
  const utils = trpc.useUtils();
  const update = trpc.products.update.useMutation();
  const archive = trpc.products.archive.useMutation();
  const {
    code,
    name,
    description,
    category,
    sourceType,
    baseUnitId,
    subcategoryId,
    supplierId,
    defaultLocationId,
    price,
    cost,
  } = product;
  const units = product.units
    .filter((unit) => unit.unitId !== baseUnitId)
    .map(({ unitId, numerator, denominator }) => ({ unitId, numerator, denominator }));
  const form = useZodForm(ProductForm, {
    defaultValues: {
      code,
      name,
      description,
      category,
      sourceType,
      baseUnitId,
      subcategoryId,
      supplierId,
      defaultLocationId,
      price,
      cost,
      units,
    },
  });
  const refresh = () => utils.products.invalidate();
  const saving = useRecordForm({
    form,
    version: product.version,
    save: (output, version) => update.mutateAsync({ id: product.id, version: version ?? product.version, ...output }),
    doneText: t("product.productSaved"),
    onDone: () => void refresh(),
  });
  const mayChange = can("products.update");
  return (
    <form onSubmit={saving.submit} noValidate className="max-w-[640px] space-y-5">
      {saving.stale ? (
        <StaleBanner
          failure={saving.stale}
          labels={PRODUCT_LABELS}
          onTake={saving.takeTheirs}
          onKeep={saving.keepMine}
        />
      ) : null}
      {saving.refusal ? <Banner meaning="problem">{saving.refusal}</Banner> : null}
      {mayChange ? null : <Banner meaning="progress">{t("product.yourRoleCanLookAt")}</Banner>}
      <fieldset disabled={!mayChange} className="space-y-5">
        <FormProvider {...form}>
          <ProductFields isNew={false} supplierName={product.supplierName} />
        </FormProvider>
      </fieldset>
      <div className="flex flex-wrap gap-2 border-t pt-5">
        {mayChange ? (
          <Button variant="primary" type="submit" isPending={saving.isPending}>
            {t("common.save")}
          </Button>
        ) : null}
        {can("products.archive") ? (
          <ArchiveButton record={product} archive={archive.mutateAsync} onDone={refresh} />
        ) : null}
      </div>
    </form>
  );
}
