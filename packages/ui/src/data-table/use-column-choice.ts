"use client";
import { useMemo } from "react";
import { useStored } from "../use-stored.ts";
import type { Column } from "./column.ts";

/** Which columns the reader wants to see, kept on this device under `key`. */
export function useColumnChoice<Row>(columns: readonly Column<Row>[], key: string | undefined) {
  const [kept, keep] = useStored(`storehouse.columns.${key ?? ""}`);
  const hidden: ReadonlySet<string> = useMemo(
    () => new Set(parse(kept) ?? columns.filter((column) => column.isHiddenAtFirst).map((column) => column.id)),
    [kept, columns],
  );
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    keep(JSON.stringify([...next]));
  };
  const visible = useMemo(
    () => columns.filter((column, index) => index === 0 || column.isFixed || !hidden.has(column.id)),
    [columns, hidden],
  );
  return { visible, hidden, toggle };
}

function parse(kept: string | null): readonly string[] | null {
  try {
    const parsed: unknown = JSON.parse(kept ?? "null");
    return Array.isArray(parsed) ? parsed.filter((id) => typeof id === "string") : null;
  } catch {
    return null;
  }
}
