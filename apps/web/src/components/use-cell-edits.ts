"use client";
import { type CellEdit, type CellEdits, toast } from "@storehouse/ui";
import { useEffect, useMemo, useRef } from "react";
import type { z } from "zod";
import { errorMessage, reasonMessage } from "../features/session/index.ts";
import { t } from "../language/t.ts";
import { failureOf } from "../trpc/failure-of.ts";

type Versioned = Readonly<{ id: string; name: string; version: number }>;

/** A field of a record that can be changed in its cell, under the id of its column. */
export type CellField<Row> = Readonly<{
  label: () => string;
  schema: z.ZodType;
  read: (row: Row) => string | null;
  isNumber?: boolean;
  /** Left empty, there is none. */
  isOptional?: boolean;
  /** Why the field of this row cannot be changed, if it cannot. */
  refuse?: (row: Row) => string | undefined;
  /** Where the value is one of many. */
  choose?: CellEdit<Row>["choose"];
}>;

type Options<Row> = {
  /** Absent where the role may not. */
  fields: Readonly<Record<string, CellField<Row>>> | undefined;
  /** Saves one field of the row, under the id of its column, from the row's version. Answers with what is new of the row. */
  save: (row: Row, change: Readonly<Record<string, unknown>>) => Promise<Partial<Row>>;
  /** Asks anew for what shows the record. */
  refresh: () => Promise<unknown>;
};

/** Changes of a list's records in their cells: judged by the field's schema, refused where somebody else saved in between, undone from the toast. */
export function useCellEdits<Row extends Versioned>({ fields, ...rest }: Options<Row>): CellEdits<Row> | undefined {
  const current = useRef(rest);
  useEffect(() => {
    current.current = rest;
  });
  return useMemo(() => {
    if (fields === undefined) return undefined;
    const write = async (row: Row, id: string, value: unknown) => {
      const saved = await current.current.save(row, { [id]: value });
      await current.current.refresh();
      return { ...row, ...saved };
    };
    const undo = async (row: Row, id: string, value: unknown, words: Words) => {
      try {
        await write(row, id, value);
        toast(t("common.cellIsAsItWas", words));
      } catch (error) {
        toast(errorMessage(error), { meaning: "problem" });
      }
    };
    const saveText = async (row: Row, id: string, field: CellField<Row>, text: string): Promise<string | null> => {
      const value = text.trim() === "" && field.isOptional ? null : text;
      const parsed = field.schema.safeParse(value);
      const reason = field.refuse?.(row) ?? (parsed.success ? undefined : (parsed.error.issues[0]?.message ?? ""));
      if (reason !== undefined || !parsed.success) return reasonMessage(reason) ?? t("failure.pleaseCheckThis");
      try {
        const saved = await write(row, id, parsed.data);
        const words = { field: field.label(), name: row.name };
        toast(t("common.cellChanged", words), {
          action: { label: t("common.undo"), onPress: () => void undo(saved, id, field.read(row), words) },
        });
        return null;
      } catch (error) {
        // The row then shows what they saved, and the next try is made from that.
        if (failureOf(error)?.code === "STALE") await current.current.refresh();
        return errorMessage(error);
      }
    };
    return Object.fromEntries(
      Object.entries(fields).map(([id, field]) => [
        id,
        {
          text: (row: Row) => field.read(row) ?? "",
          save: (row: Row, text: string) => saveText(row, id, field, text),
          isNumber: field.isNumber ?? false,
          choose: field.choose,
        },
      ]),
    );
  }, [fields]);
}

type Words = Readonly<{ field: string; name: string }>;
