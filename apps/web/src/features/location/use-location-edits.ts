"use client";
import { type LocationRow, UpdateLocationInput } from "@storehouse/domain";
import { type CellField, useCellEdits } from "../../components/use-cell-edits.ts";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";

const FIELDS: Readonly<Record<string, CellField<LocationRow>>> = {
  name: { label: () => t("location.name"), schema: UpdateLocationInput.shape.name, read: (row) => row.name },
};

/** What of a place can be changed in the list. */
export function useLocationEdits() {
  const can = useCan();
  const utils = trpc.useUtils();
  const update = trpc.locations.update.useMutation();
  return useCellEdits<LocationRow>({
    fields: can("locations.update") ? FIELDS : undefined,
    save: ({ id, version, name, type, siteId }, change) =>
      update.mutateAsync({ id, version, name, type, siteId, ...change }),
    refresh: () => utils.locations.invalidate(),
  });
}
