"use client";
import { ENTRY_TYPES, type EntryType } from "@storehouse/domain";
import { Button, Chip, FilterRow, Menu, MenuCheckItem } from "@storehouse/ui";
import { ListFilter } from "lucide-react";
import { SearchField } from "../../components/search-field.tsx";
import { SpanFilter } from "../../components/span-filter.tsx";
import { CatalogueFilters } from "../filter/index.ts";
import { trpc } from "../../trpc/client.tsx";
import { useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import type { EntryAddress } from "./use-entry-address.ts";
import { ENTRY_TYPE_WORDS } from "./words.ts";

/** What narrows the ledger. Each choice stands in the URL. */
export function EntryFilters({ address }: { address: EntryAddress }) {
  const { userId } = useMe();
  const { state, set } = address;
  return (
    <>
      <SearchField value={state.q} onChange={(q) => set({ q })} label={t("entry.searchEntries")} />
      <FilterRow>
        <TypeMenu types={state.types} onChange={(types) => set({ types })} />
        <SpanFilter state={state} set={set} />
        <CatalogueFilters state={state} set={set} />
        <Chip isOn={state.person === userId} onClick={() => set({ person: state.person === userId ? null : userId })}>
          {t("entry.onlyMine")}
        </Chip>
        <Chip isOn={state.undone !== null} onClick={() => set({ undone: state.undone === null ? "hide" : null })}>
          {t("entry.hideUndone")}
        </Chip>
        {state.variant ? <VariantChip id={state.variant} onClear={() => set({ variant: null })} /> : null}
        {state.change ? (
          <Chip isOn onClick={() => set({ change: null })}>
            {t("entry.onlyOneChange")}
          </Chip>
        ) : null}
      </FilterRow>
    </>
  );
}

/** The one product that a link narrowed the ledger to; pressed, it lets go. */
function VariantChip({ id, onClear }: { id: string; onClear: () => void }) {
  const found = trpc.products.find.useQuery({ variantId: id, limit: 1 });
  const name = found.data?.rows[0]?.productName ?? t("entry.oneProduct");
  return (
    <Chip isOn onClick={onClear}>
      {t("entry.only", { name })}
    </Chip>
  );
}

type TypeMenuProps = { types: readonly EntryType[]; onChange: (types: EntryType[]) => void };

function TypeMenu({ types, onChange }: TypeMenuProps) {
  const label =
    types.length === 0
      ? t("entry.allTypes")
      : types.length === 1 && types[0]
        ? ENTRY_TYPE_WORDS[types[0]]
        : t("entry.types", { length: types.length });
  return (
    <Menu
      align="start"
      trigger={
        <Button>
          <ListFilter aria-hidden />
          {label}
        </Button>
      }
    >
      {ENTRY_TYPES.map((type) => (
        <MenuCheckItem
          key={type}
          checked={types.includes(type)}
          onCheckedChange={(isOn) => onChange(isOn ? [...types, type] : types.filter((one) => one !== type))}
        >
          {ENTRY_TYPE_WORDS[type]}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
