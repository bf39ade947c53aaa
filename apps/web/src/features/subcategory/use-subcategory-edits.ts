"use client";
import { type SubcategoryRow, UpdateSubcategoryInput } from "@storehouse/domain";
import { type CellField, useCellEdits } from "../../components/use-cell-edits.ts";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";

const FIELDS: Readonly<Record<string, CellField<SubcategoryRow>>> = {
  name: { label: () => t("subcategory.name"), schema: UpdateSubcategoryInput.shape.name, read: (row) => row.name },
};

/** What of a subcategory can be changed in the list. */
export function useSubcategoryEdits() {
  const can = useCan();
  const utils = trpc.useUtils();
  const update = trpc.subcategories.update.useMutation();
  return useCellEdits<SubcategoryRow>({
    fields: can("subcategories.update") ? FIELDS : undefined,
    save: ({ id, version, name, category }, change) => update.mutateAsync({ id, version, name, category, ...change }),
    refresh: () => utils.subcategories.invalidate(),
  });
}
