"use client";
import { useMemo } from "react";
import { useStored } from "../use-stored.ts";
import { COLUMN_WIDTH, type Column } from "./column.ts";

/** Which columns are left out, and how wide in pixels those are that somebody drew wider or narrower. */
export type ColumnSet = Readonly<{ hidden: readonly string[]; widths: Readonly<Record<string, number>> }>;

export type ColumnChoice<Row> = Readonly<{
  visible: readonly Column<Row>[];
  hidden: ReadonlySet<string>;
  widths: Readonly<Record<string, number>>;
  toggle: (id: string) => void;
  setWidth: (id: string, width: number | null) => void;
  /** What the reader has now, and whether that is other than it was at first. */
  current: ColumnSet;
  isChanged: boolean;
  /** Back to how it was at first. */
  reset: () => void;
}>;

export const WIDTH_MIN = 60;
export const WIDTH_MAX = 800;

/** Which columns the reader wants to see and how wide, kept on this device under `key`; until they choose, those of `atFirst`. */
export function useColumnChoice<Row>(
  columns: readonly Column<Row>[],
  key: string | undefined,
  atFirst?: ColumnSet | null,
): ColumnChoice<Row> {
  const [kept, keep] = useStored(`storehouse.columns.${key ?? ""}`);
  const first = useMemo(() => atFirst ?? ownSet(columns), [atFirst, columns]);
  const current = useMemo(() => parse(kept) ?? first, [kept, first]);
  const hidden = useMemo(() => new Set(current.hidden), [current]);
  const visible = useMemo(
    () =>
      columns
        .filter((column, index) => index === 0 || column.isFixed || !hidden.has(column.id))
        .map((column) => withWidth(column, current.widths[column.id])),
    [columns, hidden, current],
  );
  const store = (next: ColumnSet) => keep(isSame(next, first) ? null : JSON.stringify(next));
  return {
    visible,
    hidden,
    widths: current.widths,
    current,
    isChanged: !isSame(current, first),
    toggle: (id) => {
      const next = new Set(hidden);
      if (!next.delete(id)) next.add(id);
      store({ ...current, hidden: [...next] });
    },
    setWidth: (id, width) => {
      const { [id]: _old, ...others } = current.widths;
      const widths = width === null ? others : { ...others, [id]: Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, width)) };
      store({ ...current, widths });
    },
    reset: () => keep(null),
  };
}

/** Two choices of columns that come to the same. */
export function isSame(a: ColumnSet, b: ColumnSet): boolean {
  const text = ({ hidden, widths }: ColumnSet) =>
    JSON.stringify([[...hidden].sort(), Object.entries(widths).sort(([one], [other]) => (one < other ? -1 : 1))]);
  return text(a) === text(b);
}

const ownSet = <Row>(columns: readonly Column<Row>[]): ColumnSet => ({
  hidden: columns.filter((column) => column.isHiddenAtFirst).map((column) => column.id),
  widths: {},
});

const withWidth = <Row>(column: Column<Row>, width: number | undefined): Column<Row> =>
  width === undefined ? column : { ...column, width, isGrowing: false };

/** The width a column is drawn with when nothing else is left to share. */
export const widthOf = <Row>({ width = COLUMN_WIDTH }: Column<Row>): number => width;

function parse(kept: string | null): ColumnSet | null {
  try {
    const parsed: unknown = JSON.parse(kept ?? "null");
    if (Array.isArray(parsed)) return { hidden: texts(parsed), widths: {} };
    if (typeof parsed !== "object" || parsed === null || !("hidden" in parsed) || !("widths" in parsed)) return null;
    return { hidden: texts(parsed.hidden), widths: numbers(parsed.widths) };
  } catch {
    return null;
  }
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

const numbers = (value: unknown): Readonly<Record<string, number>> =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
      )
    : {};
