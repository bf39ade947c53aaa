"use client";
import type { Failure } from "@storehouse/domain";
import { toast } from "@storehouse/ui";
import { useState } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { showFailure } from "../features/session/index.ts";
import { failureOf } from "../trpc/failure-of.ts";
import { changedByMe, changedByThem, mergeMine, takeTheirs } from "./merge-stale.ts";

type Stale = Extract<Failure, { code: "STALE" }>;

type RecordForm<Values extends FieldValues, Output> = {
  form: UseFormReturn<Values, unknown, Output>;
  /** The record's version the form was filled from; undefined for a new one. */
  version: number | undefined;
  /** Sends it; `version` is what it was made from. */
  save: (output: Output, version: number | undefined) => Promise<unknown>;
  /** Said once it is stored. */
  doneText: string;
  onDone: () => void;
};

/** What every record's form does when it is sent: errors to their fields, a stale save to a choice, success to a toast. */
export function useRecordForm<Values extends FieldValues, Output>({
  form,
  save,
  onDone,
  ...rest
}: RecordForm<Values, Output>) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [stale, setStale] = useState<Stale | null>(null);
  const [version, setVersion] = useState(rest.version);
  const submit = form.handleSubmit(async (output) => {
    setRefusal(null);
    try {
      const saved = await save(output, version);
      // A form that stays open goes on from what was just stored.
      if (hasVersion(saved)) setVersion(saved.version);
      form.reset(form.getValues());
      toast(rest.doneText);
      onDone();
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.code === "STALE") setStale({ ...failure, changed: changedByThem(baseOf(form), failure.current) });
      else setRefusal(showFailure(form, error));
    }
  });
  const settle = (isTheirs: boolean) => {
    if (stale === null) return;
    setVersion(Number(stale.current.version));
    const base = baseOf(form);
    const mine = form.getValues();
    const kept = isTheirs ? [] : changedByMe(base, mine);
    const merged = mergeMine(base, mine, stale.current);
    // What is stored now is what the next change is compared with; mine is put on top of it, as typed.
    form.reset(takeTheirs(base, stale.current) as Values);
    for (const field of kept) form.setValue(field as Path<Values>, merged[field] as never, { shouldDirty: true });
    setStale(null);
  };
  return {
    submit,
    refusal,
    /** Set when somebody else saved in between; `changed` names the fields they changed. */
    stale,
    /** Counts the versions the form was filled from: a field that keeps its own text is drawn anew with it. */
    filled: version,
    takeTheirs: () => settle(true),
    keepMine: () => settle(false),
    isPending: form.formState.isSubmitting,
  };
}

const hasVersion = (saved: unknown): saved is { version: number } =>
  typeof saved === "object" && saved !== null && "version" in saved && typeof saved.version === "number";

// What the form was filled with, before anything was typed.
const baseOf = <Values extends FieldValues, Output>(form: UseFormReturn<Values, unknown, Output>) =>
  (form.formState.defaultValues ?? {}) as Readonly<Record<string, unknown>>;
