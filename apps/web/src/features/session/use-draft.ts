"use client";
import { useEffect, useRef } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { useMe } from "./me.tsx";

const WAIT_MS = 300;

/**
 * Keeps what is typed into a form in this tab until it is saved: a reload or a lost session loses nothing. The copy belongs to this person
 * in this factory. Returns how to throw it away, to be called once the form is saved. Never for forms that hold a password.
 */
export function useDraft<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  key: string,
): () => void {
  const { dbName, userId } = useMe();
  const place = `storehouse.draft.${dbName}.${userId}.${key}`;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { reset, subscribe, getValues } = form;

  useEffect(() => {
    const kept = read(place);
    if (kept) reset({ ...getValues(), ...kept } as Values, { keepDefaultValues: true });
    const stop = subscribe({
      formState: { values: true },
      callback: ({ values, type }) => {
        if (type === undefined) return;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => write(place, values), WAIT_MS);
      },
    });
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, [place, reset, subscribe, getValues]);

  return () => {
    clearTimeout(timer.current);
    sessionStorage.removeItem(place);
  };
}

function read(place: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(sessionStorage.getItem(place) ?? "null");
    return typeof parsed === "object" && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

// A browser may refuse to store: the draft then lasts as long as the page.
function write(place: string, values: FieldValues): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(values));
  } catch {
    return;
  }
}
