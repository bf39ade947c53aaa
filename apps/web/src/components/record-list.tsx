"use client";
import {
  Button,
  Chip,
  type CellEdits,
  type Column,
  type ColumnChoice,
  DataTable,
  type DataTableProps,
  EmptyState,
  PageHeader,
  type Sorting,
  type TableRows,
} from "@storehouse/ui";
import { type LucideIcon, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../language/t.ts";
import { SearchField } from "./search-field.tsx";
import { type ListAddress, NEW } from "./use-list-address.ts";

type Record = Readonly<{ id: string; name: string; isArchived?: boolean }>;

type RecordListProps<Row extends Record> = {
  /** In the plural, as "Places". */
  title: string;
  hint: string;
  icon: LucideIcon;
  /** The verb of the one main action; absent where the role may not. */
  addLabel: string | undefined;
  /** More verbs, before the main one. */
  actions?: ReactNode;
  emptyText: string;
  columns: readonly Column<Row>[];
  table: TableRows<Row>;
  /** The list's views, and the columns of the one that is open. */
  views?: Readonly<{ tabs: ReactNode; columnChoice: ColumnChoice<Row> }>;
  address: ListAddress;
  /** How the list is sorted, where it can be. */
  sorting?: Sorting;
  /** The cells that can be changed where they stand. */
  edits?: CellEdits<Row> | undefined;
  /** More filters, after the search. */
  filters?: ReactNode;
  isFiltered?: boolean;
  hasArchive?: boolean;
  /** What is done with the list as it is seen. */
  tools?: (columns: readonly Column<Row>[]) => ReactNode;
  /** Lets rows be chosen and changed together. */
  bulk?: Readonly<{ table: Pick<DataTableProps<Row>, "selection" | "onSelectionChange">; bar: ReactNode }>;
  /** The drawer of the record that is open. */
  children?: ReactNode;
};

/** A catalogue page: what there is, found by typing, one drawer to make and change it. */
export function RecordList<Row extends Record>({ address, table, hasArchive = true, ...props }: RecordListProps<Row>) {
  const add = props.addLabel ? (
    <Button variant="primary" onClick={() => address.open(NEW)}>
      <Plus aria-hidden />
      {props.addLabel}
    </Button>
  ) : null;
  return (
    <div className="space-y-5">
      <PageHeader
        title={props.title}
        hint={props.hint}
        actions={
          <>
            {props.actions}
            {add}
          </>
        }
      />
      {props.views?.tabs}
      <DataTable
        {...table}
        columnChoice={props.views?.columnChoice}
        edits={props.edits}
        label={props.title}
        columns={props.columns}
        {...props.sorting}
        {...props.bulk?.table}
        {...(props.tools ? { tools: props.tools } : {})}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        isQuiet={(row) => row.isArchived ?? false}
        onOpen={(row) => address.open(row.id)}
        openId={address.openId}
        isFiltered={address.search !== "" || address.isArchived || (props.isFiltered ?? false)}
        onClearFilters={address.clear}
        toolbar={
          <>
            <SearchField
              value={address.search}
              onChange={address.setSearch}
              label={t("common.search", { title: props.title.toLowerCase() })}
            />
            {props.filters}
            {hasArchive ? (
              <Chip isOn={address.isArchived} onClick={() => address.setArchived(!address.isArchived)}>
                {t("common.archived")}
              </Chip>
            ) : null}
          </>
        }
        empty={
          <EmptyState
            icon={props.icon}
            title={t("common.noYet", { title: props.title.toLowerCase() })}
            text={props.emptyText}
            actions={add}
          />
        }
      />
      {props.bulk?.bar}
      {props.children}
    </div>
  );
}
