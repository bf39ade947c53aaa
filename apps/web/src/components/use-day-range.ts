"use client";
import { endOfDay, isDay, startOfDay } from "@storehouse/domain";
import { useFormats } from "@storehouse/ui";

type Days = Readonly<{ from: string | null; to: string | null }>;

/** The days of an address as the wire has them. They are the factory's, from first to last moment: a link means the same to whoever opens it. */
export function useDayRange({ from, to }: Days): { from?: string; to?: string } {
  const { timeZone } = useFormats();
  return {
    ...(from !== null && isDay(from) && { from: startOfDay(timeZone, from).toISOString() }),
    ...(to !== null && isDay(to) && { to: endOfDay(timeZone, to).toISOString() }),
  };
}
