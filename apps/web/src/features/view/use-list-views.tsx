"use client";
import type { ViewColumns, ViewList } from "@storehouse/domain";
import { type Column, type ColumnChoice, useColumnChoice } from "@storehouse/ui";
import type { ReactNode } from "react";
import { useOpenView } from "./use-open-view.ts";
import { ViewTabs } from "./view-tabs.tsx";

type ListViews<Row> = Readonly<{
  /** Over the list. Null where the role may keep none. */
  tabs: ReactNode;
  /** The columns of the view that is open, as this reader has them. */
  columnChoice: ColumnChoice<Row>;
}>;

/** The views of a list. `keys` name what of the address belongs to the list: its search, filters and sort. */
export function useListViews<Row>(
  list: ViewList,
  keys: readonly string[],
  columns: readonly Column<Row>[],
): ListViews<Row> {
  const views = useOpenView(list, keys);
  const { open } = views;
  const columnChoice = useColumnChoice(
    columns,
    open === undefined ? list : `${list}.${open.id}`,
    open?.columns ?? null,
  );
  const { hidden, widths } = columnChoice.current;
  const current: ViewColumns = { hidden: [...hidden], widths: { ...widths } };
  const tabs = views.isAllowed ? (
    <ViewTabs
      list={list}
      views={views}
      columns={current}
      areColumnsChanged={columnChoice.isChanged}
      onResetColumns={open === undefined ? () => undefined : columnChoice.reset}
    />
  ) : null;
  return { tabs, columnChoice };
}
