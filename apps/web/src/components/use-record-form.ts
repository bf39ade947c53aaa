"use client";
import type { Failure } from "@storehouse/domain";
import { toast } from "@storehouse/ui";
import { useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { showFailure } from "../features/session/index.ts";
import { failureOf } from "../trpc/failure-of.ts";

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
      await save(output, version);
      toast(rest.doneText);
      onDone();
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.code === "STALE") setStale(failure);
      else setRefusal(showFailure(form, error));
    }
  });
  const settle = (isTheirs: boolean) => {
    if (stale === null) return;
    setVersion(Number(stale.current.version));
    if (isTheirs) form.reset({ ...form.getValues(), ...stale.current } as Values);
    setStale(null);
  };
  return {
    submit,
    refusal,
    stale,
    takeTheirs: () => settle(true),
    keepMine: () => settle(false),
    isPending: form.formState.isSubmitting,
  };
}
