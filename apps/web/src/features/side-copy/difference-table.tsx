"use client";
import {
  type Compared,
  DIFFERENCE_KINDS,
  type DifferenceCount,
  type DifferenceRow,
  TAKE_BACK_MAX,
  TAKEABLE,
  type Takeable,
} from "@storehouse/domain";
import { Chip, DataTable, EmptyState, FilterRow, groupDigits, NO_SELECTION, type Selection } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { SearchField } from "../../components/search-field.tsx";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { useCan } from "../session/index.ts";
import { differenceColumns, labelOf } from "./columns.tsx";
import { TakeBackBar } from "./take-back-bar.tsx";
import { TakenBanner } from "./taken-banner.tsx";
import type { DifferenceAddress } from "./use-difference-address.ts";
import { useTakeBack } from "./use-take-back.ts";
import { COMPARED_WORDS, KIND_WORDS } from "./words.ts";

type DifferenceTableProps = {
  copyId: string;
  at: string;
  table: Compared;
  count: DifferenceCount | undefined;
  address: DifferenceAddress;
};

const isTakeable = (table: Compared): table is Takeable => (TAKEABLE as readonly Compared[]).includes(table);

/** The records of one kind that differ, to be looked at and taken back. */
export function DifferenceTable({ copyId, at, table, count, address }: DifferenceTableProps) {
  const can = useCan();
  const utils = trpc.useUtils();
  const [selection, setSelection] = useState<Selection>(NO_SELECTION);
  const taking = useTakeBack(copyId);
  const { kind, q } = address;
  const input = { id: copyId, table, limit: 50, ...(kind ? { kinds: [kind] } : {}), ...(q ? { search: q } : {}) };
  const pages = usePages<DifferenceRow>(getQueryKey(trpc.backup.differences, input, "infinite"), (after, signal) =>
    utils.client.backup.differences.query({ ...input, ...(after ? { after } : {}) }, { signal }),
  );
  const mayTake = can("backups.takeBack") && isTakeable(table);
  const chosen = mayTake ? pages.rows.filter(({ id }) => selection.isAll !== selection.ids.has(id)) : [];
  return (
    <div className="min-w-0 space-y-3">
      {table === "entry" || table === "level" ? (
        <p className="max-w-[70ch] text-quiet">
          {table === "entry" ? t("sideCopy.entriesNote") : t("sideCopy.levelsNote")}
        </p>
      ) : null}
      <TakenBanner taking={taking} at={at} />
      <DataTable
        {...pages}
        label={COMPARED_WORDS[table]}
        columns={differenceColumns(table)}
        rowId={(row) => row.id}
        rowLabel={(row) => labelOf(table, row)}
        isFiltered={address.isFiltered}
        onClearFilters={address.clear}
        {...(mayTake ? { selection, onSelectionChange: setSelection } : {})}
        toolbar={
          <>
            <SearchField value={q} onChange={(text) => address.set({ q: text })} label={t("sideCopy.searchRecords")} />
            <FilterRow>
              {DIFFERENCE_KINDS.filter((one) => (count?.[one] ?? 0) > 0).map((one) => (
                <Chip key={one} isOn={kind === one} onClick={() => address.set({ kind: kind === one ? null : one })}>
                  {KIND_WORDS[one]} <span className="tabular">{groupDigits(String(count?.[one] ?? 0))}</span>
                </Chip>
              ))}
            </FilterRow>
          </>
        }
        empty={<EmptyState icon={CircleCheck} title={t("sideCopy.nothingHere")} text={t("sideCopy.nothingText")} />}
      />
      {chosen.length > 0 && isTakeable(table) ? (
        <TakeBackBar
          at={at}
          chosen={chosen}
          labelOf={(row) => labelOf(table, row)}
          isPending={taking.isPending}
          max={TAKE_BACK_MAX}
          onClear={() => setSelection(NO_SELECTION)}
          onTake={async (rows) => {
            if (await taking.take(rows.map(({ id, version }) => ({ table, id, version })))) setSelection(NO_SELECTION);
          }}
        />
      ) : null}
    </div>
  );
}
