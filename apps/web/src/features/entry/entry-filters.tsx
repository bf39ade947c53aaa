"use client";
import { ENTRY_TYPES, type EntryType } from "@storehouse/domain";
import { Button, Chip, Input, Menu, MenuCheckItem, Select } from "@storehouse/ui";
import { ListFilter } from "lucide-react";
import { SearchField } from "../../components/search-field.tsx";
import { CatalogueFilters } from "../filter/index.ts";
import { useMe } from "../session/index.ts";
import type { EntryAddress } from "./use-entry-address.ts";
import { ENTRY_TYPE_WORDS } from "./words.ts";

const ALL = "all";
const SPANS = [
  { value: ALL, label: "Any time" },
  { value: "1", label: "Last 24 hours" },
  { value: "7", label: "Last 7 days" },
  { value: "30", label: "Last 30 days" },
  { value: "90", label: "Last 90 days" },
];
/** What narrows the ledger. Each choice stands in the URL. */
export function EntryFilters({ address }: { address: EntryAddress }) {
  const { userId } = useMe();
  const { state, set } = address;
  return (
    <>
      <SearchField value={state.q} onChange={(q) => set({ q })} label="Search entries" />
      <TypeMenu types={state.types} onChange={(types) => set({ types })} />
      <Select
        className="w-auto"
        label="When"
        options={SPANS}
        value={state.days === null ? ALL : String(state.days)}
        onChange={(value) => set({ days: value === ALL ? null : Number(value), from: null, to: null })}
      />
      <CatalogueFilters state={state} set={set} />
      <div className="flex flex-wrap items-center gap-2 max-sm:hidden">
        <Input
          type="date"
          aria-label="From"
          className="w-auto"
          value={state.from ?? ""}
          onChange={(event) => set({ from: event.target.value || null, days: null })}
        />
        <Input
          type="date"
          aria-label="To"
          className="w-auto"
          value={state.to ?? ""}
          onChange={(event) => set({ to: event.target.value || null, days: null })}
        />
      </div>
      <Chip isOn={state.person === userId} onClick={() => set({ person: state.person === userId ? null : userId })}>
        Only mine
      </Chip>
    </>
  );
}

type TypeMenuProps = { types: readonly EntryType[]; onChange: (types: EntryType[]) => void };

function TypeMenu({ types, onChange }: TypeMenuProps) {
  const label =
    types.length === 0
      ? "All types"
      : types.length === 1 && types[0]
        ? ENTRY_TYPE_WORDS[types[0]]
        : `${types.length} types`;
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
