"use client";
import { ENTRY_TYPES, type EntryType } from "@storehouse/domain";
import { Button, Chip, FilterRow, Input, Menu, MenuCheckItem, Select } from "@storehouse/ui";
import { ListFilter } from "lucide-react";
import { useState } from "react";
import { SearchField } from "../../components/search-field.tsx";
import { CatalogueFilters } from "../filter/index.ts";
import { useMe } from "../session/index.ts";
import type { EntryAddress } from "./use-entry-address.ts";
import { ENTRY_TYPE_WORDS } from "./words.ts";

const ALL = "all";
const CUSTOM = "custom";
const SPANS = [
  { value: ALL, label: "Any time" },
  { value: "1", label: "Last 24 hours" },
  { value: "7", label: "Last 7 days" },
  { value: "30", label: "Last 30 days" },
  { value: "90", label: "Last 90 days" },
  { value: CUSTOM, label: "Custom range" },
];

/** What narrows the ledger. Each choice stands in the URL. */
export function EntryFilters({ address }: { address: EntryAddress }) {
  const { userId } = useMe();
  const { state, set } = address;
  return (
    <>
      <SearchField value={state.q} onChange={(q) => set({ q })} label="Search entries" />
      <FilterRow>
        <TypeMenu types={state.types} onChange={(types) => set({ types })} />
        <SpanFilter address={address} />
        <CatalogueFilters state={state} set={set} />
        <Chip isOn={state.person === userId} onClick={() => set({ person: state.person === userId ? null : userId })}>
          Only mine
        </Chip>
      </FilterRow>
    </>
  );
}

// The two days of a range of one's own are asked for only once one is wanted.
function SpanFilter({ address: { state, set } }: { address: EntryAddress }) {
  const [isCustom, setCustom] = useState(false);
  const isRange = isCustom || state.from !== null || state.to !== null;
  const choose = (value: string) => {
    setCustom(value === CUSTOM);
    if (value === CUSTOM) return set({ days: null });
    set({ days: value === ALL ? null : Number(value), from: null, to: null });
  };
  return (
    <>
      <Select
        className="w-auto"
        label="When"
        options={SPANS}
        value={isRange ? CUSTOM : state.days === null ? ALL : String(state.days)}
        onChange={choose}
      />
      {isRange ? (
        <>
          <Day label="From" value={state.from} onChange={(from) => set({ from, days: null })} />
          <Day label="To" value={state.to} onChange={(to) => set({ to, days: null })} />
        </>
      ) : null}
    </>
  );
}

type DayProps = { label: string; value: string | null; onChange: (day: string | null) => void };

const Day = ({ label, value, onChange }: DayProps) => (
  <Input
    type="date"
    aria-label={label}
    className="w-auto"
    value={value ?? ""}
    onChange={(event) => onChange(event.target.value || null)}
  />
);

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
