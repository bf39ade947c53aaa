import { z } from "zod";

const DAY_MS = 86_400_000;

/** A day of the calendar as `2026-11-24`, between 2000 and 2099. Days sort as texts do. */
export const Day = z
  .string({ error: "DAY_INVALID" })
  .regex(/^20\d{2}-\d{2}-\d{2}$/, "DAY_INVALID")
  .refine((text) => !/^20\d{2}-\d{2}-\d{2}$/.test(text) || isDay(text), "DAY_INVALID");
export type Day = z.infer<typeof Day>;

/** True for a day that the calendar has: not for 30 February. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** So many days later, or earlier below zero. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** How many days lie from the first to the second; negative when the second comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
