"use client";
import { PatchProductInput, PatchVariantInput, type ProductRow } from "@storehouse/domain";
import { type CellField, useCellEdits } from "../../components/use-cell-edits.ts";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";
import { SubcategoryPicker } from "../subcategory/index.ts";
import { SupplierPicker } from "../supplier/index.ts";

const { code, name, price, supplierId, subcategoryId } = PatchProductInput.shape;
const FIELDS: Readonly<Record<string, CellField<ProductRow>>> = {
  code: { label: () => t("product.code"), schema: code, read: (row) => row.code },
  name: { label: () => t("product.name"), schema: name, read: (row) => row.name },
  price: { label: () => t("product.price"), schema: price, read: (row) => row.price, isNumber: true, isOptional: true },
  minimum: {
    label: () => t("product.minimum"),
    schema: PatchVariantInput.shape.minimumStock,
    read: (row) => row.minimumStock,
    refuse: ({ variantId }) => (variantId === null ? "SEVERAL_VARIANTS" : undefined),
    isNumber: true,
    isOptional: true,
  },
  supplier: {
    label: () => t("product.supplier"),
    schema: supplierId,
    read: (row) => row.supplierId,
    isOptional: true,
    choose: (row, { onClose, ...props }) => (
      <SupplierPicker {...props} valueLabel={row.supplierName} onBlur={onClose} isOpenAtFirst />
    ),
  },
  subcategory: {
    label: () => t("common.subcategory"),
    schema: subcategoryId,
    read: (row) => row.subcategoryId,
    isOptional: true,
    choose: (row, { onClose, ...props }) => (
      <SubcategoryPicker {...props} category={row.category} onBlur={onClose} isOpenAtFirst />
    ),
  },
};

/** The columns that show what the product knows by id. */
const KEYS: Readonly<Record<string, string>> = { supplier: "supplierId", subcategory: "subcategoryId" };

/** What of a product can be changed in the list. */
export function useProductEdits() {
  const can = useCan();
  const utils = trpc.useUtils();
  const patch = trpc.products.patch.useMutation();
  const patchVariant = trpc.products.patchVariant.useMutation();
  return useCellEdits<ProductRow>({
    fields: can("products.update") ? FIELDS : undefined,
    save: async ({ id, version, variantId, variantVersion }, change) => {
      if (!("minimum" in change) || variantId === null || variantVersion === null) {
        const named = Object.entries(change).map(([column, value]) => [KEYS[column] ?? column, value] as const);
        return patch.mutateAsync({ id, version, ...Object.fromEntries(named) });
      }
      const minimumStock = PatchVariantInput.shape.minimumStock.parse(change["minimum"]);
      const saved = await patchVariant.mutateAsync({ id: variantId, version: variantVersion, minimumStock });
      return { variantVersion: saved.version };
    },
    refresh: () => utils.products.invalidate(),
  });
}
