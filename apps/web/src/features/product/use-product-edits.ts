"use client";
import { PatchProductInput, type ProductRow } from "@storehouse/domain";
import { type CellField, useCellEdits } from "../../components/use-cell-edits.ts";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";

const { code, name, price } = PatchProductInput.shape;
const FIELDS: Readonly<Record<string, CellField<ProductRow>>> = {
  code: { label: () => t("product.code"), schema: code, read: (row) => row.code },
  name: { label: () => t("product.name"), schema: name, read: (row) => row.name },
  price: { label: () => t("product.price"), schema: price, read: (row) => row.price, isNumber: true, isOptional: true },
};

/** What of a product can be changed in the list. */
export function useProductEdits() {
  const can = useCan();
  const utils = trpc.useUtils();
  const patch = trpc.products.patch.useMutation();
  return useCellEdits<ProductRow>({
    fields: can("products.update") ? FIELDS : undefined,
    save: ({ id, version }, change) => patch.mutateAsync({ id, version, ...change }),
    refresh: () => utils.products.invalidate(),
  });
}
