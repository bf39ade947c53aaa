"use client";
import type { BulkChange, CountBulkInput, PreviewBulkWish } from "@storehouse/domain";
import { isNoneSelected, NO_SELECTION, type Selection, type TableRows } from "@storehouse/ui";
import { type ComponentType, type ReactNode, useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { BulkSheet } from "./bulk-sheet.tsx";

type Listed<Wish> = Wish extends Readonly<{ list: unknown; filters: unknown }> ? Pick<Wish, "list" | "filters"> : never;

/** A list whose records can be changed together, and what it was asked for with. */
export type BulkTarget = Listed<PreviewBulkWish>;

/** One thing that can be done with all that is chosen. */
export type BulkVerb = Readonly<{ label: string; change: BulkChange }>;

/** The fields in which a change is made up; told what it is whenever it is whole, and null while it is not. */
export type ChangeFields = ComponentType<{ onChange: (change: BulkChange | null) => void; errors: FieldErrors }>;
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

type BulkOptions = {
  target: BulkTarget;
  table: TableRows<{ id: string }>;
  /** What can be done at once. */
  verbs?: readonly BulkVerb[];
  /** What can be made up first. */
  fields?: ChangeFields | undefined;
  /** What else can be done with rows that are chosen by name. */
  more?: ((ids: readonly string[]) => ReactNode) | undefined;
  /** Whether the person may change single ones of these records. */
  isAllowed: boolean;
};

/** Lets rows of a list be chosen and changed together: what the table needs for it, and the bar to put under the table. */
export function useBulk({ target, table, verbs = [], fields, more, isAllowed }: BulkOptions) {
  const can = useCan();
  // Chosen rows belong to the list as it was asked for: another filter begins anew.
  const key = JSON.stringify(target);
  const [kept, keep] = useState<Readonly<{ key: string; selection: Selection }>>({ key, selection: NO_SELECTION });
  const [open, setOpen] = useState<BulkVerb | "fields" | null>(null);
  const selection = kept.key === key ? kept.selection : NO_SELECTION;
  const setSelection = (next: Selection) => keep({ key, selection: next });
  const isOn = can("bulk.change") && isAllowed;
  const areAllLoaded = table.rows.length > 0 && table.rows.every(({ id }) => selection.ids.has(id));
  const isWhole = selection.isAll || (areAllLoaded && table.hasMore === true);
  const count = trpc.bulk.count.useQuery(target as CountBulkInput, { enabled: isOn && isWhole });
  const total = count.data?.count;
  if (!isOn) return { table: {}, bar: null };
  const chosen = selection.isAll ? total && total - selection.ids.size : selection.ids.size;
  const clear = () => setSelection(NO_SELECTION);
  const bar = isNoneSelected(selection) ? null : (
    <BulkBar
      chosen={chosen}
      total={isWhole && !selection.isAll ? (total ?? null) : undefined}
      onAll={() => setSelection({ isAll: true, ids: new Set() })}
      onClear={clear}
      verbs={verbs}
      onVerb={setOpen}
      more={selection.isAll ? null : more?.([...selection.ids])}
      onFields={fields ? () => setOpen("fields") : undefined}
    />
  );
  const sheet =
    open === null ? null : (
      <BulkSheet
        target={target}
        selection={selection}
        chosen={chosen}
        verb={open === "fields" ? null : open}
        fields={fields}
        onClose={(isChanged) => {
          setOpen(null);
          if (isChanged) clear();
        }}
      />
    );
  return {
    table: { selection, onSelectionChange: setSelection },
    bar: (
      <>
        {bar}
        {sheet}
      </>
    ),
  };
}
