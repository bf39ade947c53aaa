"use client";
import type { EntryRow } from "@storehouse/domain";
import { Quantity } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { t } from "../../language/t.ts";
import { TypeChip } from "./type-chip.tsx";

/** The entries that undid this one or put it right, or that came in one change with it. */
export function SameChange({ entry }: { entry: EntryRow }) {
  const postingId = entry.reversedInPostingId ?? entry.postingId;
  const others = trpc.inventory.entries.useQuery({ postingId, limit: 20 }, { staleTime: 30_000 });
  const rows = others.data?.rows.filter(({ id }) => id !== entry.id) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="space-y-2">
      <h3 className="font-semibold">{entry.reversedById ? t("entry.whatUndidIt") : t("entry.bookedInOneWithIt")}</h3>
      <ul className="divide-y rounded-lg border">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <TypeChip entry={row} />
            <span className="min-w-0 flex-1 truncate text-quiet">
              {row.variantId === entry.variantId ? row.locationName : `${row.productName}, ${row.locationName}`}
            </span>
            <Quantity value={row.quantity} unit={row.unit} isSigned />
          </li>
        ))}
      </ul>
    </section>
  );
}
