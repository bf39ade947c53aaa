"use client";
import { noonOf } from "@storehouse/domain";
import { useFormats, useReadDay } from "@storehouse/ui";

/** Reads the day something is typed to have happened on. */
export function useHappened() {
  const { timeZone } = useFormats();
  const { today, read } = useReadDay();
  return {
    /** Why the text can't be the day something happened; undefined when it can, or is empty. */
    problemOf: (text: string): string | undefined => {
      if (text.trim() === "") return undefined;
      const typed = read(text);
      if ("reason" in typed) return typed.reason;
      return typed.day > today ? "IN_THE_FUTURE" : undefined;
    },
    /** The moment that is sent: noon of an earlier day on the factory's clocks; undefined for today, which is now. */
    occurredAtOf: (text: string): string | undefined => {
      const typed = read(text);
      if (!("day" in typed) || typed.day >= today) return undefined;
      return noonOf(timeZone, typed.day).toISOString();
    },
  };
}
