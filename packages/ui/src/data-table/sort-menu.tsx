"use client";
import { ArrowUpDown } from "lucide-react";
import { Button } from "../button.tsx";
import { Menu, MenuLabel, MenuLine, MenuRadioGroup } from "../menu.tsx";
import type { Column, Sort } from "./column.ts";
import type { Sorting } from "./table-props.ts";
import { say } from "../words.ts";

const NONE = "none";
const directions = () => [
  { value: "asc", label: say("upwards") },
  { value: "desc", label: say("downwards") },
];

/** What the list is sorted by, in a menu: for a phone, where there are no headers, and for two columns at once. */
export function SortMenu<Row>({ columns, sort, onSort, lead, onLead }: Sorting & { columns: readonly Column<Row>[] }) {
  const sorted = columns.filter(({ sortKey }) => sortKey !== undefined);
  const leading = onLead ? columns.filter(({ leadKey }) => leadKey !== undefined) : [];
  if (!sort || !onSort || sorted.length + leading.length < 2) return null;
  const by = (key: string): Sort => {
    const direction = sorted.find(({ sortKey }) => sortKey === key)?.firstDirection ?? "asc";
    return { by: key, direction };
  };
  const within = sorted.filter(({ leadKey }) => !lead || leadKey !== lead.by);
  const leadBy = (key: string) => {
    onLead?.(key === NONE ? null : { by: key, direction: "asc" });
    // The column that now comes first needs another within it.
    const other = sorted.find(({ leadKey }) => leadKey !== key)?.sortKey;
    if (leading.some(({ leadKey, sortKey }) => leadKey === key && sortKey === sort.by) && other) onSort(by(other));
  };
  return (
    <Menu
      trigger={
        <Button variant="ghost" className="max-sm:w-control max-sm:px-0" aria-label={say("sort")}>
          <ArrowUpDown aria-hidden />
          <span className="max-sm:hidden">{say("sort")}</span>
        </Button>
      }
    >
      {leading.length > 0 ? (
        <>
          <MenuLabel>{say("firstBy")}</MenuLabel>
          <MenuRadioGroup
            value={lead?.by ?? NONE}
            onChange={leadBy}
            options={[
              { value: NONE, label: say("nothing") },
              ...leading.map(({ leadKey = "", header }) => ({ value: leadKey, label: header })),
            ]}
          />
          {lead ? <Directions sort={lead} onSort={(next) => onLead?.(next)} /> : null}
          <MenuLine />
        </>
      ) : null}
      <MenuLabel>{say(lead ? "thenBy" : "sortBy")}</MenuLabel>
      <MenuRadioGroup
        value={sort.by}
        onChange={(key) => onSort(by(key))}
        options={within.map(({ sortKey = "", header }) => ({ value: sortKey, label: header }))}
      />
      <MenuLine />
      <Directions sort={sort} onSort={onSort} />
    </Menu>
  );
}

function Directions({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  return (
    <MenuRadioGroup
      value={sort.direction}
      onChange={(direction) => onSort({ ...sort, direction: direction === "desc" ? "desc" : "asc" })}
      options={directions()}
    />
  );
}
