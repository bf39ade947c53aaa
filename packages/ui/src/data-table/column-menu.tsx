"use client";
import { Columns3, RotateCcw } from "lucide-react";
import { Button } from "../button.tsx";
import { Menu, MenuCheckItem, MenuItem, MenuLabel, MenuLine } from "../menu.tsx";
import type { Column } from "./column.ts";
import type { ColumnChoice } from "./use-column-choice.ts";
import { useDensity } from "./use-density.ts";
import { say } from "../words.ts";

/** Lets the reader choose the columns, and how close the rows stand. */
export function ColumnMenu<Row>({ columns, choice }: { columns: readonly Column<Row>[]; choice: ColumnChoice<Row> }) {
  const { isDense, setDense } = useDensity();
  return (
    <Menu
      trigger={
        <Button variant="ghost" className="max-sm:hidden">
          <Columns3 aria-hidden />
          {say("columns")}
        </Button>
      }
    >
      <MenuLabel>{say("showColumns")}</MenuLabel>
      {columns.map((column, index) => (
        <MenuCheckItem
          key={column.id}
          checked={index === 0 || column.isFixed || !choice.hidden.has(column.id)}
          disabled={index === 0 || column.isFixed === true}
          onCheckedChange={() => choice.toggle(column.id)}
        >
          {column.header}
        </MenuCheckItem>
      ))}
      <MenuLine />
      <MenuCheckItem checked={isDense} onCheckedChange={(checked) => setDense(checked)}>
        {say("rowsClose")}
      </MenuCheckItem>
      {choice.isChanged ? (
        <MenuItem icon={RotateCcw} onSelect={choice.reset}>
          {say("columnsAsAtFirst")}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
