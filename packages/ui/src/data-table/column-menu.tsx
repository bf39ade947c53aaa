"use client";
import { Columns3 } from "lucide-react";
import { Button } from "../button.tsx";
import { Menu, MenuCheckItem, MenuLabel } from "../menu.tsx";
import type { Column } from "./column.ts";

type ColumnMenuProps<Row> = {
  columns: readonly Column<Row>[];
  hidden: ReadonlySet<string>;
  onToggle: (id: string) => void;
};

/** Lets the reader choose the columns. */
export function ColumnMenu<Row>({ columns, hidden, onToggle }: ColumnMenuProps<Row>) {
  return (
    <Menu
      trigger={
        <Button variant="ghost" className="max-sm:hidden">
          <Columns3 aria-hidden />
          Columns
        </Button>
      }
    >
      <MenuLabel>Show columns</MenuLabel>
      {columns.map((column, index) => (
        <MenuCheckItem
          key={column.id}
          checked={index === 0 || column.isFixed || !hidden.has(column.id)}
          disabled={index === 0 || column.isFixed === true}
          onCheckedChange={() => onToggle(column.id)}
        >
          {column.header}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
